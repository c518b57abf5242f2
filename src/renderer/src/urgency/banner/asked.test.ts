import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PractitionerId, RequestId, StaffId, UrgencyEventId } from '../../../../contract/ids.ts';
import type { UrgencyEvent } from '../../../../contract/urgency.ts';
import { type Asked, afterAWhile, askedOf, atOpening, type Choose, follow } from './asked.ts';

const NGUYEN = PractitionerId.parse(1);
const PETIT = PractitionerId.parse(2);
const AT = 1_795_000_000_000;

const line = (id: number, more: Partial<UrgencyEvent> = {}): UrgencyEvent => ({
  id: UrgencyEventId.parse(id),
  key: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  at: AT + id,
  writtenAt: AT + id,
  what: 'doubt',
  requestId: null,
  requestOpenedAt: null,
  practitionerId: null,
  cardId: null,
  followsKey: null,
  by: StaffId.parse(1),
  acknowledged: null,
  waiting: true,
  ...more,
});
const about = (id: number, n: number): UrgencyEvent =>
  line(id, { requestId: RequestId.parse(n), requestOpenedAt: AT });
const told = (id: number, practitionerId: PractitionerId): UrgencyEvent =>
  line(id, { what: 'practitioner-told', practitionerId });
const oldest: Choose = (waiting) => waiting[0] ?? null;

describe('The line that a practitioner is asked about', () => {
  const waiting = [line(1), told(2, PETIT), about(3, 7), told(4, NGUYEN)];
  const asked = (more: Parameters<typeof askedOf>[2]) => askedOf(waiting, NGUYEN, more)?.id;

  test('is what the card was opened about, then what she was told, then the oldest', () => {
    const request = { id: RequestId.parse(7), openedAt: AT };
    expect(asked({ request: null, followsKey: line(2).key })).toBe(2);
    expect(asked({ request, followsKey: null })).toBe(3);
    expect(asked({ request: { ...request, openedAt: AT + 1 }, followsKey: null })).toBe(4);
    expect(asked(null)).toBe(4);
    expect(askedOf(waiting, PractitionerId.parse(9), null)?.id).toBe(1);
    expect(askedOf([], NGUYEN, null)).toBe(null);
  });

  test('stays when an older one arrives, or one that is more hers', () => {
    const shown = atOpening([line(2)], (all) => askedOf(all, NGUYEN, null));
    expect(shown).toEqual({ event: line(2), stage: 'ready', another: false });
    const choose: Choose = (all) => askedOf(all, NGUYEN, null);
    expect(follow(shown, [line(1), line(2), told(3, NGUYEN)], choose, true)).toBe(shown);
  });

  test('settled elsewhere says so, takes no key, and only then makes room for the next', () => {
    const shown = atOpening([line(1), line(2)], oldest);
    const gone = follow(shown, [line(2)], oldest, true);
    expect(gone).toMatchObject({ event: { id: 1 }, stage: 'gone' });
    expect(follow(gone, [line(2)], oldest, true)).toBe(gone);
    const next = afterAWhile(gone as Asked, [line(2)], oldest);
    expect(next).toMatchObject({ event: { id: 2 }, stage: 'shown', another: true });
    expect(afterAWhile(gone as Asked, [], oldest)).toBe(null);
  });

  test('answered gives its place to the next, which is to be read before it takes a key', () => {
    const sent: Asked = { event: line(1), stage: 'sent', another: false };
    expect(follow(sent, [line(1), line(2)], oldest, true)).toBe(sent);
    const next = follow(sent, [line(2)], oldest, true);
    expect(next).toMatchObject({ event: { id: 2 }, stage: 'shown', another: true });
    expect(afterAWhile(next as Asked, [line(2)], oldest)?.stage).toBe('ready');
  });

  test('that arrives before her eyes takes no key at once: hers was meant for something else', () =>
    expect(follow(null, [line(1)], oldest, true)).toMatchObject({ stage: 'shown', another: false }));

  test('never takes a key without having been shown a while, whatever comes and goes', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 5 });
    const step = fc.oneof(
      ids.map((list) => ({ waiting: list.toSorted().map((id) => line(id)) })),
      fc.constant('while' as const),
      fc.constant('key' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, lingers) => {
        let waiting: readonly UrgencyEvent[] = [];
        let asked: Asked | null = atOpening(waiting, oldest);
        let read: number | null = null;
        for (const one of steps) {
          const before = asked?.event.id ?? null;
          if (one === 'while') asked = asked === null ? null : afterAWhile(asked, waiting, oldest);
          else if (one === 'key') {
            if (asked?.stage === 'ready') {
              expect(asked.event.id).toBe(read);
              asked = { ...asked, stage: 'sent' };
            }
          } else waiting = one.waiting;
          asked = follow(asked, waiting, oldest, lingers);
          if (asked?.stage === 'ready') {
            // Only time makes it ready, and only on the line that was already there.
            if (read !== asked.event.id) expect([one, before]).toEqual(['while', asked.event.id]);
            read = asked.event.id;
          } else read = null;
        }
      }),
    );
  });
});
