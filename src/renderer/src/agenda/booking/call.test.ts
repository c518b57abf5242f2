import { expect, test } from 'vitest';
import { changeAsked, changeDraftOf, startCall, useCall } from './call.ts';

const inHand = () => useCall.getState().draft;

test('what comes back late belongs to the call that asked: the next caller’s stays as it is', () => {
  startCall();
  const first = inHand()?.key ?? 0;
  expect(changeDraftOf(first, (draft) => ({ ...draft, comment: 'certificat' }))).toBe(true);
  expect(inHand()?.comment).toBe('certificat');

  startCall();
  changeAsked({ wish: 'vaccin' });
  const next = inHand();
  expect(changeDraftOf(first, (draft) => ({ ...draft, step: 'done' }))).toBe(false);
  expect(inHand()).toBe(next);
});
