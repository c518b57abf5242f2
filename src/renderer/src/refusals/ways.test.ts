import { describe, expect, test } from 'vitest';
import { PractitionerId, RequestId } from '../../../contract/ids.ts';
import { startRefusal, toggleListed, toggleWay, withAnswer, withCallback } from './draft.ts';
import { closingOf, newWay, promiseBeside, waysFor } from './ways.ts';

const doctor = PractitionerId.parse(2);
const draft = startRefusal(RequestId.parse(1), null);
const gp = 'general-practitioner' as const;

describe('how the request ends with the refusal', () => {
  test('on the list, for anybody of the profession or for whom the person would wait', () => {
    const listed = toggleWay(draft, { kind: 'registration-list' });
    expect(closingOf(listed, gp)).toMatchObject({
      kind: 'registration-list',
      profession: gp,
      practitionerIds: [],
    });
    expect(closingOf(toggleListed(listed, doctor), gp)).toMatchObject({ practitionerIds: [doctor] });
  });

  test('the list is not lost because a call-back is promised as well', () => {
    const both = withCallback(toggleWay(draft, { kind: 'registration-list' }), {
      due: 5,
      owner: null,
      answer: null,
    });
    expect(closingOf(both, gp)?.kind).toBe('registration-list');
  });

  test('with a promised call-back, when nothing else of the house takes it up', () =>
    expect(
      closingOf(withCallback(toggleWay(draft, { kind: 'cpts' }), { due: 5, owner: null, answer: null }), gp),
    ).toEqual({
      kind: 'callback',
      callback: { due: 5 },
    }));

  test('not at all once a colleague accepted: it waits for its appointment, or for a promised call-back', () => {
    const accepted = withAnswer(toggleWay(draft, { kind: 'registration-list' }), doctor, 'accepted');
    expect(closingOf(accepted, gp)).toBeNull();
    expect(closingOf(withCallback(accepted, { due: 5, owner: null, answer: null }), gp)?.kind).toBe(
      'callback',
    );
  });

  test('sent to whom was named first', () =>
    expect(closingOf(toggleWay(toggleWay(draft, { kind: 'cpts' }), { kind: 'cpam' }), gp)).toEqual({
      kind: 'redirected',
      to: { kind: 'cpts', label: null },
    }));

  test('elsewhere is a kind of place, never somebody’s words', () =>
    expect(closingOf(toggleWay(draft, { kind: 'outside', place: 'health-centre' }), gp)).toEqual({
      kind: 'redirected',
      to: { kind: 'outside', label: 'Un centre de santé' },
    }));

  test('with a slot of the day it stays open: the slot is still to be found', () =>
    expect(
      closingOf(toggleWay(toggleWay(draft, { kind: 'registration-list' }), { kind: 'unscheduled-slot' }), gp),
    ).toBeNull());
});

describe('the call-back promised in the same breath', () => {
  const promisedWith = (kind: 'registration-list' | 'unscheduled-slot' | 'cpts') => {
    const said = withCallback(toggleWay(draft, { kind }), { due: 5, owner: null, answer: null });
    return promiseBeside(said, closingOf(said, gp));
  };
  test('goes beside a place on the list, or a slot that is still to be found', () => {
    expect(promisedWith('registration-list')).toEqual({ due: 5 });
    expect(promisedWith('unscheduled-slot')).toEqual({ due: 5 });
  });
  test('is not promised twice when it is itself the ending, and not at all without a deadline', () => {
    expect(promisedWith('cpts')).toBeNull();
    expect(promiseBeside(withCallback(draft, { due: null, owner: null, answer: null }), null)).toBeNull();
  });
});

test('each way has its own digit, and a colleague none: colleagues were asked a step before', () => {
  const ways = waysFor(gp);
  expect(ways.map(({ digit }) => digit)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  expect(ways.some(({ kind }) => kind === 'colleague')).toBe(false);
  expect(newWay('colleague')).toBeNull();
});
