/** Which key was pressed, where, and which command it means. Pure: the listener lives in `registry.ts`. */
import { type CommandId, commandIds, specOf } from './commands.ts';

export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** `Ctrl+K`, `Alt+ArrowLeft`, `F2`, `w`. Cmd counts as Ctrl. Shift is not part of a chord: it makes other characters. */
export const chordOf = (event: Pressed): string => {
  const key = event.code === 'Space' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const modifiers = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}`;
  return modifiers === '' && key.length === 1 ? event.key.toLowerCase() : modifiers + key;
};

const byChord = new Map<string, CommandId>(
  commandIds.flatMap((id) => specOf(id).keys.map((key) => [key, id] as const)),
);

export const commandOf = (chord: string): CommandId | null => byChord.get(chord) ?? null;

const isFunctionKey = (chord: string): boolean => /^F\d{1,2}$/.test(chord);

/**
 * In a text field a letter is text, and Ctrl+Z takes back what was typed there. F-keys, Escape and Ctrl chords that a
 * field does not use work everywhere.
 */
export const worksInTextField = (chord: string): boolean =>
  isFunctionKey(chord) || chord === 'Escape' || (chord.startsWith('Ctrl+') && chord !== 'Ctrl+Z');

/**
 * Keys that the browser would take for itself (find, reload, caret mode, print…) although they are Parvis's. Even while
 * nobody answers one: a hand that knows F3 must never open the browser's own search, nor Ctrl+P print a screen of names.
 */
export const blocksBrowser = (chord: string): boolean =>
  commandOf(chord) !== null &&
  (isFunctionKey(chord) || chord.startsWith('Ctrl+') || chord.startsWith('Alt+')) &&
  chord !== 'Ctrl+Z';

const NOT_TEXT = new Set([
  'button',
  'checkbox',
  'radio',
  'range',
  'color',
  'file',
  'submit',
  'reset',
  'image',
]);

export const isTextField = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TEXT.has(target.type) && !target.readOnly;
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
};

const FRENCH: Readonly<Record<string, string>> = {
  Escape: 'Échap',
  Enter: 'Entrée',
  Delete: 'Suppr',
  Space: 'Espace',
  Home: 'Début',
  End: 'Fin',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** As written on the key cap: `Ctrl K`, `Échap`, `W`. */
export const keyCaption = (chord: string): string =>
  chord
    .split('+')
    .map((part) => FRENCH[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
