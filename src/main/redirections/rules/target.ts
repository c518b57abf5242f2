/** How an entry of the directory is named in the outcome of a request. Pure. */
import type { DirectoryEntry } from '../../../contract/directory.ts';
import { entryName } from '../../../contract/directory-words.ts';
import type { RedirectedOutside } from '../../../contract/requests.ts';

const LONGEST = 200;

type Named = Pick<DirectoryEntry, 'kind' | 'title' | 'name' | 'givenName'>;

/** A pharmacy and a CPTS are kinds of their own there; everybody else is somebody outside, by name. */
export const outcomeTo = (entry: Named): RedirectedOutside => {
  const label = entryName(entry).slice(0, LONGEST);
  return entry.kind === 'pharmacy' || entry.kind === 'cpts'
    ? { kind: entry.kind, label }
    : { kind: 'outside', label };
};
