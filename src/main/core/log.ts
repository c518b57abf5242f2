/**
 * The local technical log: one JSON line an event, a file a day in `journaux/`, the oldest dropped. Codes, counts and
 * references only. An error's own message never enters: SQLite, zod and JSON quote the values that they choke on.
 */
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PRIVATE, PRIVATE_FOLDER } from './atomic-file.ts';

/** Plain facts: numbers, booleans, and strings that the program itself chose. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  /** @returns the reference under which it was logged, to be quoted by whoever saw the failure */
  error(event: string, error: unknown, fields?: LogFields): string;
}

const KEPT_DAYS = 30;
const FILE = /^parvis-\d{4}-\d{2}-\d{2}\.jsonl$/;

/** Days are UTC: a name for the file, nothing that anybody works by. */
const fileOf = (at: number): string =>
  `parvis-${Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 10)}.jsonl`;

/** @param folder of the logs, made at the first line: a folder that is refused stays untouched */
export const createLog = (folder: string, now: () => number): Log => {
  let current = '';
  const write = (level: 'info' | 'error', event: string, fields: LogFields): void => {
    const at = now();
    const line = JSON.stringify({
      at: Temporal.Instant.fromEpochMilliseconds(at).toString(),
      level,
      event,
      ...fields,
    });
    try {
      mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
      appendFileSync(join(folder, fileOf(at)), `${line}\n`, { mode: PRIVATE });
      if (fileOf(at) !== current) rotate(folder);
      current = fileOf(at);
    } catch {
      // A full or unwritable disk: the failure itself reaches the screen; its log line cannot.
    }
  };
  return {
    info: (event, fields = {}) => write('info', event, fields),
    error: (event, error, fields = {}) => {
      const reference = randomBytes(4).toString('hex');
      write('error', event, { reference, ...fields, ...describe(error) });
      return reference;
    },
  };
};

const rotate = (folder: string): void => {
  const old = readdirSync(folder)
    .filter((name) => FILE.test(name))
    .sort()
    .slice(0, -KEPT_DAYS);
  for (const name of old) rmSync(join(folder, name), { force: true });
};

const describe = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { error: error.name, code, stack: frames(error) };
};

/** Where, without what: the message stands above the frames, on as many lines as it likes. */
const frames = (error: Error): string =>
  (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
    .join(' < ');

export const silentLog: Log = { info: () => {}, error: () => '00000000' };
