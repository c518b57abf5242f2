/**
 * F8 never fails: a line is kept in the page's own storage before the desk is asked to write it, and leaves it once the
 * desk has. It holds ids only, nothing of a person. Full disk, no file, nobody seated: it waits here, over a reload too.
 */
import { create } from 'zustand';
import { type UrgencyEvent, UrgencyLine } from '../../../contract/urgency.ts';
import { client } from '../api/client.ts';
import { deskFailure } from '../api/error-text.ts';
import { useStation } from '../app/station.ts';

const KEY = 'parvis.urgency.lines';

const stored = (): UrgencyLine[] => {
  try {
    const lines: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(lines) ? lines.flatMap((line) => UrgencyLine.safeParse(line).data ?? []) : [];
  } catch {
    return [];
  }
};

interface Kept {
  readonly lines: readonly UrgencyLine[];
}

/** Oldest first. Another window of this PC keeps its own lines in the same place. */
export const useKept = create<Kept>()(() => ({ lines: stored() }));

const change = (make: (lines: readonly UrgencyLine[]) => readonly UrgencyLine[]): void => {
  const known = new Map([...stored(), ...useKept.getState().lines].map((line) => [line.key, line]));
  for (const key of written) known.delete(key);
  const lines = make([...known.values()]);
  useKept.setState({ lines });
  try {
    localStorage.setItem(KEY, JSON.stringify(lines));
  } catch {
    // The storage itself may be full: the line stays in this window.
  }
};

const written = new Set<string>();
const hearers = new Map<string, (event: UrgencyEvent | null) => void>();

const settle = (key: string, event: UrgencyEvent | null): void => {
  written.add(key);
  change((lines) => lines.filter((line) => line.key !== key));
  hearers.get(key)?.(event);
  hearers.delete(key);
};

/**
 * What an earlier copy of the file no longer knows would be refused for ever. A practitioner who is gone from it leaves
 * a doubt; « no sign » about a request that is gone says nothing any more.
 */
const mended = (line: UrgencyLine): UrgencyLine | null => {
  if (line.what === 'practitioner-told') return { ...line, what: 'doubt', practitionerId: null };
  return line.what === 'ruled-out'
    ? null
    : { ...line, requestId: null, requestOpenedAt: null, followsKey: null };
};

/** @returns whether the next line may be tried */
const write = async (line: UrgencyLine, again = true): Promise<boolean> => {
  try {
    settle(line.key, await client.urgency.record(line));
    return true;
  } catch (error) {
    const code = deskFailure(error)?.code;
    if (!again || (code !== 'NOT_FOUND' && code !== 'INVALID_INPUT')) return false;
    const less = mended(line);
    if (less !== null) return write(less, false);
    settle(line.key, null);
    return true;
  }
};

let writing: Promise<void> | null = null;

/** Kept already, and waiting a moment for the request that they are about. */
const held = new Set<string>();

const next = (): UrgencyLine | undefined => useKept.getState().lines.find(({ key }) => !held.has(key));

const writeAll = async (): Promise<void> => {
  // In their order: a line may settle an earlier one.
  for (let line = next(); line !== undefined; line = next())
    if (useStation.getState().actorId === null || !(await write(line))) return;
};

/** Tries what is kept, in order; stops at the first that the desk cannot write. */
export const writeKept = (): Promise<void> => {
  writing ??= writeAll().finally(() => {
    writing = null;
  });
  return writing;
};

const put = (line: UrgencyLine): void =>
  change((lines) => [...lines.filter(({ key }) => key !== line.key), line]);

/** Kept from now on, over a reload too; sent once `keepLine` has said what it is about. */
export const holdLine = (line: UrgencyLine): void => {
  held.add(line.key);
  put(line);
};

/** Never to be written: it would mean nothing. */
export const dropLine = (key: string): void => {
  held.delete(key);
  settle(key, null);
};

/** Keeps the line, then tries to have it written. @param onWritten with null when it had no meaning any more */
export const keepLine = (line: UrgencyLine, onWritten?: (event: UrgencyEvent | null) => void): void => {
  if (onWritten) hearers.set(line.key, onWritten);
  held.delete(line.key);
  put(line);
  // A round under way may just have looked at an empty list.
  void writeKept().then(() => (next() === undefined ? undefined : writeKept()));
};
