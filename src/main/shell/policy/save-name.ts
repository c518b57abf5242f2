/** Names and kinds of the files that people save from Parvis, whatever the page proposes. */
import { type FileToSave, SAVED_KINDS, type SavedKind } from '../../../contract/shell.ts';

const LONGEST = 120;
/** More than any report of a front desk; a page gone wrong must not fill the disk. */
const LARGEST_BYTES = 200 * 1024 * 1024;
const FALLBACK = 'Parvis';
/** Windows keeps these for devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** In the system's save dialog. */
export const KIND_LABELS: Readonly<Record<SavedKind, string>> = {
  pdf: 'Document PDF',
  csv: 'Tableau CSV',
  json: 'Données JSON',
  txt: 'Texte',
  ics: 'Calendrier',
};

/** A file name that every system accepts, without a folder, with its extension. */
export const safeFileName = (proposed: string, kind: SavedKind): string => {
  const name = proposed
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go.
    .replace(/[\u0000-\u001f\u007f-\u009f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST)
    .replace(/^[. ]+|[. ]+$/g, '');
  const stem = name.split('.', 1)[0] ?? '';
  return `${name === '' || RESERVED.test(stem) ? FALLBACK : name}.${kind}`;
};

/** What came from the page, if it is a file to save. */
export const asFileToSave = (value: unknown): FileToSave | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { name, kind, bytes } = value as Record<string, unknown>;
  const known = SAVED_KINDS.find((candidate) => candidate === kind);
  if (typeof name !== 'string' || known === undefined || !(bytes instanceof Uint8Array)) return null;
  return bytes.byteLength <= LARGEST_BYTES ? { name, kind: known, bytes } : null;
};

/** The chosen path, with its extension if the dialog of the system did not add it. */
export const withExtension = (path: string, kind: SavedKind): string =>
  path.toLowerCase().endsWith(`.${kind}`) ? path : `${path}.${kind}`;
