/**
 * Two windows and two practitioners that call the desk in any order, on the real file: no refusal exists without each
 * guard in its order, no request is closed without an outcome, no quota is exceeded, and what is refused has written
 * nothing. What must hold is read from the tables, beside the code that is under test.
 *
 * `PARVIS_SEQUENCES=5000 npx vitest run tests/api/refusal-sequences` draws more than the sample.
 */
import { randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/client';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PractitionerId, RequestId } from '../../src/contract/ids.ts';
import { type ColleagueAnswer, Ground, PolicyState, type WhoCan } from '../../src/contract/intake.ts';
import type { Closing } from '../../src/contract/requests.ts';
import { addDays, instantOf, localNow } from '../../src/contract/time.ts';
import type { UrgencyAct } from '../../src/contract/urgency.ts';
import { all, get, run } from '../../src/main/core/db.ts';
import { BERNARD, DUPONT, fixtureDb, MARTIN, NGUYEN, PETIT, ROUX } from '../support/agenda-house.ts';
import type { DeskClient } from '../support/client.ts';
import { CLARA, DR_NGUYEN, LOUIS, openTestHouse, type TestDesk } from './test-desk.ts';
import { inProcess } from './transports.ts';

const RUNS = Number(process.env['PARVIS_SEQUENCES'] ?? 2000);
const ZONE = 'Europe/Paris';
const DR_PETIT = 6;
const DOCTORS = [NGUYEN, PETIT] as const;

let house: TestDesk;
let windows: readonly DeskClient[];
let doctors: readonly DeskClient[];
beforeAll(async () => {
  house = await openTestHouse();
  run(
    fixtureDb(house.ground),
    `INSERT INTO staff (id, version, initials, name, role, practitioner_id, active)
     VALUES (?, 1, 'HP', 'Dr Hélène Petit', 'practitioner', ?, 1)`,
    [DR_PETIT, PETIT],
  );
  // Nothing here is about a pulled plug, and durable commits would take most of the time.
  house.ground.db.pragma('synchronous = OFF');
  const desk = await inProcess.connect(house.desk);
  windows = [desk.as({ actorId: CLARA }), desk.as({ actorId: LOUIS, station: 'Accueil 2' })];
  doctors = [desk.as({ actorId: DR_NGUYEN, station: 'C1' }), desk.as({ actorId: DR_PETIT, station: 'C2' })];
});
afterAll(() => house.close());

const db = () => house.ground.db;
const now = () => localNow(house.clock.now(), ZONE);
const month = () => now().day.slice(0, 7);
const count = (sql: string, params: Record<string, string | number | null> = {}): number =>
  get<{ n: number }>(db(), sql, params)?.n ?? 0;

interface Step {
  readonly act:
    | 'open'
    | 'urgency'
    | 'acknowledge'
    | 'policy'
    | 'accept'
    | 'give-back'
    | 'record'
    | 'close'
    | 'decide'
    | 'hand-over'
    | 'undo'
    | 'later';
  readonly window: number;
  readonly which: number;
  readonly person: number;
  readonly doctor: number;
  readonly what: UrgencyAct;
  readonly state: PolicyState;
  readonly ground: Ground;
  /** What the form forgets, if anything. */
  readonly forgets: 'nothing' | 'ground' | 'colleagues' | 'ways' | 'words' | 'version';
  readonly answer: ColleagueAnswer['answer'];
  readonly closes: Closing['kind'] | null;
  /** A call-back is promised with the refusal. */
  readonly promises: boolean;
  readonly number: number;
  readonly by: 'reception' | 'practitioner';
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom<Step['act'][]>(
    ...([
      'open',
      'open',
      'urgency',
      'urgency',
      'acknowledge',
      'policy',
      'policy',
      'accept',
      'accept',
    ] as const),
    ...(['give-back', 'record', 'record', 'record', 'record', 'close', 'decide', 'hand-over'] as const),
    ...(['undo', 'later'] as const),
  ),
  window: fc.nat({ max: 1 }),
  which: fc.nat({ max: 2 }),
  person: fc.nat({ max: 4 }),
  doctor: fc.nat({ max: 1 }),
  what: fc.constantFrom<UrgencyAct[]>(
    'ruled-out',
    'ruled-out',
    'ruled-out',
    'ruled-out',
    'doubt',
    'practitioner-told',
    'we-call-15',
  ),
  state: fc.constantFrom(...PolicyState.options),
  ground: fc.constantFrom(...Ground.options),
  forgets: fc.constantFrom<Step['forgets'][]>(
    ...(['nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'ground'] as const),
    ...(['colleagues', 'ways', 'ways', 'words', 'words', 'version'] as const),
  ),
  answer: fc.constantFrom<ColleagueAnswer['answer'][]>(
    'accepted',
    'declined-by-patient',
    'condition-not-met',
  ),
  closes: fc.constantFrom(
    null,
    null,
    'withdrawn',
    'answered',
    'unresolved',
    'registration-list',
    'redirected',
  ),
  promises: fc.boolean(),
  number: fc.integer({ min: 1, max: 2 }),
  by: fc.constantFrom('reception', 'practitioner'),
});

/** Requests of this sequence; what others left behind stays, and is looked at too. */
interface Run {
  readonly requests: RequestId[];
}

const people = [DUPONT, MARTIN, ROUX, BERNARD, null] as const;
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const closing = ({ closes }: Step): Closing | undefined => {
  switch (closes) {
    case 'answered':
      return { kind: 'answered', said: 'Oui.' };
    case 'unresolved':
      return { kind: 'unresolved', reason: 'nothing-found' };
    case 'registration-list':
      return {
        kind: 'registration-list',
        profession: 'general-practitioner',
        practitionerIds: [],
        wishes: { days: [], from: null, to: null, practitionerSex: null, atShortNotice: false, note: null },
      };
    case 'redirected':
      return { kind: 'redirected', to: { kind: 'cpts', label: null } };
    case 'withdrawn':
      return { kind: 'withdrawn' };
    default:
      return undefined;
  }
};

const answersFor = (list: readonly WhoCan[], refusing: PractitionerId, one: Step): ColleagueAnswer[] =>
  list
    .filter(({ practitionerId, can, refused }) => practitionerId !== refusing && !refused && can !== 'no')
    .map(({ practitionerId }) => ({ practitionerId, answer: one.answer }));

const perform = async (sequence: Run, one: Step): Promise<void> => {
  const desk = at(windows, one.window);
  const doctor = at(DOCTORS, one.doctor);
  const requestId =
    sequence.requests.length === 0 ? (999_999 as RequestId) : at(sequence.requests, one.which);
  const version = count('SELECT version AS n FROM requests WHERE id = :requestId', { requestId });
  const request = { id: requestId, version: one.forgets === 'version' ? version + 1 : version };
  switch (one.act) {
    case 'open': {
      const { id } = await desk.requests.open({
        nature: 'registration',
        profession: 'general-practitioner',
        patientId: at(people, one.person),
        origin: one.number === 1 ? 'call' : 'pharmacy',
        separate: one.window === 0,
      });
      if (!sequence.requests.includes(id)) sequence.requests.push(id);
      return;
    }
    case 'urgency':
      await desk.urgency.record({
        key: randomUUID(),
        at: house.clock.now(),
        what: one.what,
        requestId,
        requestOpenedAt: count('SELECT opened_at AS n FROM requests WHERE id = :requestId', { requestId }),
        practitionerId: one.what === 'practitioner-told' ? doctor : null,
        cardId: null,
        followsKey: null,
      });
      return;
    case 'acknowledge': {
      const eventId = count(
        `SELECT coalesce(max(id), 1) AS n FROM urgency_events WHERE request_id = :requestId AND decision IS NULL
            AND what IN ('doubt', 'practitioner-told')`,
        { requestId },
      );
      const who = one.by === 'practitioner' ? at(doctors, one.doctor) : desk;
      const decision = one.number === 1 ? 'no-urgency' : 'i-take-it';
      await who.urgency.acknowledge({ eventId: eventId as never, decision });
      return;
    }
    case 'policy':
      await (one.by === 'practitioner' ? at(doctors, one.window) : desk).refusals.setPolicy({
        practitionerId: doctor,
        state: one.state,
        quotaPerMonth: one.state === 'quota' ? one.number : null,
        conditions: one.state === 'conditional' ? ['referred-by-professional'] : [],
        visitSector: null,
        validFrom: now().day,
        reviewOn: addDays(now().day, 365),
        ground: one.state === 'closed' || one.state === 'conditional' ? 'list-full' : null,
        groundOnPaper: false,
        situations: one.which === 2 ? ['not-a-medical-request'] : [],
        instructions: null,
        whoSorts: 'reception',
      });
      return;
    case 'accept':
      await desk.refusals.accept({ request, practitionerId: doctor });
      return;
    case 'give-back':
      await desk.refusals.giveBack({ requestId, practitionerId: doctor });
      return;
    case 'record': {
      const list = await desk.refusals.whoCan({ requestId });
      const own = list.find(({ practitionerId }) => practitionerId === doctor);
      await desk.refusals.record({
        request,
        practitionerId: doctor,
        ground: one.forgets === 'ground' ? one.ground : (own?.grounds[0] ?? one.ground),
        decisionId: own?.decision && own.grounds[0] === own.decision.ground ? own.decision.id : null,
        colleagues: one.forgets === 'colleagues' ? [] : answersFor(list, doctor, one),
        waysForward: one.forgets === 'ways' ? [] : [{ kind: 'registration-list' }],
        wordsShown: one.forgets === 'words' ? [] : [{ key: 'say.unavailable', version: null }],
        close: closing(one),
        ...(one.promises ? { callback: { due: house.clock.now() + 3_600_000 } } : {}),
      });
      return;
    }
    case 'close':
      await desk.requests.close({ id: requestId, version: request.version, outcome: closing(one) ?? null });
      return;
    case 'decide': {
      const patientId = at(people, one.person);
      if (patientId === null) return;
      await (one.by === 'practitioner' ? at(doctors, one.doctor) : desk).refusals.decide({
        patientId,
        ground: one.number === 1 ? 'breach-of-trust' : 'repeated-absence',
        decidedOn: now().day,
        knownPatient: one.which === 1,
      });
      return;
    }
    case 'hand-over': {
      const known = get<{ id: never; version: number }>(
        db(),
        'SELECT id, version FROM practitioner_decisions WHERE practitioner_id = ? AND withdrawn_at IS NULL',
        [doctor],
      );
      if (!known) return;
      const day = now().day;
      const her = at(doctors, one.doctor);
      if (one.number === 1) await her.refusals.withdrawDecision(known);
      else
        await her.refusals.handOver({
          ...known,
          patientToldOn: day,
          successor: { kind: 'outside' },
          informationPassedOn: day,
        });
      return;
    }
    case 'undo':
      await desk.gate.undo();
      return;
    case 'later':
      house.clock.set(house.clock.now() + one.number * 7 * 24 * 3_600_000);
  }
};

/** All that a call could leave behind. */
const written = () =>
  get(
    db(),
    `SELECT (SELECT count(*) FROM journal) AS journal, (SELECT count(*) FROM policies) AS policies,
       (SELECT count(*) FROM newcomer_places) AS places, (SELECT total(given_back_at) FROM newcomer_places) AS back,
       (SELECT count(*) FROM callbacks) AS callbacks, (SELECT count(*) FROM refusals) AS refusals, (SELECT count(*) FROM refusal_ways) AS ways,
       (SELECT count(*) FROM refusal_words) AS words, (SELECT count(*) FROM refusal_colleagues) AS colleagues,
       (SELECT count(*) FROM text_versions) AS texts, (SELECT total(version) FROM requests) AS requests,
       (SELECT count(*) FROM practitioner_decisions) AS decisions, (SELECT count(*) FROM urgency_events) AS urgency`,
  );

interface Door {
  readonly state: string | null;
  readonly quota: number | null;
  readonly ground: string | null;
  readonly situation: string | null;
  readonly taken: number;
  readonly decided: string | null;
  readonly owed: number;
  readonly placeKept: number;
  readonly refused: number;
  readonly followed: number;
}

/** One practitioner's door to one request, read from the tables alone. */
const doorOf = (practitioner: PractitionerId, requestId: RequestId): Door =>
  get<Door>(
    db(),
    `WITH current AS (SELECT * FROM policies WHERE practitioner_id = :practitioner AND withdrawn_at IS NULL
                        AND valid_from <= :day ORDER BY valid_from DESC, id DESC LIMIT 1),
          decided AS (SELECT d.* FROM practitioner_decisions d JOIN requests r ON r.patient_id = d.patient_id
                       WHERE r.id = :requestId AND d.practitioner_id = :practitioner AND d.withdrawn_at IS NULL)
     SELECT (SELECT state FROM current) AS state, (SELECT quota_per_month FROM current) AS quota,
       (SELECT ground FROM current) AS ground,
       (SELECT s.ground FROM policy_situations s JOIN current c ON c.id = s.policy_id) AS situation,
       (SELECT count(*) FROM newcomer_places WHERE practitioner_id = :practitioner AND month = :month
          AND given_back_at IS NULL) AS taken,
       (SELECT ground FROM decided) AS decided,
       (SELECT known_patient = 1 AND information_passed_on IS NULL FROM decided) AS owed,
       EXISTS (SELECT 1 FROM newcomer_places WHERE request_id = :requestId AND practitioner_id = :practitioner
          AND given_back_at IS NULL) AS placeKept,
       EXISTS (SELECT 1 FROM refusals WHERE request_id = :requestId AND practitioner_id = :practitioner) AS refused,
       EXISTS (SELECT 1 FROM requests r JOIN patients p ON p.id = r.patient_id
                WHERE r.id = :requestId AND p.doctor_practitioner_id = :practitioner) AS followed`,
    { practitioner, requestId, day: now().day, month: month() },
  ) as Door;

const isOpen = (door: Door, origin: string): boolean => {
  if (door.placeKept === 1) return true;
  if (door.decided !== null) return false;
  if (door.followed === 1) return true;
  if (door.state === 'quota') return door.taken < (door.quota ?? 0);
  return door.state === 'open' || (door.state === 'conditional' && origin === 'pharmacy');
};

/** Called by herself, she may have a professional's letter: spoken of, and the answer may be that she has none. */
const isToBeAsked = (door: Door, origin: string): boolean =>
  !isOpen(door, origin) && door.decided === null && door.state === 'conditional';

const carries = (door: Door, ground: string, origin: string): boolean => {
  if (door.placeKept === 1 || door.state === null) return false;
  if (ground === 'breach-of-trust' || ground === 'repeated-absence')
    return door.decided === ground && door.owed !== 1;
  if (ground === door.situation) return true;
  if (door.followed === 1) return false;
  if (door.state === 'quota') return ground === 'list-full' && door.taken >= (door.quota ?? 0);
  return ground === door.ground && (door.state === 'closed' || origin !== 'pharmacy');
};

interface Before {
  readonly written: unknown;
  readonly refusals: number;
  readonly callbacks: number;
  readonly places: ReadonlyMap<PractitionerId, number>;
  readonly doors: ReadonlyMap<PractitionerId, Door>;
  readonly ruledOut: boolean;
  readonly signed: boolean;
  readonly requestId: RequestId;
}

const placesOf = (practitioner: PractitionerId): number =>
  count(
    `SELECT count(*) AS n FROM newcomer_places WHERE practitioner_id = :practitioner AND month = :month
        AND given_back_at IS NULL`,
    { practitioner, month: month() },
  );

const look = (sequence: Run, one: Step): Before => {
  const requestId = sequence.requests.length === 0 ? (0 as RequestId) : at(sequence.requests, one.which);
  return {
    written: written(),
    refusals: count('SELECT count(*) AS n FROM refusals'),
    callbacks: count('SELECT count(*) AS n FROM callbacks'),
    places: new Map(DOCTORS.map((id) => [id, placesOf(id)])),
    doors: new Map(DOCTORS.map((id) => [id, doorOf(id, requestId)])),
    ruledOut:
      count(
        `SELECT count(*) AS n FROM urgency_events WHERE request_id = :requestId AND (decision = 'fifteen'
            OR what IN ('we-call-15', 'patient-calls-15')
            OR (what IN ('doubt', 'practitioner-told') AND decision IS NULL))`,
        { requestId },
      ) === 0 &&
      count(
        `SELECT count(*) AS n FROM urgency_events WHERE request_id = :requestId
            AND (what = 'ruled-out' OR decision = 'no-urgency') AND coalesce(acknowledged_at, at) > :since
            AND coalesce(acknowledged_at, at) > (SELECT coalesce(max(acknowledged_at), -1) FROM urgency_events
                                                  WHERE request_id = :requestId AND decision = 'i-take-it')`,
        { requestId, since: house.clock.now() - 12 * 3_600_000 },
      ) > 0,
    signed: count('SELECT count(*) AS n FROM urgency_cards WHERE signed_by IS NOT NULL') > 0,
    requestId,
  };
};

/** What must have been true when this refusal was written. */
const everyGuardWasPassed = (before: Before): void => {
  const refusal = get<{
    id: number;
    requestId: RequestId;
    practitionerId: PractitionerId;
    ground: string;
    origin: string;
  }>(
    db(),
    `SELECT f.id, f.request_id AS requestId, f.practitioner_id AS practitionerId, f.ground, r.origin
       FROM refusals f JOIN requests r ON r.id = f.request_id ORDER BY f.id DESC LIMIT 1`,
  );
  if (!refusal) throw new Error('no refusal');
  const { id, origin } = refusal;
  expect(refusal.requestId).toBe(before.requestId);
  expect({ signed: before.signed, ruledOut: before.ruledOut }).toEqual({ signed: true, ruledOut: true });
  const door = before.doors.get(refusal.practitionerId) as Door;
  expect([door, carries(door, refusal.ground, origin)]).toEqual([door, true]);
  const answers = new Map(
    all<{ who: PractitionerId; answer: string }>(
      db(),
      'SELECT practitioner_id AS who, answer FROM refusal_colleagues WHERE refusal_id = ?',
      [id],
    ).map(({ who, answer }) => [who, answer]),
  );
  for (const [who, other] of before.doors) {
    if (who === refusal.practitionerId || other.refused === 1) continue;
    if (!isOpen(other, origin)) expect(other.state).not.toBeNull();
    if (isOpen(other, origin) || isToBeAsked(other, origin))
      expect([who, answers.has(who)]).toEqual([who, true]);
    if (isOpen(other, origin)) expect(answers.get(who)).not.toBe('condition-not-met');
    // Whoever is followed already needs no place of a newcomer.
    if (answers.get(who) === 'accepted' && other.followed === 0)
      expect(
        count(
          `SELECT count(*) AS n FROM newcomer_places WHERE request_id = :r AND practitioner_id = :who
              AND given_back_at IS NULL`,
          { r: refusal.requestId, who },
        ),
      ).toBe(1);
  }
  expect(count('SELECT count(*) AS n FROM refusal_ways WHERE refusal_id = :id', { id })).toBeGreaterThan(0);
  expect(count('SELECT count(*) AS n FROM refusal_words WHERE refusal_id = :id', { id })).toBeGreaterThan(0);
};

const seen = new Map<string, number>();
const see = (what: string): void => {
  seen.set(what, (seen.get(what) ?? 0) + 1);
};

/** A record that is refused says the first guard that is not passed, and no later one. */
const saysTheFirst = (code: string, before: Before, one: Step): void => {
  if (one.act !== 'record' || ['NOT_FOUND', 'STALE_VERSION', 'CONFLICT'].includes(code)) return;
  if (!before.ruledOut) expect(code).toBe('URGENCY_NOT_RULED_OUT');
  else if (!before.signed) expect(code).toBe('CARD_NOT_SIGNED');
  else if (before.doors.get(at(DOCTORS, one.doctor))?.state === null) expect(code).toBe('NO_POLICY');
  else expect(['URGENCY_NOT_RULED_OUT', 'CARD_NOT_SIGNED']).not.toContain(code);
};

const whatACallMayDo = async (sequence: Run, one: Step): Promise<void> => {
  const before = look(sequence, one);
  try {
    await perform(sequence, one);
    see(one.act);
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code === 'INTERNAL') throw error;
    see(`${one.act}: ${error.code}`);
    expect([error.code, written()]).toEqual([error.code, before.written]);
    saysTheFirst(error.code, before, one);
    return;
  }
  const refusals = count('SELECT count(*) AS n FROM refusals');
  expect(refusals).toBe(before.refusals + (one.act === 'record' ? 1 : 0));
  if (one.act === 'record') everyGuardWasPassed(before);
  // What was promised with a refusal is written with it, and nothing else promises.
  const promised = one.act === 'record' && one.promises ? 1 : 0;
  expect(count('SELECT count(*) AS n FROM callbacks')).toBe(before.callbacks + promised);
  expect(count('SELECT count(*) AS n FROM requests WHERE (closed_at IS NULL) <> (outcome IS NULL)')).toBe(0);
  if (one.act === 'later') return;
  // A quota that is lowered later takes nothing back; a place that is added is never beyond it.
  for (const id of DOCTORS) {
    const taken = placesOf(id);
    const { quota } = doorOf(id, before.requestId);
    if (quota !== null && taken > (before.places.get(id) ?? 0)) expect(taken).toBeLessThanOrEqual(quota);
  }
};

/** @param batch draws others than the batches before it, from the same seed */
const sequences = (runs: number, batch = 0): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      const sequence: Run = { requests: [] };
      // Later than what Ctrl+Z still reaches.
      house.clock.set(house.clock.now() + 20 * 60_000);
      for (const one of [{ ...(steps[0] as Step), act: 'open' } as Step, ...steps])
        await whatACallMayDo(sequence, one);
    }),
    { numRuns: runs, seed: (fc.readConfigureGlobal().seed ?? 0) + batch },
  );

const notMet = (what: readonly string[]): string[] => what.filter((one) => !seen.has(one));

/** A guard that no sequence came to is not tested: more are drawn, within reason, until each has been met. */
const untilMet = async (runs: number, what: readonly string[]): Promise<void> => {
  await sequences(runs);
  for (let batch = 1; batch <= 30 && notMet(what).length > 0; batch++)
    await sequences(Math.ceil(runs / 3), batch);
  expect(notMet(what)).toEqual([]);
};

describe('Whatever is called, in whatever order', () => {
  it('nobody is refused while no practitioner has signed the card', async () => {
    house.clock.set(instantOf('2026-11-23', 480, ZONE));
    await untilMet(Math.ceil(RUNS / 10), ['record: CARD_NOT_SIGNED']);
    expect(count('SELECT count(*) AS n FROM refusals')).toBe(0);
  }, 600_000);

  it('a refusal has passed every guard in order, a closed request has its outcome, a quota holds', async () => {
    const [doctor] = doctors;
    const card = await doctor?.urgency.saveCard({ redFlags: ['Douleur'], author: 'Dr Nguyen', basedOn: 0 });
    await doctor?.urgency.signCard({ cardId: card?.id as never, reviewDue: addDays(now().day, 300) });
    await untilMet(RUNS, [
      'record',
      'accept',
      'give-back',
      'decide',
      'acknowledge',
      'undo',
      'accept: QUOTA_FULL',
      'acknowledge: NOT_A_PRACTITIONER',
      'decide: NOT_A_PRACTITIONER',
      'record: URGENCY_NOT_RULED_OUT',
      'record: GROUND_NOT_ALLOWED',
      'record: COLLEAGUE_NOT_ASKED',
      'record: NO_WAY_FORWARD',
      'record: WORDS_NOT_SHOWN',
      'record: STALE_VERSION',
      'record: CONFLICT',
      'close: OUTCOME_REQUIRED',
    ]);
  }, 600_000);
});
