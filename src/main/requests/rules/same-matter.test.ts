import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PractitionerId, RequestId } from '../../../contract/ids.ts';
import { RequestNature, type RequestOutcome } from '../../../contract/requests.ts';
import { instantOf } from '../../../contract/time.ts';
import {
  continuedBy,
  type Earlier,
  joinWishes,
  leavesUnsettled,
  type Matter,
  sameMatter,
} from './same-matter.ts';

const PARIS = 'Europe/Paris';
const at = (day: string, minute = 600): number => instantOf(day, minute, PARIS);
const NOW = at('2026-11-23');
const NGUYEN = PractitionerId.parse(1);
const PETIT = PractitionerId.parse(2);

const asked: Matter = {
  nature: 'registration',
  profession: 'general-practitioner',
  practitionerId: null,
  message: null,
};
const earlier = (id: number, more: Partial<Earlier> = {}): Earlier => ({
  ...asked,
  id: RequestId.parse(id),
  openedAt: NOW - id * 1000,
  closedAt: null,
  outcome: null,
  ...more,
});
const closed = (id: number, day: string, outcome: RequestOutcome, minute = 600): Earlier =>
  earlier(id, { openedAt: at(day, minute) - 60_000, closedAt: at(day, minute), outcome });
const onList: RequestOutcome = {
  kind: 'registration-list',
  profession: 'general-practitioner',
  practitionerIds: [],
  wishes: { days: [], from: null, to: null, practitionerSex: null, atShortNotice: false, note: null },
};
const chosen = (list: readonly Earlier[], matter = asked) =>
  continuedBy(list, matter, NOW, PARIS)?.id ?? null;

describe('the same person asks again', () => {
  test('and the request is still open: it goes on, however old it is', () =>
    expect(chosen([earlier(1, { openedAt: at('2026-06-01') })])).toBe(1));

  test('nine days after a place on the list: the matter is taken up again', () =>
    expect(chosen([closed(1, '2026-11-14', onList)])).toBe(1));

  test('on the thirtieth day it is the same matter, on the thirty-first a new one', () => {
    expect(chosen([closed(1, '2026-10-24', onList, 1)])).toBe(1);
    expect(chosen([closed(1, '2026-10-23', onList, 1439)])).toBe(null);
  });

  test('an open one comes before one that was closed later; of several the newest', () => {
    expect(chosen([closed(1, '2026-11-20', onList), earlier(2, { openedAt: at('2026-11-02') })])).toBe(2);
    expect(chosen([closed(1, '2026-11-02', onList), closed(2, '2026-11-20', onList)])).toBe(2);
  });

  test('after an appointment, an answer or the 15 it is another matter', () => {
    const settled: RequestOutcome[] = [
      { kind: 'appointment', appointmentId: 1 as never },
      { kind: 'answered', said: 'oui' },
      { kind: 'emergency' },
      { kind: 'unresolved', reason: 'duplicate' },
      { kind: 'unresolved', reason: 'opened-by-mistake' },
    ];
    for (const outcome of settled)
      expect([outcome, chosen([closed(1, '2026-11-22', outcome)])]).toEqual([outcome, null]);
  });

  test('whatever else it ended with left something to do', () => {
    const unsettled: RequestOutcome[] = [
      onList,
      { kind: 'redirected', to: { kind: 'cpts', label: null } },
      { kind: 'callback', callbackId: 1 as never },
      { kind: 'withdrawn' },
      { kind: 'unresolved', reason: 'nothing-found' },
      { kind: 'unresolved', reason: 'unreachable' },
      { kind: 'unresolved', reason: 'offers-declined' },
    ];
    for (const outcome of unsettled)
      expect([outcome, chosen([closed(1, '2026-11-22', outcome)])]).toEqual([outcome, 1]);
  });
});

describe('what is the same matter', () => {
  const same = (a: Partial<Matter>, b: Partial<Matter>) => sameMatter({ ...asked, ...a }, { ...asked, ...b });

  test('a médecin and a kiné are two; a profession not said yet may be either', () => {
    expect(same({}, { profession: 'physiotherapist' })).toBe(false);
    expect(same({}, { profession: null })).toBe(true);
  });

  test('two doctors of the house are one search for a doctor', () =>
    expect(same({ practitionerId: NGUYEN }, { practitionerId: PETIT })).toBe(true));

  test('a prescription and a result are two messages, and so are messages for two practitioners', () => {
    const message = (kind: 'prescription' | 'result', practitionerId: PractitionerId, urgent = false) =>
      ({ nature: 'message', message: { kind, urgent }, practitionerId }) as const;
    expect(same(message('result', NGUYEN), message('prescription', NGUYEN))).toBe(false);
    expect(same(message('result', NGUYEN), message('result', PETIT))).toBe(false);
    expect(same(message('result', NGUYEN), message('result', NGUYEN, true))).toBe(true);
  });
});

const matters: fc.Arbitrary<Matter> = fc.record({
  nature: fc.constantFrom(...RequestNature.options),
  profession: fc.constantFrom(null, 'general-practitioner', 'nurse'),
  practitionerId: fc.constantFrom(null, NGUYEN, PETIT),
  message: fc.constantFrom({ kind: 'result', urgent: false }, { kind: 'advice', urgent: true }),
});
const outcomes = fc.constantFrom<RequestOutcome>(
  onList,
  { kind: 'withdrawn' },
  { kind: 'answered', said: 'oui' },
  { kind: 'redirected', to: { kind: 'sas', label: null } },
);
const pasts: fc.Arbitrary<Earlier[]> = fc
  .array(
    fc
      .tuple(matters, fc.integer({ min: 0, max: 80 }), fc.option(outcomes))
      .map(([matter, days, outcome]) => ({
        ...matter,
        openedAt: NOW - days * 86_400_000,
        closedAt: outcome === null ? null : NOW - Math.floor(days / 2) * 86_400_000,
        outcome,
      })),
    { maxLength: 8 },
  )
  .map((list) => list.map((one, index) => ({ ...one, id: RequestId.parse(index + 1) })));

describe('whatever was asked before', () => {
  test('an open request of the same matter is always continued, and nothing of another matter ever is', () =>
    fc.assert(
      fc.property(pasts, matters, (past, matter) => {
        const found = continuedBy(past, matter, NOW, PARIS);
        const same = past.filter((one) => sameMatter(one, matter));
        if (same.some(({ closedAt }) => closedAt === null)) expect(found?.closedAt).toBe(null);
        if (found !== null) expect(same).toContain(found);
        if (found?.outcome) expect(leavesUnsettled(found.outcome)).toBe(true);
        if (found?.closedAt) expect(NOW - found.closedAt).toBeLessThan(31 * 86_400_000);
      }),
      { numRuns: 1000 },
    ));

  test('the order in which requests are listed changes nothing', () =>
    fc.assert(
      fc.property(pasts, matters, (past, matter) => {
        expect(continuedBy(past.toReversed(), matter, NOW, PARIS)).toBe(
          continuedBy(past, matter, NOW, PARIS),
        );
      }),
    ));

  test('once nothing is continued, a later day does not continue it either', () =>
    fc.assert(
      fc.property(pasts, matters, fc.nat({ max: 40 }), (past, matter, days) => {
        if (continuedBy(past, matter, NOW, PARIS) === null)
          expect(continuedBy(past, matter, NOW + days * 86_400_000, PARIS)).toBe(null);
      }),
    ));
});

describe('two wishes', () => {
  test.each([
    [null, null, null],
    ['certificat', null, 'certificat'],
    [null, 'certificat', 'certificat'],
    ['certificat', 'certificat', 'certificat'],
    ['certificat', 'certificat sport', 'certificat sport'],
    ['certificat sport', 'certificat', 'certificat sport'],
    ['certificat', 'vaccin', 'certificat\u202f; vaccin'],
  ])('%s, then %s', (before, now, both) => expect(joinWishes(before, now)).toBe(both));

  test('too long together: the later one, and never more than the field holds', () =>
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, minLength: 1 }),
        fc.string({ maxLength: 300, minLength: 1 }),
        (a, b) => {
          const both = joinWishes(a, b) ?? '';
          expect(both.length).toBeLessThanOrEqual(300);
          expect(both).toContain(b);
        },
      ),
    ));
});
