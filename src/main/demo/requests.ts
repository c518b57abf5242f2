/**
 * The fictitious house's requests and call-backs, lived through one after the other as the desk itself would write
 * them: what is on the screen and what the journal tells agree.
 */
import type { CallbackDraft, Owner } from '../../contract/callbacks.ts';
import type { PatientId, PractitionerId } from '../../contract/ids.ts';
import type { Staff } from '../../contract/people.ts';
import type { Practitioner } from '../../contract/practice.ts';
import { rightsOf } from '../../contract/rights.ts';
import { addDays, type Instant, weekdayOf } from '../../contract/time.ts';
import type { Tx } from '../core/ground.ts';
import { append } from '../core/journal.ts';
import { allStaff } from '../people/store.ts';
import { startWithin, stepWithin } from '../redirections/service.ts';
import type { RedirectionRow } from '../redirections/store.ts';
import { acceptWithin, recordWithin } from '../refusals/service.ts';
import { isFollowedBy } from '../refusals/store/followed.ts';
import {
  type CallbackRow,
  closeWithin,
  endWithin,
  openWithin,
  promiseWithin,
  type RequestRow,
  requestById,
  triedWithin,
} from '../requests/service.ts';
import { callbackById } from '../requests/store/callbacks.ts';
import * as urgency from '../urgency/service.ts';
import type { Hour } from './course.ts';
import { knownOutside } from './directory.ts';
import { refusalScenes } from './refusals-script.ts';
import { type Ago, type Scene, scenes, type Then, type Who } from './requests-script.ts';

const OPENS = 8 * 60;
const CLOSES = 18 * 60 + 30;

const before = (day: string): string => {
  const previous = addDays(day, -1);
  return weekdayOf(previous) === 7 ? addDays(previous, -1) : previous;
};
const after = (day: string): string => {
  const next = addDays(day, 1);
  return weekdayOf(next) === 7 ? addDays(next, 1) : next;
};

/** The instant so many minutes of working time ago (ahead when negative): nobody asks at night, or on a Sunday. */
const instantAt = ({ today, minute, now, instant }: Hour, ago: Ago): Instant => {
  if (typeof ago !== 'number') {
    const [days, at] = ago;
    const then = addDays(today, -days);
    return instant(weekdayOf(then) === 7 ? addDays(then, -1) : then, at);
  }
  let day = today;
  let at = Math.min(Math.max(minute, OPENS), CLOSES) - ago;
  // Before opening time nothing has happened today: what is past lies on the evening before.
  while (at < OPENS) {
    at += CLOSES - OPENS;
    day = before(day);
  }
  while (at >= CLOSES) {
    at -= CLOSES - OPENS;
    day = after(day);
  }
  const found = instant(day, at);
  return ago >= 0 ? Math.min(found, now) : Math.max(found, now + 60_000);
};

interface Cast {
  readonly hour: Hour;
  readonly staff: ReadonlyMap<Who, Staff>;
  readonly practitioners: ReadonlyMap<Who, PractitionerId>;
  readonly people: readonly PatientId[];
}

/** The same transaction as somebody of the house would have had at that moment. */
export const asStaff = (tx: Tx, who: Staff | undefined, now: Instant): Tx => {
  if (who === undefined) throw new Error('the fictitious house has lost somebody');
  const call = {
    actor: { id: who.id, label: who.initials, rights: rightsOf[who.role] },
    station: tx.call.station,
  };
  return { db: tx.db, call, now, record: (entry) => append(tx.db, call, now, entry) };
};

const asIf = (tx: Tx, { staff }: Cast, by: Who, now: Instant): Tx => asStaff(tx, staff.get(by), now);

const ownerOf = ({ staff, practitioners }: Cast, who: Who): Owner => {
  const practitionerId = practitioners.get(who);
  if (practitionerId !== undefined) return { kind: 'practitioner', practitionerId };
  const one = staff.get(who);
  if (one === undefined) throw new Error('the fictitious house has lost somebody');
  return { kind: 'staff', staffId: one.id };
};

const practitionerOf = ({ practitioners }: Cast, who: Who): PractitionerId => {
  const id = practitioners.get(who);
  if (id === undefined) throw new Error('the fictitious house has lost somebody');
  return id;
};

interface Live {
  redirection: RedirectionRow | null;
  request: RequestRow | null;
  callback: CallbackRow | null;
}

const personOf = ({ people }: Cast, { person }: Scene): PatientId | null =>
  person === null ? null : (people[person] ?? null);

/**
 * The appointments are drawn anew each day: whoever was a newcomer yesterday may have been seen since. Nobody is taken
 * who has a scene of her own.
 */
const withNewcomers = (tx: Tx, cast: Cast, all: readonly Scene[]): Scene[] => {
  const taken = new Set(all.flatMap(({ person, newTo }) => (newTo === undefined ? person : null)));
  return all.map((scene) => {
    const { person, newTo } = scene;
    if (person === null || newTo === undefined) return scene;
    const doctors = newTo.map((who) => practitionerOf(cast, who));
    const found = cast.people.findIndex(
      (id, index) =>
        index >= person && !taken.has(index) && !doctors.some((doctor) => isFollowedBy(tx.db, [id], doctor)),
    );
    if (found < 0) throw new Error('the fictitious house knows no newcomer');
    taken.add(found);
    return { ...scene, person: found };
  });
};

const ask = (tx: Tx, cast: Cast, scene: Scene, asked: NonNullable<Scene['asked']>): RequestRow => {
  const { said, due, owner, of } = asked;
  return openWithin(tx, {
    ...said,
    patientId: personOf(cast, scene),
    ...(due === undefined ? {} : { due: instantAt(cast.hour, due) }),
    ...(owner === undefined ? {} : { owner: ownerOf(cast, owner) }),
    ...(of === undefined ? {} : { practitionerId: cast.practitioners.get(of) ?? null }),
  }).row;
};

type WithPromise = Extract<Then, { readonly act: 'promise' | 'close-with-promise' | 'refuse' }>;

const draftOf = (cast: Cast, { promise: { owner, due, about, more } }: WithPromise): CallbackDraft => ({
  ...more,
  owner: ownerOf(cast, owner),
  due: instantAt(cast.hour, due),
  about,
});

const ruleOut = (tx: Tx, cast: Cast, { id, openedAt }: RequestRow): void => {
  urgency.recordWithin(tx, {
    // The same on every PC: nothing here is drawn.
    key: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    at: tx.now,
    what: 'ruled-out',
    requestId: id,
    requestOpenedAt: openedAt,
    practitionerId: null,
    staffId: tx.call.actor.id,
    cardId: urgency.cardInForce(tx.db, cast.hour.today)?.id ?? null,
    followsKey: null,
  });
};

const refuse = (
  tx: Tx,
  cast: Cast,
  { id, version }: RequestRow,
  then: Extract<Then, { readonly act: 'refuse' }>,
): Live => {
  recordWithin(tx, {
    request: { id, version },
    practitionerId: practitionerOf(cast, then.of),
    ground: then.ground,
    decisionId: null,
    homeVisit: false,
    colleagues: then.colleagues.map(({ of, answer }) => ({
      practitionerId: practitionerOf(cast, of),
      answer,
    })),
    waysForward: [...then.waysForward],
    wordsShown: then.wordsShown.map((key) => ({ key, version: null })),
    close: { kind: 'callback', callback: draftOf(cast, then) },
  });
  const request = requestById(tx.db, id);
  const promised = request.outcome?.kind === 'callback' ? request.outcome.callbackId : null;
  const callback = promised === null ? null : callbackById(tx.db, promised);
  return { request, callback, redirection: null };
};

const live = (tx: Tx, cast: Cast, scene: Scene, then: Then, now: Live): void => {
  const { request, callback } = now;
  switch (then.act) {
    case 'close':
      if (request) now.request = closeWithin(tx, request, then.closing);
      return;
    case 'close-with-promise':
      if (!request) return;
      now.callback = promiseWithin(tx, draftOf(cast, then), request);
      now.request = closeWithin(tx, request, { kind: 'callback', callback: { id: now.callback.id } });
      return;
    case 'promise':
      now.callback = promiseWithin(tx, { ...draftOf(cast, then), patientId: personOf(cast, scene) }, request);
      return;
    case 'rule-out':
      if (request) ruleOut(tx, cast, request);
      return;
    case 'accept':
      if (request)
        acceptWithin(tx, { request, practitionerId: practitionerOf(cast, then.of), homeVisit: false });
      return;
    case 'refuse':
      if (request) Object.assign(now, refuse(tx, cast, request, then));
      return;
    case 'tried':
      if (callback) now.callback = triedWithin(tx, callback);
      return;
    case 'send':
      if (!request) return;
      now.redirection = startWithin(tx, request, {
        to: { kind: 'entry', entryId: knownOutside(tx.db, then.to), despite: null },
        how: then.how,
        due: instantAt(cast.hour, then.due),
      });
      return;
    case 'step':
      if (now.redirection) now.redirection = stepWithin(tx, { ...now.redirection, step: then.step });
      return;
    case 'end':
      if (callback) now.callback = endWithin(tx, { ...callback, outcome: then.outcome });
  }
};

interface Moment {
  readonly at: Instant;
  happen(): void;
}

const momentsOf = (tx: Tx, cast: Cast, scene: Scene): Moment[] => {
  const now: Live = { request: null, callback: null, redirection: null };
  const { asked, then = [] } = scene;
  const moments: Moment[] = [];
  // Early in the morning several things come to lie on the same evening before: their order stays.
  let last = 0;
  const moment = (ago: Ago, by: Who, happen: (then: Tx) => void): void => {
    const at = Math.min(cast.hour.now, Math.max(instantAt(cast.hour, ago), last + 60_000));
    last = at;
    moments.push({ at, happen: () => happen(asIf(tx, cast, by, at)) });
  };
  if (asked !== null)
    moment(asked.ago, asked.by, (then) => {
      now.request = ask(then, cast, scene, asked);
    });
  for (const one of then) moment(one.ago, one.by, (at) => live(at, cast, scene, one, now));
  return moments;
};

/** In the order of the day, each as whoever did it. @param people in the order of the fictitious patients */
export const liveThrough = (
  tx: Tx,
  hour: Hour,
  practitioners: readonly Practitioner[],
  people: readonly PatientId[],
): void => {
  const byName = new Map(practitioners.map(({ familyName, id }) => [familyName as Who, id]));
  const staff = new Map(
    allStaff(tx.db).map((one) => {
      const own = practitioners.find(({ id }) => id === one.practitionerId);
      return [(own?.familyName ?? one.initials) as Who, one];
    }),
  );
  const cast: Cast = { hour, staff, practitioners: byName, people };
  const moments = withNewcomers(tx, cast, [...scenes, ...refusalScenes]).flatMap((scene) =>
    momentsOf(tx, cast, scene),
  );
  for (const moment of moments.toSorted((a, b) => a.at - b.at)) moment.happen();
};
