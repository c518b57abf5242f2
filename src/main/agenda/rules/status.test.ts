/** docs/spec/appointment-status.md, row by row. */
import { describe, expect, test } from 'vitest';
import type { AppointmentStatus } from '../../../contract/agenda.ts';
import { type Day, instantOf, localNow } from '../../../contract/time.ts';
import { decideStatus, type StatusFacts, type StatusWish } from './status.ts';

const DAY = '2026-11-23';
const NEXT = '2026-11-24';
const ZONE = 'Europe/Paris';
const at = (minute: number, day: Day = DAY) => instantOf(day, minute, ZONE);

const facts = (status: AppointmentStatus, more: Partial<StatusFacts> = {}): StatusFacts => ({
  status,
  day: DAY,
  start: 600,
  end: 630,
  arrivedAt: null,
  startedAt: null,
  endedAt: null,
  excused: null,
  releasedFrom: null,
  statusDay: DAY,
  ...more,
});
const say = (from: StatusFacts, to: StatusWish['status'], now = at(605), more: Partial<StatusWish> = {}) =>
  decideStatus(from, { status: to, release: false, ...more }, now, localNow(now, ZONE));

const nothing = { arrivedAt: null, startedAt: null, endedAt: null, excused: null, releasedFrom: null };
const changed = (status: AppointmentStatus, more: Partial<StatusFacts> = {}) => ({
  kind: 'changed',
  columns: { status, ...nothing, ...more },
});
const REFUSED = { kind: 'refused' };

describe('Forward', () => {
  test('1 a patient arrives on the day, and the time is noted', () => {
    expect(say(facts('booked'), 'arrived')).toEqual(changed('arrived', { arrivedAt: at(605) }));
    expect(say(facts('booked'), 'arrived', at(605, NEXT))).toEqual(REFUSED);
    expect(say(facts('booked'), 'arrived', at(605, '2026-11-22'))).toEqual(REFUSED);
  });

  test('2 the consultation begins, whether or not the arrival was noted', () => {
    expect(say(facts('booked'), 'in-progress')).toEqual(changed('in-progress', { startedAt: at(605) }));
    expect(say(facts('arrived', { arrivedAt: at(590) }), 'in-progress')).toEqual(
      changed('in-progress', { arrivedAt: at(590), startedAt: at(605) }),
    );
    expect(say(facts('booked'), 'in-progress', at(605, NEXT))).toEqual(REFUSED);
  });

  test('3 it ends with its time today, and without one when caught up later', () => {
    const times = { arrivedAt: at(590), startedAt: at(601) };
    expect(say(facts('in-progress', times), 'fulfilled', at(620))).toEqual(
      changed('fulfilled', { ...times, endedAt: at(620) }),
    );
    expect(say(facts('booked'), 'fulfilled', at(480, NEXT))).toEqual(changed('fulfilled'));
    expect(say(facts('booked'), 'fulfilled', at(605, '2026-11-22'))).toEqual(REFUSED);
  });

  test('4 an absence is excused only when somebody said so', () => {
    expect(say(facts('booked'), 'noshow', at(620))).toEqual(changed('noshow', { excused: false }));
    expect(say(facts('booked'), 'noshow', at(480, NEXT), { excused: true })).toEqual(
      changed('noshow', { excused: true }),
    );
    expect(say(facts('booked'), 'noshow', at(620, '2026-11-22'))).toEqual(REFUSED);
    expect(say(facts('arrived', { arrivedAt: at(590) }), 'noshow')).toEqual(REFUSED);
  });

  test('5 a patient given up for absent may still arrive that day', () => {
    const absent = facts('noshow', { excused: false, releasedFrom: 615 });
    expect(say(absent, 'arrived', at(625))).toEqual(changed('arrived', { arrivedAt: at(625) }));
    expect(say(absent, 'arrived', at(625, NEXT))).toEqual(REFUSED);
  });
});

describe('Back', () => {
  test('6 an arrival or an absence goes back to « prévu », and leaves no trace on the row', () => {
    expect(say(facts('arrived', { arrivedAt: at(590) }), 'booked')).toEqual(changed('booked'));
    expect(say(facts('noshow', { excused: true, releasedFrom: 610 }), 'booked')).toEqual(changed('booked'));
  });

  test('7 a consultation begun by mistake goes back to the waiting room, or to « prévu » when nobody had arrived', () => {
    const seen = facts('in-progress', { arrivedAt: at(590), startedAt: at(600) });
    expect(say(seen, 'arrived')).toEqual(changed('arrived', { arrivedAt: at(590) }));
    expect(say(seen, 'booked')).toEqual(REFUSED);
    const unseen = facts('in-progress', { startedAt: at(600) });
    expect(say(unseen, 'booked')).toEqual(changed('booked'));
    expect(say(unseen, 'arrived')).toEqual(REFUSED);
  });

  test('8 a consultation ended by mistake goes back one step, the one that it came from', () => {
    const times = { arrivedAt: at(590), startedAt: at(600) };
    const seen = facts('fulfilled', { ...times, endedAt: at(620) });
    expect(say(seen, 'in-progress', at(621))).toEqual(changed('in-progress', times));
    expect(say(seen, 'arrived')).toEqual(REFUSED);
    expect(say(facts('fulfilled', { arrivedAt: at(590) }), 'arrived')).toEqual(
      changed('arrived', { arrivedAt: at(590) }),
    );
    expect(say(facts('fulfilled'), 'booked')).toEqual(changed('booked'));
    expect(say(facts('fulfilled'), 'in-progress')).toEqual(REFUSED);
  });

  test('9 an absence may be excused afterwards, and its remaining minutes given back', () => {
    const absent = facts('noshow', { excused: false });
    expect(say(absent, 'noshow', at(610), { excused: true })).toEqual(changed('noshow', { excused: true }));
    expect(say(absent, 'noshow', at(610), { release: true })).toEqual(
      changed('noshow', { excused: false, releasedFrom: 610 }),
    );
  });

  test('the way back is open the same day, not the next', () => {
    const absent = facts('noshow', { excused: false });
    expect(say(absent, 'booked', at(1439))).toEqual(changed('booked'));
    expect(say(absent, 'booked', at(0, NEXT))).toEqual(REFUSED);
    // Caught up the next morning: that morning is the day of the mistake.
    expect(say({ ...absent, statusDay: NEXT }, 'booked', at(500, NEXT))).toEqual(changed('booked'));
    expect(say({ ...absent, statusDay: NEXT }, 'booked', at(500, '2026-11-25'))).toEqual(REFUSED);
  });
});

describe('Always', () => {
  for (const status of ['booked', 'arrived', 'in-progress', 'fulfilled', 'noshow'] as const)
    test(`10 saying « ${status} » twice changes nothing, today or later`, () => {
      const now = facts(status, { excused: status === 'noshow' ? false : null });
      expect(say(now, status)).toEqual({ kind: 'unchanged' });
      expect(say(now, status, at(500, '2027-01-04'))).toEqual({ kind: 'unchanged' });
    });

  test('11 a cancelled appointment has no status to change', () => {
    for (const to of ['booked', 'arrived', 'in-progress', 'fulfilled', 'noshow'] as const)
      expect(say(facts('cancelled'), to)).toEqual(REFUSED);
  });

  test('12 a no-show gives back what remains from now on', () => {
    const release = (minute: number, day: Day = DAY) =>
      say(facts('booked'), 'noshow', at(minute, day), { release: true });
    expect(release(615)).toEqual(changed('noshow', { excused: false, releasedFrom: 615 }));
    expect(release(590)).toEqual(changed('noshow', { excused: false, releasedFrom: 600 }));
    expect(release(630)).toEqual(changed('noshow', { excused: false }));
    expect(release(500, NEXT)).toEqual(changed('noshow', { excused: false }));
  });
});
