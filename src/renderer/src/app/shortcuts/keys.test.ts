import { describe, expect, test } from 'vitest';
import { commandIds, specOf } from './commands.ts';
import { blocksBrowser, chordOf, commandOf, isTextField, keyCaption, worksInTextField } from './keys.ts';

const press = (key: string, over: Partial<Parameters<typeof chordOf>[0]> = {}) =>
  chordOf({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...over });

describe('a key and the command that it means', () => {
  test('F2 is a new request, Ctrl+K the search, Échap the way back', () => {
    expect(commandOf(press('F2'))).toBe('request.new');
    expect(commandOf(press('k', { ctrlKey: true }))).toBe('search');
    expect(commandOf(press('Escape'))).toBe('back');
  });

  test('capitals, with or without caps lock, are the same chord', () =>
    expect(commandOf(press('K', { ctrlKey: true, shiftKey: true }))).toBe('search'));

  test('the curtain has two keys', () => {
    expect(commandOf(press('F12'))).toBe('curtain');
    expect(commandOf(press(' ', { code: 'Space', ctrlKey: true }))).toBe('curtain');
  });

  test('a letter that nobody uses means nothing', () => expect(commandOf(press('q'))).toBeNull());
});

describe('while somebody types', () => {
  test('letters and Ctrl+Z belong to the text', () => {
    expect(worksInTextField('s')).toBe(false);
    expect(worksInTextField('Ctrl+Z')).toBe(false);
  });

  test('F-keys, Échap and the other Ctrl keys go on working', () => {
    expect(worksInTextField('F3')).toBe(true);
    expect(worksInTextField('Escape')).toBe(true);
    expect(worksInTextField('Ctrl+K')).toBe(true);
  });

  test('a text field is one that takes text', () => {
    const field = document.createElement('input');
    const tick = Object.assign(document.createElement('input'), { type: 'checkbox' });
    expect([field, tick, document.createElement('textarea'), document.body, null].map(isTextField)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});

test('the browser keeps its own keys where Parvis does not use them', () => {
  expect(blocksBrowser('F3')).toBe(true);
  expect(blocksBrowser('F5')).toBe(false);
  expect(blocksBrowser('Ctrl+P')).toBe(true);
  expect(blocksBrowser('Ctrl+R')).toBe(false);
  expect(blocksBrowser('Ctrl+Z')).toBe(false);
});

test('a key of Parvis never becomes the browser’s, answered or not', () => {
  const left = commandIds.flatMap((id) => specOf(id).keys).filter((key) => !blocksBrowser(key));
  expect(left).toEqual(['s', 'l', 'g', 'Ctrl+Z', 'Escape']);
});

test('keys are written as on French key caps', () => {
  expect(['Ctrl+K', 'Escape', 'Alt+ArrowLeft', 's', 'F2', 'Ctrl+Space'].map(keyCaption)).toEqual([
    'Ctrl K',
    'Échap',
    'Alt ←',
    'S',
    'F2',
    'Ctrl Espace',
  ]);
});
