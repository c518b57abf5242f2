/** What an entry says changed, field by field, as the file keeps it. Pure. */
import type { JournalChange } from '../../../contract/journal.ts';

/** Of the file's own keeping: they say nothing to a reader. */
const QUIET = new Set(['version', 'sortKey', 'sourceVersion']);

const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
};

const fieldsOf = (contents: unknown): ReadonlyMap<string, unknown> =>
  contents === null || contents === undefined
    ? new Map()
    : typeof contents === 'object' && !Array.isArray(contents)
      ? new Map(Object.entries(contents))
      : new Map([['valeur', contents]]);

export const changesOf = (before: unknown, after: unknown): JournalChange[] => {
  const was = fieldsOf(before);
  const is = fieldsOf(after);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) => {
    const change = { field, before: textOf(was.get(field)), after: textOf(is.get(field)) };
    return QUIET.has(field) || change.before === change.after ? [] : [change];
  });
};
