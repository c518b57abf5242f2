/** docs/spec/requests.md, « What each outcome needs », row by row. */
import { describe, expect, test } from 'vitest';
import type { Closing } from '../../../contract/requests.ts';
import { type ClosingFacts, missingToClose, missingToEnd } from './closing.ts';

const wishes = { days: [], from: null, to: null, practitionerSex: null, atShortNotice: false, note: null };
const standing = { stands: true, own: true, toCome: true };
const facts = (more: Partial<ClosingFacts> = {}): ClosingFacts => ({
  named: true,
  appointment: null,
  ...more,
});
const appointmentId = 1 as never;

const appointment: Closing = { kind: 'appointment', appointmentId };
const registration: Closing = { kind: 'registration-list', profession: 'nurse', practitionerIds: [], wishes };
const earlier: Closing = { kind: 'earlier-list', appointmentId, wishes };
const outside = (label: string): Closing => ({ kind: 'redirected', to: { kind: 'outside', label } });

describe('a request is closed', () => {
  test.each<[string, Closing | null | undefined, Partial<ClosingFacts>, string | null]>([
    ['without any outcome', null, {}, 'outcome'],
    ['with nothing sent at all', undefined, {}, 'outcome'],
    ['by an appointment that stands', appointment, { appointment: standing }, null],
    [
      'by one that is over but took place',
      appointment,
      { appointment: { ...standing, toCome: false } },
      null,
    ],
    ['by a cancelled one', appointment, { appointment: { ...standing, stands: false } }, 'appointment'],
    ['by somebody else’s', appointment, { appointment: { ...standing, own: false } }, 'appointment'],
    ['by one that is not known', appointment, {}, 'appointment'],
    ['by the registration list', registration, {}, null],
    ['by that list, for nobody', registration, { named: false }, 'patient'],
    ['by the list for an earlier appointment', earlier, { appointment: standing }, null],
    [
      'by that list, when it is over',
      earlier,
      { appointment: { ...standing, toCome: false } },
      'appointment',
    ],
    ['by that list, for nobody', earlier, { named: false, appointment: standing }, 'patient'],
    ['by an outside colleague with a name', outside('Cabinet fictif'), {}, null],
    ['by an outside colleague without a name', outside(' '), {}, 'label'],
    ['by the CPTS', { kind: 'redirected', to: { kind: 'cpts', label: null } }, {}, null],
    ['by what was answered', { kind: 'answered', said: 'Le certificat est prêt.' }, {}, null],
    ['by an answer without words', { kind: 'answered', said: '\u00a0 ' }, {}, 'said'],
    ['by a promised call-back', { kind: 'callback', callback: { due: 0 } }, { named: false }, null],
    ['by the 15', { kind: 'emergency' }, { named: false }, null],
    ['by whoever no longer asks', { kind: 'withdrawn' }, { named: false }, null],
    [
      'without a solution, for a reason of the list',
      { kind: 'unresolved', reason: 'nothing-found' },
      {},
      null,
    ],
  ])('%s', (_, closing, more, missing) => expect(missingToClose(closing, facts(more))).toBe(missing));
});

describe('a call-back ends', () => {
  test('kept with what was said, unreachable after an attempt, withdrawn at any time, and not without a word', () => {
    expect(missingToEnd({ kind: 'kept', said: 'Viendra jeudi.' }, 0)).toBe(null);
    expect(missingToEnd({ kind: 'kept', said: '' }, 2)).toBe('said');
    expect(missingToEnd({ kind: 'unreachable' }, 0)).toBe('attempt');
    expect(missingToEnd({ kind: 'unreachable' }, 1)).toBe(null);
    expect(missingToEnd({ kind: 'withdrawn' }, 0)).toBe(null);
    expect(missingToEnd(null, 3)).toBe('outcome');
    expect(missingToEnd(undefined, 3)).toBe('outcome');
  });
});
