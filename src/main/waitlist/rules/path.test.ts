import { expect, it } from 'vitest';
import { stepOf } from './path.ts';

it('each act of a wait is one step; what accompanies it is none', () => {
  const row = { state: 'unreachable', ended: null };
  expect(stepOf({ action: 'waitlist.added', after: row })).toEqual({ kind: 'added', byHand: true });
  expect(stepOf({ action: 'waitlist.entered', after: row })).toEqual({ kind: 'added', byHand: false });
  expect(stepOf({ action: 'waitlist.tried', after: row })).toEqual({ kind: 'tried', unreachable: true });
  expect(stepOf({ action: 'waitlist.closed', after: { ended: 'found-elsewhere' } })).toEqual({
    kind: 'closed',
    end: 'found-elsewhere',
  });
  expect(stepOf({ action: 'waitlist.tried.undone', after: row })).toEqual({ kind: 'undone' });
  expect(stepOf({ action: 'waitlist.followed', after: row })).toBeNull();
  expect(stepOf({ action: 'waitlist.fell-back', after: row })).toBeNull();
});

it('where contents were erased, what was done and when remains', () => {
  expect(stepOf({ action: 'waitlist.ended', after: null })).toEqual({ kind: 'closed', end: null });
  expect(stepOf({ action: 'offer.answered', after: null })).toEqual({ kind: 'answered', answer: null });
});

it('no criterion is ever a step of the path', () => {
  expect(stepOf({ action: 'criterion.set', after: { criterion: 'c2s' } })).toBeNull();
});
