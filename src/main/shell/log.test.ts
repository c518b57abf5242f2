import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLog } from './log.ts';

const now = () => new Date('2026-11-23T07:58:00Z');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-log-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('keeps one dated line an event, readable by its owner alone', () => {
  const file = join(folder, 'journaux', 'parvis.log');
  const log = openLog(file, now);
  log('desk: ready');
  log('desk: two\nlines\tat once');
  expect(readFileSync(file, 'utf8')).toBe(
    '2026-11-23T07:58:00.000Z desk: ready\n2026-11-23T07:58:00.000Z desk: two lines at once\n',
  );
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('never fills the disk: two files of about a megabyte', () => {
  const file = join(folder, 'parvis.log');
  writeFileSync(file, 'x'.repeat(1024 * 1024 + 1));
  openLog(file, now)('y'.repeat(9_000));
  expect(readdirSync(folder).toSorted()).toEqual(['parvis.log', 'parvis.log.1']);
  expect(statSync(file).size).toBe('2026-11-23T07:58:00.000Z '.length + 500 + 1);
});

it('never stops Parvis', () => {
  writeFileSync(join(folder, 'taken'), '');
  openLog(join(folder, 'taken', 'parvis.log'), now)('desk: ready');
  expect(readdirSync(folder)).toEqual(['taken']);
});
