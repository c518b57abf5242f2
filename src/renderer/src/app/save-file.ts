/** Hands a file to the person: the system's own dialog under Electron, a download in a browser. */
import type { SavedKind, SaveOutcome } from '../../../contract/shell.ts';
import { shell } from './shell.ts';

const TYPES: Readonly<Record<SavedKind, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  txt: 'text/plain;charset=utf-8',
  ics: 'text/calendar;charset=utf-8',
};

/** @param name without extension */
export const saveBytes = async (
  name: string,
  kind: SavedKind,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<SaveOutcome> => {
  const window = shell();
  if (window) return window.saveFile({ name, kind, bytes });
  const address = URL.createObjectURL(new Blob([bytes], { type: TYPES[kind] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.${kind}`;
  link.click();
  // The browser reads it after the click: freed at the next turn it could come out empty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return 'saved';
};

export const saveText = (name: string, kind: SavedKind, text: string): Promise<SaveOutcome> =>
  saveBytes(name, kind, new TextEncoder().encode(text));
