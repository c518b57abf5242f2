/**
 * Two windows that do anything in any order, thousands of times, on the real file: no request is ever closed without
 * its outcome, or open with one; no call-back is lost; and whatever is refused has written nothing.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPatient, COLIN, fixtureDb, PHYSIO, patient } from '../../../tests/support/agenda-house.ts';
import {
  anyTime,
  clara,
  louis,
  openRequestsDesk,
  type RequestsDesk,
  ZONE,
} from '../../../tests/support/requests-desk.ts';
import type { CallbackOutcome } from '../../contract/callbacks.ts';
import type { PatientId } from '../../contract/ids.ts';
import type { Closing, RequestOutcome } from '../../contract/requests.ts';
import { addDays, instantOf, weekdayOf } from '../../contract/time.ts';
import type { Call } from '../core/actor.ts';
import { all, get } from '../core/db.ts';
import { DeskError } from '../core/errors.ts';
import * as requests from './service.ts';

let desk: RequestsDesk;
beforeAll(() => {
  desk = openRequestsDesk();
  // Nothing here is about a pulled plug, and durable commits would take most of the time.
  desk.ground.db.pragma('synchronous = OFF');
});
afterAll(() => desk.shut());

/** One run has its own day and its own people: what others left behind does not touch it. */
interface Run {
  readonly day: string;
  readonly people: readonly PatientId[];
  readonly requests: number[];
  readonly callbacks: number[];
}

const RUNS = 2_000;
let runs = 0;
const newRun = (): Run => {
  runs += 1;
  // Later than what Ctrl+Z still reaches.
  desk.clock.set(instantOf('2026-11-23', 480, ZONE) + runs * 20 * 60_000);
  let day = addDays('2027-03-01', runs);
  while (weekdayOf(day) > 5) day = addDays(day, 1);
  const people = [1, 2].map((n) => patient(1000 + runs * 2 + n));
  for (const id of people)
    addPatient(fixtureDb(desk.ground), [id, `FICTIF${id}`, 'Alix', '1960-01-01', '+33639980010', null]);
  return { day, people, requests: [], callbacks: [] };
};

interface Row {
  readonly version: number;
  readonly closedAt: number | null;
  readonly outcome: string | null;
  readonly callback: number | null;
}

const rowsOf = (table: 'requests' | 'callbacks', ids: readonly number[]): Map<number, Row> =>
  new Map(
    all<Row & { id: number }>(
      desk.ground.db,
      `SELECT id, version, closed_at AS closedAt, outcome, ${table === 'requests' ? 'callback_id' : 'request_id'} AS callback
         FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(ids)],
    ).map(({ id, ...row }) => [id, row]),
  );

const written = () =>
  get(
    desk.ground.db,
    `SELECT (SELECT count(*) FROM journal) AS entries, (SELECT count(*) FROM claims) AS claims,
       (SELECT coalesce(sum(version), 0) FROM requests) AS requests,
       (SELECT coalesce(sum(version), 0) FROM callbacks) AS callbacks`,
  );

interface Step {
  readonly act: 'open' | 'update' | 'close' | 'book' | 'promise' | 'tried' | 'end' | 'change' | 'undo';
  readonly window: Call;
  readonly which: number;
  /** What is on screen is older than what is written. */
  readonly stale: boolean;
  readonly person: number | null;
  readonly nature: 'appointment' | 'registration' | 'unscheduled';
  readonly separate: boolean;
  readonly outcome: RequestOutcome['kind'] | null;
  readonly ends: CallbackOutcome['kind'] | null;
  readonly words: string;
  /** A pharmacist asks, and is promised an answer besides. */
  readonly answers: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom<Step['act'][]>(
    ...(['open', 'open', 'update', 'close', 'close', 'close', 'book', 'promise'] as const),
    ...(['tried', 'end', 'end', 'change', 'undo', 'undo'] as const),
  ),
  window: fc.constantFrom(clara, louis),
  which: fc.nat({ max: 3 }),
  stale: fc.nat({ max: 9 }).map((n) => n === 0),
  person: fc.constantFrom(0, 1, null),
  nature: fc.constantFrom('appointment', 'registration', 'unscheduled'),
  separate: fc.boolean(),
  outcome: fc.constantFrom(
    ...([null, 'appointment', 'registration-list', 'earlier-list', 'redirected'] as const),
    ...(['callback', 'emergency', 'answered', 'withdrawn', 'unresolved'] as const),
  ),
  ends: fc.constantFrom(null, 'kept', 'unreachable', 'withdrawn'),
  words: fc.constantFrom('', ' ', 'Oui.', 'Rien avant janvier.'),
  answers: fc.boolean(),
});

const toNumber = { due: 1, phone: '06 39 98 00 11' };

const closing = (run: Run, { outcome, words, which, answers }: Step): Closing | null => {
  const appointmentId = (which + 1) as never;
  switch (outcome) {
    case 'appointment':
      return { kind: 'appointment', appointmentId };
    case 'registration-list':
      return { kind: 'registration-list', profession: 'nurse', practitionerIds: [], wishes: anyTime };
    case 'earlier-list':
      return { kind: 'earlier-list', appointmentId, wishes: anyTime };
    case 'redirected':
      return { kind: 'redirected', to: { kind: 'outside', label: words } };
    case 'callback': {
      const known = run.callbacks[which];
      return {
        kind: 'callback',
        callback: known === undefined ? toNumber : { id: known as never },
        ...(answers ? { answer: { due: 2, phone: '01 99 00 12 34' } } : {}),
      };
    }
    case 'answered':
      return { kind: 'answered', said: words };
    case 'unresolved':
      return { kind: 'unresolved', reason: 'nothing-found' };
    case null:
      return null;
    default:
      return { kind: outcome };
  }
};

const ending = ({ ends, words }: Step): CallbackOutcome | null =>
  ends === null ? null : ends === 'kept' ? { kind: 'kept', said: words } : { kind: ends };

/** What the pharmacist was promised about this request. */
const answersTo = (requestId: number): number[] =>
  all<{ id: number }>(
    desk.ground.db,
    'SELECT id FROM callbacks WHERE request_id = ? AND answers_professional = 1',
    [requestId],
  ).map(({ id }) => id);

/** The row of the list that the step points at, with the version that its screen shows. */
const pointed = (table: 'requests' | 'callbacks', ids: readonly number[], { which, stale }: Step) => {
  const id = ids.length === 0 ? 999_999 : (ids[which % ids.length] ?? 0);
  const version = rowsOf(table, [id]).get(id)?.version ?? 1;
  return { id, version: stale ? version - 1 : version };
};

const doorOf = ({ answers }: Step) =>
  answers
    ? { origin: 'pharmacy' as const, professional: 'Pharmacie fictive', patientAgrees: true }
    : { origin: 'call' as const };

const perform = (run: Run, one: Step): void => {
  const { act, window, nature, separate } = one;
  const patientId = one.person === null ? null : (run.people[one.person] ?? null);
  const request = pointed('requests', run.requests, one);
  const callback = pointed('callbacks', run.callbacks, one);
  switch (act) {
    case 'open': {
      const { id } = desk.open({ nature, patientId, separate, wish: one.words, ...doorOf(one) }, window);
      if (!run.requests.includes(id)) run.requests.push(id);
      return;
    }
    case 'update':
      desk.update(request, { patientId, nature, wish: one.words }, window);
      return;
    case 'close': {
      const { outcome } = desk.close(request, closing(run, one), window);
      if (outcome?.kind !== 'callback') return;
      for (const id of [outcome.callbackId, ...answersTo(request.id)])
        if (!run.callbacks.includes(id)) run.callbacks.push(id);
      return;
    }
    case 'book':
      desk.book(
        request,
        {
          patientId: patientId ?? patient(1),
          practitionerId: COLIN,
          appointmentTypeId: PHYSIO,
          day: run.day,
          start: 510 + one.which * 30,
        },
        window,
      );
      return;
    case 'promise':
      run.callbacks.push(desk.promise({ patientId, requestId: run.requests[one.which] as never }, window).id);
      return;
    case 'tried':
      desk.tried(callback, window);
      return;
    case 'end':
      desk.end(callback, ending(one), window);
      return;
    case 'change':
      requests.change(desk.ground, window, { ...callback, id: callback.id as never, about: one.words });
      return;
    case 'undo':
      desk.undo(window);
  }
};

/** @returns whether the desk accepted */
const accepted = (run: Run, one: Step): boolean => {
  const before = written();
  try {
    perform(run, one);
    return true;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    expect(written()).toEqual(before);
    return false;
  }
};

const closedIn = (rows: ReadonlyMap<number, Row>): number[] =>
  [...rows].filter(([, { closedAt }]) => closedAt !== null).map(([id]) => id);

const whatEachStepMayDo = (run: Run, one: Step): void => {
  const [before, promised] = [rowsOf('requests', run.requests), rowsOf('callbacks', run.callbacks)];
  const done = accepted(run, one);
  const [after, now] = [rowsOf('requests', run.requests), rowsOf('callbacks', run.callbacks)];

  // Nothing of what was asked or promised ever disappears.
  expect([after.size, now.size]).toEqual([run.requests.length, run.callbacks.length]);
  for (const [id, { closedAt, outcome, callback }] of after) {
    expect([id, closedAt === null]).toEqual([id, outcome === null]);
    if (outcome === 'callback') expect(now.get(callback ?? 0)?.callback).toBe(id);
  }
  for (const [id, { closedAt, outcome }] of now)
    expect([id, closedAt === null]).toEqual([id, outcome === null]);

  const closes = done && (one.act === 'close' || one.act === 'book') ? 1 : 0;
  const reopened = closedIn(before).filter((id) => after.get(id)?.closedAt === null);
  const newly = closedIn(after).filter((id) => before.get(id)?.closedAt === null);
  expect(newly).toHaveLength(closes);
  if (one.act !== 'undo') expect(reopened).toEqual([]);
  for (const id of closedIn(before))
    if (!reopened.includes(id)) expect(after.get(id)).toEqual(before.get(id));

  // Who asked is told besides the patient, never instead.
  for (const [id, { outcome }] of after)
    if (outcome !== 'callback')
      expect(answersTo(id).filter((answer) => now.get(answer)?.closedAt === null)).toEqual([]);
    else expect(answersTo(id)).not.toContain(after.get(id)?.callback);

  // A promise ends by an ending; or with the closing or the promise that is taken back.
  const ended = closedIn(now).filter((id) => promised.get(id)?.closedAt === null);
  if (one.act !== 'end' && one.act !== 'undo') expect(ended).toEqual([]);
  else expect(ended.length).toBeLessThanOrEqual(one.act === 'undo' ? 2 : 1);
};

const waiting = (run: Run): void => {
  const open = new Set(requests.pending(desk.ground).map(({ id }) => Number(id)));
  const promised = new Set(requests.pendingCallbacks(desk.ground).map(({ id }) => Number(id)));
  for (const [id, { closedAt }] of rowsOf('requests', run.requests))
    expect([id, open.has(id)]).toEqual([id, closedAt === null]);
  for (const [id, { closedAt }] of rowsOf('callbacks', run.callbacks))
    expect([id, promised.has(id)]).toEqual([id, closedAt === null]);
};

test('no request is closed without an outcome, none is open with one, and no call-back is lost', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 8 }), (steps) => {
      const run = newRun();
      for (const one of steps) whatEachStepMayDo(run, one);
      // The lists grow with every sequence: they are read through now and then.
      if (runs % 25 === 0) waiting(run);
      for (const [, { outcome }] of rowsOf('requests', run.requests))
        seen.set(outcome ?? 'open', (seen.get(outcome ?? 'open') ?? 0) + 1);
    }),
    { numRuns: RUNS },
  );
  // The sequences did go everywhere.
  expect([...seen.keys()].sort()).toEqual(
    ['open', 'appointment', 'registration-list', 'redirected', 'callback']
      .concat(['emergency', 'answered', 'withdrawn', 'unresolved', 'earlier-list'])
      .sort(),
  );
}, 180_000);
