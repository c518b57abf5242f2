/**
 * The card over everything: open from anywhere with F8, closed with Échap, what was in hand untouched underneath. Its
 * listener is the first of the page and hears keys before any screen, dialog or list: while the card is open no key
 * reaches them.
 */
import { create } from 'zustand';
import type { RequestMark } from '../../../contract/urgency.ts';
import { meantKey } from '../app/shortcuts/meant-key.ts';

interface Shown {
  readonly open: boolean;
  /** What it was opened about, when whoever opened it knows; otherwise the call in hand, if any. */
  readonly request: RequestMark | null;
  /** The line without an answer that it was opened about: then the call in hand is another matter. */
  readonly followsKey: string | null;
}

const CLOSED: Shown = { open: false, request: null, followsKey: null };

export const useUrgencyShown = create<Shown>()(() => CLOSED);

/** Where the hand was: the same field, at the same letter. */
let left: { readonly element: HTMLElement; readonly from: number | null; readonly to: number | null } | null =
  null;

const place = (element: HTMLElement): typeof left => {
  const field = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  return {
    element,
    from: field ? element.selectionStart : null,
    to: field ? element.selectionEnd : null,
  };
};

export const openUrgency = (request: RequestMark | null = null, followsKey: string | null = null): void => {
  if (useUrgencyShown.getState().open) return;
  left = document.activeElement instanceof HTMLElement ? place(document.activeElement) : null;
  useUrgencyShown.setState({ open: true, request, followsKey });
};

export const closeUrgency = (): void => {
  useUrgencyShown.setState(CLOSED);
  const back = left;
  left = null;
  // After the card has left the page: until then its own trap would take the focus again.
  requestAnimationFrame(() => {
    if (back === null || !back.element.isConnected) return;
    back.element.focus({ preventScroll: true });
    if (back.from !== null && 'setSelectionRange' in back.element)
      (back.element as HTMLInputElement).setSelectionRange(back.from, back.to);
  });
};

/** What the open card makes of a key. @returns whether it was one of its own */
type CardKeys = (key: string) => boolean;
let cardKeys: CardKeys | null = null;

export const answerCardKeys = (answer: CardKeys): (() => void) => {
  cardKeys = answer;
  return () => {
    if (cardKeys === answer) cardKeys = null;
  };
};

/** They move about inside the card, or draw the curtain: left to the page. */
const LET_THROUGH: ReadonlySet<string> = new Set([
  'Tab',
  'Enter',
  ' ',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'F12',
  'Shift',
  'Control',
  'Alt',
  'Meta',
]);

const onKeyDown = (event: KeyboardEvent): void => {
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
  const { open } = useUrgencyShown.getState();
  if (!open) {
    if (event.key !== 'F8' || !plain) return;
    event.preventDefault();
    if (!event.repeat) openUrgency();
    return;
  }
  if (LET_THROUGH.has(event.key) || (event.ctrlKey && event.code === 'Space')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.repeat || !plain) return;
  if (cardKeys?.(meantKey(event)) !== true && event.key === 'Escape') closeUrgency();
};

/** To be called before anything else listens. @returns how to stop */
export const listenForUrgency = (): (() => void) => {
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
};
