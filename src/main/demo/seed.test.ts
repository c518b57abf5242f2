import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestGround, type TestGround, testClock } from '../../../tests/support/ground.ts';
import type { PatientId, PractitionerId, RequestId } from '../../contract/ids.ts';
import { addDays, type Day, daysBetween, localNow } from '../../contract/time.ts';
import { all, get } from '../core/db.ts';
import { since } from '../core/journal.ts';
import { searchPatients } from '../patients/service.ts';
import { openRangesOn } from '../practice/rules/openings.ts';
import { openingFactsOf } from '../practice/store/opening-facts.ts';
import * as redirections from '../redirections/service.ts';
import * as refusals from '../refusals/service.ts';
import { counts, forPractitioner, history, pending } from '../requests/service.ts';
import { cardToday } from '../urgency/service.ts';
import { seedDemo } from './seed.ts';

interface Claim {
  readonly id: number;
  readonly practitionerId: PractitionerId;
  readonly patientId: number;
  readonly day: Day;
  readonly start: number;
  readonly end: number;
  readonly capacity: number;
  readonly status: string;
  readonly overbooked: number;
  readonly arrivedAt: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly cancelledAt: number | null;
  readonly createdAt: number;
}

const claims = ({ ground }: TestGround): Claim[] =>
  all<Claim>(
    ground.db,
    `SELECT id, practitioner_id AS practitionerId, patient_id AS patientId, day, start_min AS start, end_min AS "end",
       capacity, status, overbooked, arrived_at AS arrivedAt, started_at AS startedAt, ended_at AS endedAt,
       cancelled_at AS cancelledAt, created_at AS createdAt FROM claims ORDER BY id`,
  );

const seededAt = (instant: string): TestGround => {
  const test = openTestGround(testClock(Temporal.Instant.from(instant).epochMilliseconds));
  seedDemo(test.ground);
  return test;
};

const SOME_DAYS: readonly (readonly [string, string])[] = [
  ['a Monday morning', '2026-11-23T10:20+01:00'],
  ['a Sunday when clocks go back', '2026-10-25T09:05+01:00'],
  ['the first of May, a Saturday and a holiday', '2027-05-01T15:00+02:00'],
  ['a 29 February, before anybody has come', '2028-02-29T06:30+01:00'],
];

/** Around a year by steps of 11 days, at another hour each: every weekday, both ends of a month. */
const ANY_DAYS = Array.from({ length: 33 }, (_, index) =>
  Temporal.PlainDateTime.from('2026-11-26T07:00')
    .add({ days: 11 * index, minutes: (index * 97) % 720 })
    .toZonedDateTime('Europe/Paris')
    .toString({ timeZoneName: 'never' }),
);

it.each(ANY_DAYS)('the fictitious house opens whatever the day: %s', (instant) => {
  const test = seededAt(instant);
  try {
    expect(all(test.ground.db, 'SELECT count(*) AS n FROM refusals')).toEqual([{ n: 1 }]);
  } finally {
    test.close();
  }
});

describe.each(SOME_DAYS)('the fictitious house on %s', (_, instant) => {
  it('is full today, with everybody in a believable place', () => {
    const test = seededAt(instant);
    try {
      const now = test.clock.now();
      const { day: today } = localNow(now, 'Europe/Paris');
      const everything = claims(test);
      const live = everything.filter(({ status }) => status !== 'cancelled');

      const practitioners = all<{ id: PractitionerId }>(test.ground.db, 'SELECT id FROM practitioners');
      const facts = openingFactsOf(
        test.ground.db,
        practitioners.map(({ id }) => id),
        today,
        today,
      );
      const present = practitioners.filter(({ id }) => {
        const own = facts.get(id);
        const ranges = own ? openRangesOn(today, own).open : [];
        for (const { start, end, capacity } of ranges) {
          const taken = live
            .filter((c) => c.practitionerId === id && c.day === today && c.overbooked === 0)
            .reduce((sum, c) => sum + Math.max(0, Math.min(c.end, end) - Math.max(c.start, start)), 0);
          // What is left is too short for the plainest appointment, in each lane.
          expect((end - start) * capacity - taken).toBeLessThan(45 * capacity);
        }
        return ranges.length > 0;
      });
      expect(present.length).toBeGreaterThanOrEqual(9);

      for (const claim of everything) {
        const { status, day } = claim;
        if (day > today) expect(['booked', 'cancelled']).toContain(status);
        if (day < today) expect(['fulfilled', 'noshow', 'cancelled']).toContain(status);
        for (const at of [
          claim.arrivedAt,
          claim.startedAt,
          claim.endedAt,
          claim.cancelledAt,
          claim.createdAt,
        ])
          expect(at ?? 0).toBeLessThanOrEqual(now);
        if (claim.startedAt !== null) expect(claim.arrivedAt ?? now).toBeLessThanOrEqual(claim.startedAt);
      }
      for (const [key, same] of Map.groupBy(live, (c) => `${c.day} ${c.patientId}`))
        expect([key, same.length]).toEqual([key, 1]);
      const withSomebody = Map.groupBy(
        live.filter(({ status }) => status === 'in-progress'),
        (c) => c.practitionerId,
      );
      for (const [id, inside] of withSomebody)
        expect([id, inside.length <= (inside[0]?.capacity ?? 0)]).toEqual([id, true]);
    } finally {
      test.close();
    }
  });
});

describe.each(SOME_DAYS)('what the fictitious house was asked, on %s', (_, instant) => {
  it('waits for somebody, some of it late; was kept, tried and answered, never in the future', () => {
    const test = seededAt(instant);
    try {
      const { ground } = test;
      const now = test.clock.now();
      const { requests: waiting, callbacks } = counts(ground);
      expect([waiting.open, callbacks.open]).toEqual([10, 5]);
      expect([waiting.late, callbacks.late]).toEqual([3, 1]);
      expect(new Set(pending(ground).map(({ origin }) => origin)).size).toBeGreaterThanOrEqual(5);
      expect(waiting.oldest).toBeGreaterThan(now - 3 * 86_400_000);
      const moments = all<{ at: number }>(
        ground.db,
        `SELECT opened_at AS at FROM requests UNION SELECT closed_at FROM requests UNION SELECT opened_at FROM callbacks
         UNION SELECT closed_at FROM callbacks UNION SELECT last_attempt_at FROM callbacks UNION SELECT at FROM journal`,
      ).filter(({ at }) => at !== null);
      expect(moments.filter(({ at }) => at > now)).toEqual([]);
      expect(
        all(ground.db, 'SELECT id FROM requests WHERE closed_at < opened_at OR due < opened_at'),
      ).toEqual([]);
      expect(
        all(ground.db, 'SELECT outcome, count(*) AS n FROM requests WHERE outcome IS NOT NULL GROUP BY 1'),
      ).toEqual([
        { outcome: 'answered', n: 3 },
        { outcome: 'callback', n: 5 },
        { outcome: 'redirected', n: 2 },
        { outcome: 'registration-list', n: 1 },
        { outcome: 'unresolved', n: 1 },
        { outcome: 'withdrawn', n: 1 },
      ]);
      expect(
        all(ground.db, 'SELECT outcome, attempts FROM callbacks WHERE outcome IS NOT NULL ORDER BY 1'),
      ).toEqual([
        { outcome: 'kept', attempts: 1 },
        { outcome: 'unreachable', attempts: 3 },
      ]);
      // « Appels pour vous : 3 »: two messages and a promise wait for Dr Nguyen.
      const nguyen = get<{ id: PractitionerId }>(
        ground.db,
        "SELECT id FROM practitioners WHERE family_name = 'Nguyen'",
      );
      const hers = forPractitioner(ground, nguyen?.id as PractitionerId);
      expect([hers.requests.length, hers.callbacks.length]).toEqual([2, 1]);
      // Sent on: one accepted, one whose answer is overdue.
      const overdue = redirections.pending(ground);
      expect(overdue.map(({ to, due, attempts }) => [to.label, due < now, attempts])).toEqual([
        ['Dr MIRAGE Solène', true, 1],
      ]);
      expect(redirections.answered(ground).map(({ to, state }) => [to.label, state])).toEqual([
        ['Cabinet dentaire fictif des Tilleuls', 'accepted'],
      ]);
    } finally {
      test.close();
    }
  });
});

describe.each(SOME_DAYS)('whom the fictitious house could not take on, on %s', (_, instant) => {
  it('left with a way forward and a promise that somebody will keep, under a signed card', () => {
    const test = seededAt(instant);
    try {
      const { ground } = test;
      const [refused] = all<{ id: RequestId; patientId: PatientId }>(
        ground.db,
        `SELECT r.id, r.patient_id AS patientId FROM requests r JOIN refusals f ON f.request_id = r.id`,
      );
      if (!refused) throw new Error('nobody was refused');
      expect(refusals.ofRequest(ground, refused.id)).toMatchObject([
        {
          ground: 'list-full',
          colleagues: [{ answer: 'declined-by-patient' }, { answer: 'condition-not-met' }],
          waysForward: [{ kind: 'registration-list' }, { kind: 'cpts' }, { kind: 'cpam' }],
        },
      ]);
      expect(refusals.history(ground, refused.patientId).map(({ by, what }) => [by, what.kind])).toEqual([
        ['CM', 'refused'],
      ]);
      const promised = history(ground, refused.patientId).callbacks;
      expect(promised).toMatchObject([{ requestId: refused.id, attempts: 1, closedAt: null }]);
      expect(promised[0]?.due).toBeGreaterThan(test.clock.now());
      expect(cardToday(ground).status).toBe('signed');
    } finally {
      test.close();
    }
  });
});

describe('the fictitious house', () => {
  let test: TestGround;
  beforeAll(() => {
    test = seededAt('2026-11-23T10:20+01:00');
  });
  afterAll(() => test.close());

  it('is the same on every PC at the same minute', () => {
    const digest = (house: TestGround): string => {
      const rows = [
        claims(house),
        all(house.ground.db, 'SELECT birth_name, given_names, birth_date, address FROM patients ORDER BY id'),
        all(house.ground.db, 'SELECT * FROM patient_phones ORDER BY patient_id, position'),
        all(house.ground.db, 'SELECT * FROM requests ORDER BY id'),
        all(house.ground.db, 'SELECT * FROM callbacks ORDER BY id'),
      ];
      return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    };
    const again = seededAt('2026-11-23T10:20+01:00');
    const twice = digest(again);
    again.close();
    expect(twice).toBe(digest(test));
  });

  it('has a policy for everybody but one, who is work to do in the settings', () => {
    const written = all<{ name: string; state: string }>(
      test.ground.db,
      `SELECT family_name AS name, state FROM practitioners LEFT JOIN policies
         ON practitioner_id = practitioners.id WHERE state IS NULL OR family_name IN ('Bontemps', 'Nguyen')
         ORDER BY practitioners.position`,
    );
    expect(written).toEqual([
      { name: 'Bontemps', state: 'closed' },
      { name: 'Nguyen', state: 'quota' },
      { name: 'Montfleuri', state: null },
    ]);
  });

  it('has an urgency card that its first doctor has signed, so that a refusal can be tried', () =>
    expect(
      get(
        test.ground.db,
        `SELECT family_name AS name, signed_on AS signed, review_due AS review FROM urgency_cards
           JOIN practitioners ON practitioners.id = signed_by`,
      ),
    ).toEqual({ name: 'Bontemps', signed: '2026-08-19', review: '2027-08-19' }));

  it('has Marie Dupont of 1952, followed by Dr Nguyen, with nothing booked, and her homonyms', () => {
    const found = (text: string) => searchPatients(test.ground.db, { text, limit: 12 }).patients;
    const [marie, ...others] = found('dup mar 1952');
    expect(others).toEqual([]);
    expect(marie?.displayName).toBe('DUPONT Marie');
    expect(marie?.phone).toBe('+33639984512');
    expect(marie?.homonym).toBe(true);
    const doctor = get<{ id: number }>(
      test.ground.db,
      "SELECT id FROM practitioners WHERE family_name = 'Nguyen'",
    );
    expect(marie?.attendingDoctor).toEqual({ kind: 'house', practitionerId: doctor?.id });
    expect(get(test.ground.db, 'SELECT 1 FROM claims WHERE patient_id = ?', [marie?.id ?? 0])).toBe(
      undefined,
    );
    expect(found('12/03/52').map(({ id }) => id)).toContain(marie?.id);
    expect(found('dupont').map(({ displayName }) => displayName)).toEqual(
      expect.arrayContaining(['DUPONT Marie', 'DUPONT née LEFÈVRE Élisabeth']),
    );
  });

  it('has a search for a doctor whose path can be followed, from the list to today’s call', () => {
    const [dupond] = searchPatients(test.ground.db, { text: 'dupond marie-claude', limit: 1 }).patients;
    const { path, requests } = history(test.ground, dupond?.id as PatientId);
    expect(path.map(({ by, what }) => `${by} ${what.kind}`)).toEqual(['JB asked', 'CM closed', 'CM asked']);
    expect(requests.map(({ continues, outcome }) => [continues, outcome?.kind ?? null])).toEqual([
      [requests[1]?.id, null],
      [null, 'registration-list'],
    ]);
  });

  it('rings nobody: phones are those that Arcep keeps for fiction, addresses lead nowhere', () => {
    const phones = all<{ e164: string }>(
      test.ground.db,
      `SELECT e164 FROM patient_phones UNION SELECT phone FROM callbacks WHERE phone IS NOT NULL
       UNION SELECT public_phone FROM directory_entries WHERE public_phone IS NOT NULL
       UNION SELECT professional_phone FROM directory_entries WHERE professional_phone IS NOT NULL`,
    );
    const fiction = /^\+33(19900|26191|35301|46571|53649|63998)\d{4}$/;
    expect(phones.filter(({ e164 }) => !fiction.test(e164))).toEqual([]);
    const mails = all<{ email: string }>(
      test.ground.db,
      'SELECT email FROM patients WHERE email IS NOT NULL',
    );
    expect(mails.filter(({ email }) => !email.endsWith('@exemple.test'))).toEqual([]);
    const codes = all<{ c: string }>(
      test.ground.db,
      'SELECT DISTINCT postal_code AS c FROM patients ORDER BY 1',
    );
    expect(codes.map(({ c }) => c)).toEqual(['00100', '00110', '00120', '00130', '00140', '00150']);
  });

  it('says in its journal that it was made up, and reaches two weeks back and five ahead', () => {
    const entry = since(test.ground.db, 0).find(({ action }) => action === 'demo.seeded');
    expect([entry?.actor, entry?.undoable]).toEqual(['démonstration', false]);
    expect(get(test.ground.db, 'SELECT name, demo FROM house')).toEqual({
      name: 'Maison de santé du Parvis (fictive)',
      demo: 1,
    });
    const days = claims(test).map(({ day }) => daysBetween('2026-11-23', day));
    expect([Math.min(...days), Math.max(...days)]).toEqual([-14, 35]);
    expect(addDays('2026-11-23', 35)).toBe('2026-12-28');
  });
});
