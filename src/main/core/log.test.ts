import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { testFolders } from '../../../tests/support/data-folder.ts';
import { testClock } from '../../../tests/support/ground.ts';
import { createLog } from './log.ts';

const folders = testFolders();
afterEach(() => folders.removeAll());

const DAY = 86_400_000;
const logIn = () => {
  const folder = join(folders.make(), 'journaux');
  const clock = testClock();
  return { folder, clock, log: createLog(folder, () => clock.now()) };
};
const lines = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('the technical log', () => {
  it('writes one line an event, in a file of the day that only this user reads', () => {
    const { folder, log } = logIn();
    log.info('open.done', { created: true, version: 50 });
    const path = join(folder, 'parvis-2026-11-23.jsonl');
    expect(lines(path)).toEqual([
      { at: '2026-11-23T07:00:00Z', level: 'info', event: 'open.done', created: true, version: 50 },
    ]);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('gives a reference to quote, and says where it happened, but never what was being written', () => {
    const { folder, log } = logIn();
    const error = Object.assign(new Error('UNIQUE failed for Zébulon Fictif,\n    at 06 39 98 45 12:1:1)'), {
      code: 'SQLITE_CONSTRAINT',
    });
    const reference = log.error('call.failed', error);
    const text = readFileSync(join(folder, 'parvis-2026-11-23.jsonl'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      level: 'error',
      event: 'call.failed',
      reference,
      error: 'Error',
      code: 'SQLITE_CONSTRAINT',
      stack: expect.stringContaining('log.test.ts') as string,
    });
    expect(text).not.toMatch(/Zébulon|45 12/);
  });

  it('survives what is no error at all', () => {
    const { folder, log } = logIn();
    log.error('call.failed', 'Zébulon');
    expect(lines(join(folder, 'parvis-2026-11-23.jsonl'))).toMatchObject([{ error: 'string' }]);
  });

  it('keeps thirty days, and nothing else of the folder is its business', () => {
    const { folder, clock, log } = logIn();
    const start = clock.now();
    mkdirSync(folder);
    writeFileSync(join(folder, 'notes.txt'), '');
    for (let day = 0; day < 35; day++) {
      clock.set(start + day * DAY);
      log.info('day');
    }
    const kept = readdirSync(folder).filter((name) => name !== 'notes.txt');
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([
      30,
      'parvis-2026-11-28.jsonl',
      'parvis-2026-12-27.jsonl',
    ]);
    expect(readdirSync(folder)).toContain('notes.txt');
  });

  it('never stops the desk when it cannot be written', () => {
    const path = join(folders.make(), 'fichier');
    writeFileSync(path, '');
    const log = createLog(join(path, 'journaux'), () => 0);
    log.info('open.done');
    expect(log.error('call.failed', new Error('x'))).toMatch(/^[0-9a-f]{8}$/);
  });
});
