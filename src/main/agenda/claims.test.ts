/** docs/spec/claims.md, row by row, on the real encrypted file: nothing but SQL between the test and the triggers. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  COLIN,
  DUPONT,
  fillHouse,
  fixtureDb,
  MARTIN,
  NGUYEN,
  PETIT,
} from '../../../tests/support/agenda-house.ts';
import { openTestGround, type TestGround } from '../../../tests/support/ground.ts';
import { get, run, type WriteDb } from '../core/db.ts';

let house: TestGround;
let db: WriteDb;
beforeEach(() => {
  house = openTestGround();
  fillHouse(house.ground);
  db = fixtureDb(house.ground);
});
afterEach(() => house.close());

const DAY = '2026-11-24';
const TAKEN = 'claims: no room';

interface Row {
  readonly kind?: 'appointment' | 'hold';
  readonly practitioner?: number;
  readonly day?: string;
  readonly start: number;
  readonly end: number;
  readonly status?: string;
  readonly capacity?: number;
  readonly overbooked?: boolean;
  readonly released?: number;
}

const add = (row: Row): number => {
  const hold = row.kind === 'hold';
  const status = row.status ?? (hold ? 'held' : 'booked');
  return run(
    db,
    `INSERT INTO claims (version, kind, practitioner_id, day, start_min, end_min, released_from, status, capacity, overbooked,
       overbooked_reason, overbooked_by, patient_id, cancelled_at, expires_at, created_at)
     VALUES (1, :kind, :practitioner, :day, :start, :end, :released, :status, :capacity, :overbooked, :reason, :by, :patient,
       :cancelled, :expires, 0)`,
    {
      kind: row.kind ?? 'appointment',
      practitioner: row.practitioner ?? NGUYEN,
      day: row.day ?? DAY,
      start: row.start,
      end: row.end,
      released: row.released ?? null,
      status,
      capacity: row.capacity ?? 1,
      overbooked: row.overbooked ? 1 : 0,
      reason: row.overbooked ? 'urgence familiale' : null,
      by: row.overbooked ? 1 : null,
      patient: hold ? null : DUPONT,
      cancelled: status === 'cancelled' ? 1 : null,
      expires: hold ? 1 : null,
    },
  ).id;
};

const change = (id: number, columns: Readonly<Record<string, string | number | null>>): void => {
  const set = Object.keys(columns).map((name) => `${name} = :${name}`);
  run(db, `UPDATE claims SET ${set.join(', ')} WHERE id = :id`, { ...columns, id });
};

const placeOf = (id: number) =>
  get(db, 'SELECT day, start_min, end_min, status, overbooked FROM claims WHERE id = ?', [id]);

describe('Who occupies time', () => {
  for (const status of ['booked', 'arrived', 'in-progress', 'fulfilled'])
    test(`1 an appointment that is ${status} occupies its whole time`, () => {
      add({ start: 540, end: 570, status });
      expect(() => add({ start: 540, end: 555 })).toThrow(TAKEN);
      expect(() => add({ start: 565, end: 580 })).toThrow(TAKEN);
      add({ start: 525, end: 540 });
      add({ start: 570, end: 585 });
    });

  test('2 a no-show occupies its whole time', () => {
    add({ start: 540, end: 570, status: 'noshow' });
    expect(() => add({ start: 555, end: 570 })).toThrow(TAKEN);
  });

  test('3 a no-show that gave its remaining minutes back occupies the time before the release only', () => {
    add({ start: 540, end: 570, status: 'noshow', released: 550 });
    expect(() => add({ start: 549, end: 564 })).toThrow(TAKEN);
    add({ start: 550, end: 565 });
  });

  test('3 a no-show released from its first minute occupies nothing', () => {
    add({ start: 540, end: 570, status: 'noshow', released: 540 });
    add({ start: 540, end: 570 });
  });

  test('4 a hold occupies like an appointment, and an appointment like a hold', () => {
    add({ kind: 'hold', start: 540, end: 570 });
    expect(() => add({ start: 540, end: 555 })).toThrow(TAKEN);
    add({ start: 600, end: 615 });
    expect(() => add({ kind: 'hold', start: 605, end: 620 })).toThrow(TAKEN);
  });

  test('5 a cancelled appointment occupies nothing', () => {
    add({ start: 540, end: 570, status: 'cancelled' });
    add({ start: 540, end: 570 });
  });

  for (const status of ['released', 'expired'])
    test(`6 a hold that is ${status} occupies nothing`, () => {
      add({ kind: 'hold', start: 540, end: 570, status });
      add({ start: 540, end: 570 });
    });
});

describe('When a claim is judged', () => {
  test('7 a new claim that occupies nothing is not judged', () => {
    add({ start: 540, end: 570 });
    add({ start: 540, end: 570, status: 'cancelled' });
    add({ start: 540, end: 570, status: 'noshow', released: 540 });
    expect(() => add({ start: 540, end: 570 })).toThrow(TAKEN);
  });

  test('8 a move onto somebody else is refused, whether by practitioner, day, start or end', () => {
    add({ start: 540, end: 570 });
    const other = add({ start: 600, end: 630 });
    const elsewhere = add({ practitioner: PETIT, start: 540, end: 570 });
    const tomorrow = add({ day: '2026-11-25', start: 540, end: 570 });
    const before = add({ start: 510, end: 540 });
    expect(() => change(other, { start_min: 560 })).toThrow(TAKEN);
    expect(() => change(before, { end_min: 541 })).toThrow(TAKEN);
    expect(() => change(elsewhere, { practitioner_id: NGUYEN })).toThrow(TAKEN);
    expect(() => change(tomorrow, { day: DAY })).toThrow(TAKEN);
    expect(placeOf(other)).toEqual({
      day: DAY,
      start_min: 600,
      end_min: 630,
      status: 'booked',
      overbooked: 0,
    });
  });

  test('8 a move onto part of one’s own time is no conflict', () => {
    const own = add({ start: 540, end: 570 });
    change(own, { start_min: 550, end_min: 580 });
    change(own, { start_min: 550, end_min: 580 });
    expect(placeOf(own)).toEqual({ day: DAY, start_min: 550, end_min: 580, status: 'booked', overbooked: 0 });
  });

  test('8 a longer stay is judged on what it gains at both ends', () => {
    add({ start: 500, end: 540 });
    const own = add({ start: 550, end: 570 });
    add({ start: 580, end: 600 });
    change(own, { start_min: 540, end_min: 580 });
    expect(() => change(own, { start_min: 539 })).toThrow(TAKEN);
    expect(() => change(own, { end_min: 581 })).toThrow(TAKEN);
  });

  test('9 a shorter stay within the time already held passes', () => {
    const own = add({ start: 540, end: 600 });
    add({ start: 540, end: 600, overbooked: true });
    change(own, { start_min: 550, end_min: 590 });
    expect(placeOf(own)).toEqual({ day: DAY, start_min: 550, end_min: 590, status: 'booked', overbooked: 0 });
  });

  test('10 a cancelled appointment comes back only if its place is still free', () => {
    const own = add({ start: 540, end: 570, status: 'cancelled' });
    const taker = add({ start: 555, end: 585 });
    expect(() => change(own, { status: 'booked', cancelled_at: null })).toThrow(TAKEN);
    change(taker, { status: 'cancelled', cancelled_at: 1 });
    change(own, { status: 'booked', cancelled_at: null });
    expect(placeOf(own)).toEqual({ day: DAY, start_min: 540, end_min: 570, status: 'booked', overbooked: 0 });
  });

  for (const status of ['released', 'expired'])
    test(`10 a hold that is ${status} stands again only if its place is still free`, () => {
      const own = add({ kind: 'hold', start: 540, end: 570, status });
      const taker = add({ start: 540, end: 555 });
      expect(() => change(own, { status: 'held' })).toThrow(TAKEN);
      change(taker, { status: 'cancelled', cancelled_at: 1 });
      change(own, { status: 'held' });
    });

  test('11 a no-show takes its released minutes back only if nobody got them', () => {
    const own = add({ start: 540, end: 570, status: 'noshow', released: 550 });
    const taker = add({ start: 555, end: 570 });
    expect(() => change(own, { status: 'booked', released_from: null })).toThrow(TAKEN);
    change(taker, { status: 'cancelled', cancelled_at: 1 });
    change(own, { status: 'booked', released_from: null });
  });

  test('11 a no-show released from its first minute is judged on all of it', () => {
    const own = add({ start: 540, end: 570, status: 'noshow', released: 540 });
    add({ start: 540, end: 545 });
    expect(() => change(own, { status: 'booked', released_from: null })).toThrow(TAKEN);
  });

  test('12 a mere change of status, comment, patient or type is never judged', () => {
    const own = add({ start: 540, end: 570 });
    add({ start: 540, end: 570, overbooked: true });
    for (const status of ['arrived', 'in-progress', 'fulfilled', 'noshow', 'booked']) change(own, { status });
    change(own, { comment: 'vient avec sa fille', patient_id: MARTIN, appointment_type_id: 2 });
    change(own, { status: 'cancelled', cancelled_at: 1 });
  });

  test('12 a claim saved whole with its own values again is not judged', () => {
    const own = add({ start: 540, end: 570 });
    add({ start: 540, end: 570, overbooked: true });
    change(own, {
      practitioner_id: NGUYEN,
      day: DAY,
      start_min: 540,
      end_min: 570,
      status: 'booked',
      overbooked: 0,
    });
  });

  test('13 giving up the mark « overbooked » is judged like a new claim', () => {
    const below = add({ start: 540, end: 570 });
    const top = add({ start: 540, end: 570, overbooked: true });
    const plain = { overbooked: 0, overbooked_reason: null, overbooked_by: null };
    expect(() => change(top, plain)).toThrow(TAKEN);
    change(below, { status: 'cancelled', cancelled_at: 1 });
    change(top, plain);
  });

  test('14 a claim marked overbooked moves anywhere, and comes back from cancelled', () => {
    add({ start: 540, end: 570 });
    add({ start: 600, end: 630 });
    const top = add({ start: 540, end: 570, overbooked: true });
    change(top, { start_min: 600, end_min: 630 });
    change(top, { status: 'cancelled', cancelled_at: 1 });
    change(top, { status: 'booked', cancelled_at: null });
    expect(placeOf(top)).toEqual({ day: DAY, start_min: 600, end_min: 630, status: 'booked', overbooked: 1 });
  });
});

describe('What passes', () => {
  test('15 as many at once as the capacity of the range, and not one more', () => {
    for (let i = 0; i < 3; i++) add({ practitioner: COLIN, start: 540, end: 570, capacity: 3 });
    expect(() => add({ practitioner: COLIN, start: 555, end: 585, capacity: 3 })).toThrow(TAKEN);
    add({ practitioner: COLIN, start: 570, end: 600, capacity: 3 });
  });

  test('15 the capacity that counts is that of the claim being placed', () => {
    add({ start: 540, end: 570, capacity: 3 });
    expect(() => add({ start: 540, end: 570, capacity: 1 })).toThrow(TAKEN);
    add({ start: 540, end: 570, capacity: 2 });
  });

  test('16 two short claims one after the other within a long one count as one', () => {
    add({ practitioner: COLIN, start: 540, end: 570, capacity: 2 });
    add({ practitioner: COLIN, start: 570, end: 600, capacity: 2 });
    add({ practitioner: COLIN, start: 540, end: 600, capacity: 2 });
    expect(() => add({ practitioner: COLIN, start: 565, end: 575, capacity: 2 })).toThrow(TAKEN);
  });

  test('16 the busiest minute may lie in the middle of the time wanted', () => {
    add({ practitioner: COLIN, start: 550, end: 560, capacity: 2 });
    add({ practitioner: COLIN, start: 555, end: 565, capacity: 2 });
    expect(() => add({ practitioner: COLIN, start: 540, end: 600, capacity: 2 })).toThrow(TAKEN);
    add({ practitioner: COLIN, start: 560, end: 600, capacity: 2 });
  });

  test('17 beyond capacity only on purpose, with a reason', () => {
    add({ start: 540, end: 570 });
    expect(() => add({ start: 540, end: 570 })).toThrow(TAKEN);
    const top = add({ start: 540, end: 570, overbooked: true });
    expect(() => change(top, { overbooked_reason: null })).toThrow('CHECK constraint failed');
  });

  test('18 who was overbooked upon may change status and be shortened, and so may the other', () => {
    const below = add({ start: 540, end: 600 });
    const top = add({ start: 540, end: 600, overbooked: true });
    for (const id of [below, top]) {
      change(id, { status: 'arrived' });
      change(id, { status: 'noshow' });
      change(id, { released_from: 570 });
      change(id, { status: 'booked', released_from: null, end_min: 570 });
    }
    expect(placeOf(below)).toEqual({
      day: DAY,
      start_min: 540,
      end_min: 570,
      status: 'booked',
      overbooked: 0,
    });
    expect(placeOf(top)).toEqual({ day: DAY, start_min: 540, end_min: 570, status: 'booked', overbooked: 1 });
  });

  test('18 who was overbooked upon may also grow into free time', () => {
    const below = add({ start: 540, end: 570 });
    add({ start: 540, end: 570, overbooked: true });
    change(below, { end_min: 580 });
    change(below, { start_min: 530 });
    expect(placeOf(below)).toEqual({
      day: DAY,
      start_min: 530,
      end_min: 580,
      status: 'booked',
      overbooked: 0,
    });
  });

  test('18 who was overbooked upon does not grow into minutes that the other holds as well', () => {
    const below = add({ start: 540, end: 570 });
    add({ start: 550, end: 590, overbooked: true });
    expect(() => change(below, { end_min: 580 })).toThrow(TAKEN);
  });

  test('19 other practitioners and other days never meet', () => {
    add({ start: 540, end: 570 });
    add({ practitioner: PETIT, start: 540, end: 570 });
    add({ day: '2026-11-25', start: 540, end: 570 });
  });

  test('20 an overbooked claim keeps its place once the one below is cancelled', () => {
    const below = add({ start: 540, end: 570 });
    add({ start: 540, end: 570, overbooked: true });
    change(below, { status: 'cancelled', cancelled_at: 1 });
    expect(() => add({ start: 540, end: 570 })).toThrow(TAKEN);
  });
});
