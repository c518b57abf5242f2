import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OtherProgram, otherProgram } from '../../../tests/support/other-program.ts';
import { dataFiles } from './data-files.ts';
import { FolderHeldError, lockFolder } from './lock.ts';

let folder = '';
const others: OtherProgram[] = [];
const other = async (program: string): Promise<OtherProgram> => {
  const started = await otherProgram(folder, program);
  others.push(started);
  return started;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-lock-'));
});
afterEach(async () => {
  for (const started of others.splice(0)) await started.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const who = { program: 'Parvis', since: 1_795_417_200_000 };
const take = () => lockFolder(dataFiles(folder), who, 0);
const refused = (): FolderHeldError => {
  try {
    take().release();
  } catch (error) {
    if (error instanceof FolderHeldError) return error;
    throw error;
  }
  throw new Error('the folder was free');
};

describe('one program at a time on a data folder', () => {
  it('tells whoever comes second which program holds it, on which PC, and since when', async () => {
    const before = Date.now();
    const first = await other('la reprise de l’agenda');
    const { holder } = refused();
    expect(holder).toEqual({
      program: 'la reprise de l’agenda',
      pid: first.pid,
      pc: hostname(),
      since: expect.any(Number) as number,
    });
    expect(holder?.since).toBeGreaterThanOrEqual(before);
  });

  it('refuses a second program whoever came first', async () => {
    const lock = take();
    expect((await other('Parvis')).said).toEqual({ ok: false, code: 'held-by-another' });
    lock.release();
    expect((await other('Parvis')).said).toEqual({ ok: true });
  });

  it('is free again at once when its holder is killed', async () => {
    const first = await other('Parvis');
    refused();
    await first.kill('SIGKILL');
    take().release();
  });

  it('does not name a dead holder to whoever comes second after the third', async () => {
    const dead = await other('Parvis');
    await dead.kill('SIGKILL');
    // The note of the dead is still there, and the living has not written its own yet.
    const note = readFileSync(dataFiles(folder).holder);
    const lock = take();
    writeFileSync(dataFiles(folder).holder, note);
    const second = await other('import');
    expect(second.said).toEqual({ ok: false, code: 'held-by-another' });
    expect(refused().holder).toBe(null);
    lock.release();
  });

  it('refuses a second opening within one program too', () => {
    const lock = take();
    expect(refused().holder).toEqual({ ...who, pid: process.pid, pc: hostname() });
    lock.release();
    take().release();
  });

  it('frees once, and never somebody else’s turn', () => {
    const first = take();
    first.release();
    const second = take();
    first.release();
    expect(refused().holder?.pid).toBe(process.pid);
    second.release();
  });

  it('leaves an empty lock file, readable by this user only, and no note once free', () => {
    const lock = take();
    expect(readdirSync(folder).sort()).toEqual(['parvis.lock', 'parvis.lock.json']);
    lock.release();
    expect(readdirSync(folder)).toEqual(['parvis.lock']);
    expect(statSync(join(folder, 'parvis.lock')).size).toBe(0);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'parvis.lock')).mode & 0o777).toBe(0o600);
  });

  it('outlives garbage collection', async () => {
    // In a process of its own, which asks for collection again and again while it holds the folder.
    const script = `
      import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
      lockFolder(${JSON.stringify(dataFiles(folder))}, { program: 'Parvis', since: 1 }, 0);
      for (let i = 0; i < 5; i++) { globalThis.gc(); await new Promise((r) => setTimeout(r, 5)); }
      process.stdout.write('held');
      setInterval(() => globalThis.gc(), 50);`;
    const { spawn } = await import('node:child_process');
    const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', script]);
    try {
      await new Promise((resolve, reject) => {
        child.stdout.once('data', resolve);
        child.stderr.once('data', (bytes: Buffer) => reject(new Error(bytes.toString())));
      });
      refused();
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('holds while worker threads of the holder open and close files beside it', async () => {
    const lock = take();
    const worker = new Worker(
      `const { parentPort } = require('node:worker_threads');
       const Database = require('better-sqlite3');
       const db = new Database(${JSON.stringify(join(folder, 'autre.db'))});
       db.exec('CREATE TABLE t (a)'); db.close(); parentPort.postMessage('done');`,
      { eval: true, execArgv: [] },
    );
    await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    expect((await other('Parvis')).said.ok).toBe(false);
    lock.release();
  });
});
