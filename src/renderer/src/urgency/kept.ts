/**
 * F8 never fails: a line is kept in the page's own storage before the desk is asked to write it, and leaves it once the
 * desk has. It holds ids only, nothing of a person. Full disk, no file, nobody seated: it waits here, over a reload too,
 * and over a new start of the desk at the same address. Each line belongs to one house (see `house.ts`).
 */
import * as z from 'zod';
import { create } from 'zustand';
import { type UrgencyEvent, UrgencyLine } from '../../../contract/urgency.ts';
import { client } from '../api/client.ts';
import { deskFailure } from '../api/error-text.ts';
import { useStation } from '../app/station.ts';
import { useHouseFile } from './house.ts';

const KEY = 'parvis.urgency.lines';

const Entry = z.object({
  /** Null: said before the desk had told whose file it holds; it is then the next one's that does. */
  house: z.string().nullable(),
  line: UrgencyLine,
});
type Entry = z.infer<typeof Entry>;

const stored = (): Entry[] => {
  try {
    const entries: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(entries) ? entries.flatMap((entry) => Entry.safeParse(entry).data ?? []) : [];
  } catch {
    return [];
  }
};

const isOurs = ({ house }: Entry): boolean => house === null || house === useHouseFile.getState().id;

interface Kept {
  readonly lines: readonly UrgencyLine[];
}

/** All that this window knows of, other houses' too. */
let entries: readonly Entry[] = stored();
const written = new Set<string>();

const ours = (): UrgencyLine[] => entries.filter(isOurs).map(({ line }) => line);

/** Those of this house, oldest first. Another window of this PC keeps its own lines in the same place. */
export const useKept = create<Kept>()(() => ({ lines: ours() }));

/** What other windows have kept since is not lost, and what is written does not come back. */
const change = (make: (entries: readonly Entry[]) => readonly Entry[] = (all) => all): void => {
  const { id, answered } = useHouseFile.getState();
  const known = new Map([...stored(), ...entries].map((entry) => [entry.line.key, entry]));
  for (const key of written) known.delete(key);
  entries = make([...known.values()]).map((entry) =>
    answered && entry.house === null ? { ...entry, house: id } : entry,
  );
  useKept.setState({ lines: ours() });
  try {
    localStorage.setItem(KEY, JSON.stringify(entries));
  } catch {
    // The storage itself may be full: the line stays in this window.
  }
};
useHouseFile.subscribe(() => change());

const hearers = new Map<string, (event: UrgencyEvent | null) => void>();

const settle = (key: string, event: UrgencyEvent | null): void => {
  written.add(key);
  change();
  hearers.get(key)?.(event);
  hearers.delete(key);
};

/**
 * What an earlier copy of the file no longer knows would be refused for ever. A practitioner who is gone from it leaves
 * a doubt; the line itself is kept, without its request at worst. « No sign » about nobody's request says nothing.
 */
const lesser = (line: UrgencyLine): readonly UrgencyLine[] => {
  if (line.what === 'ruled-out') return [];
  const { what } = line;
  const unnamed: UrgencyLine =
    what === 'practitioner-told' ? { ...line, what: 'doubt', practitionerId: null } : line;
  const alone: UrgencyLine = { ...unnamed, requestId: null, requestOpenedAt: null, followsKey: null };
  return unnamed === line ? [alone] : [unnamed, alone];
};

/** @returns whether the next line may be tried */
const write = async (line: UrgencyLine): Promise<boolean> => {
  for (const form of [line, ...lesser(line)]) {
    try {
      settle(line.key, await client.urgency.record(form));
      return true;
    } catch (error) {
      const code = deskFailure(error)?.code;
      if (code !== 'NOT_FOUND' && code !== 'INVALID_INPUT') return false;
    }
  }
  if (line.what === 'ruled-out') settle(line.key, null);
  // Whatever the desk has against it: it stays kept, and those behind it are not its prisoners.
  else held.add(line.key);
  return true;
};

let writing: Promise<void> | null = null;

/** Kept already, and waiting a moment for the request that they are about. */
const held = new Set<string>();

const next = (): UrgencyLine | undefined => useKept.getState().lines.find(({ key }) => !held.has(key));

const mayWrite = (): boolean => useStation.getState().actorId !== null && useHouseFile.getState().answered;

const writeAll = async (): Promise<void> => {
  // In their order: a line may settle an earlier one.
  for (let line = next(); line !== undefined; line = next()) if (!mayWrite() || !(await write(line))) return;
};

/** Tries what is kept, in order; stops at the first that the desk cannot write. */
export const writeKept = (): Promise<void> => {
  writing ??= writeAll().finally(() => {
    writing = null;
  });
  return writing;
};

const put = (line: UrgencyLine): void =>
  change((all) => [...all.filter(({ line: { key } }) => key !== line.key), { house: null, line }]);

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
