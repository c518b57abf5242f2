import { afterEach, beforeEach, expect, test } from 'vitest';
import { RequestId } from '../../../contract/ids.ts';
import { answerCardKeys, closeUrgency, listenForUrgency, openUrgency, useUrgencyShown } from './shown.ts';

let stop: () => void;
let forget: (() => void)[] = [];
/** What the screen beneath hears. */
let heard: string[] = [];

beforeEach(() => {
  stop = listenForUrgency();
  const listen = (event: KeyboardEvent): void => {
    heard.push(event.key);
  };
  // As the keenest screen would: in the capture phase, on the window.
  window.addEventListener('keydown', listen, { capture: true });
  forget.push(() => window.removeEventListener('keydown', listen, { capture: true }));
});
afterEach(() => {
  closeUrgency();
  stop();
  for (const one of forget) one();
  forget = [];
  heard = [];
  document.body.innerHTML = '';
});

const press = (key: string, more: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  (document.activeElement ?? document.body).dispatchEvent(event);
  return event;
};
const isOpen = (): boolean => useUrgencyShown.getState().open;

test('F8 opens the card from anywhere; held down, or with another key, it does nothing', () => {
  press('F8', { ctrlKey: true });
  press('F8', { repeat: true });
  expect(isOpen()).toBe(false);
  expect(press('F8').defaultPrevented).toBe(true);
  expect(isOpen()).toBe(true);
});

test('while the card is open no key reaches what lies beneath, but those that move about or draw the curtain', () => {
  press('F8');
  heard = [];
  for (const key of ['a', '3', 'F2', 'F8', 'Backspace', 'Escape']) press(key, { repeat: key === 'Escape' });
  press('z', { ctrlKey: true });
  expect(heard).toEqual([]);
  expect(isOpen()).toBe(true);
  for (const key of ['Tab', 'Enter', 'ArrowDown', 'F12', 'Shift']) press(key);
  press(' ', { ctrlKey: true, code: 'Space' });
  expect(heard).toEqual(['Tab', 'Enter', 'ArrowDown', 'F12', 'Shift', ' ']);
});

test('the open card has the first say about a key, Échap included; held down a key is said once', () => {
  const asked: string[] = [];
  let choosing = true;
  forget.push(
    answerCardKeys((key) => {
      asked.push(key);
      return choosing;
    }),
  );
  press('F8');
  press('3');
  press('3', { repeat: true });
  press('Escape');
  expect(isOpen()).toBe(true);
  choosing = false;
  press('Escape');
  expect(isOpen()).toBe(false);
  expect(asked).toEqual(['3', 'Escape', 'Escape']);
});

test('closing gives the same field back, at the same letter', async () => {
  const field = document.createElement('input');
  field.value = 'dup mar 1952';
  document.body.append(field);
  field.focus();
  field.setSelectionRange(7, 7);
  press('F8');
  // A field that is given the focus again selects everything.
  field.setSelectionRange(0, 12);
  field.blur();
  press('Escape');
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(document.activeElement).toBe(field);
  expect([field.selectionStart, field.selectionEnd]).toEqual([7, 7]);
});

test('closing forgives a field that has left the page meanwhile', async () => {
  const field = document.createElement('input');
  document.body.append(field);
  field.focus();
  press('F8');
  field.remove();
  closeUrgency();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(isOpen()).toBe(false);
});

test('what it was opened about stays until it is closed, and is forgotten then', () => {
  const request = { id: RequestId.parse(7), openedAt: 1_795_000_000_000 };
  openUrgency(request, 'a');
  openUrgency();
  expect(useUrgencyShown.getState()).toEqual({ open: true, request, followsKey: 'a' });
  closeUrgency();
  press('F8');
  expect(useUrgencyShown.getState()).toEqual({ open: true, request: null, followsKey: null });
});
