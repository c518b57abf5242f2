import { entryName } from '../../../contract/directory-words.ts';
import type { PatientId, RequestId } from '../../../contract/ids.ts';
import {
  type DeskRequest,
  professionalOrigins,
  type RequestDraft,
  type RequestNature,
  type RequestOrigin,
} from '../../../contract/requests.ts';
import { localNow } from '../../../contract/time.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { failFields } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { entry } from '../../directory/store.ts';
import { recordsOf } from '../../patients/store.ts';
import { housesZone } from '../../practice/store/house.ts';
import { dueFor } from '../rules/due.ts';
import { continuedBy, joinWishes, type Matter } from '../rules/same-matter.ts';
import * as store from '../store/requests.ts';
import { stillOpen } from './close.ts';
import { knownOwner, knownPatient, professionOf, rowsOf, staffOf, type Versioned } from './shared.ts';
import { workingDays } from './working-days.ts';

/** All that was said, the rest as it was; owner and due aside. */
type Said = Pick<
  store.RequestRow,
  | 'nature'
  | 'origin'
  | 'professional'
  | 'professionalEntryId'
  | 'patientAgrees'
  | 'patientId'
  | 'callerName'
  | 'practitionerId'
  | 'profession'
  | 'message'
  | 'wish'
>;

const nothingSaid: Said = {
  nature: 'appointment',
  origin: 'call',
  professional: null,
  professionalEntryId: null,
  patientAgrees: null,
  patientId: null,
  callerName: null,
  practitionerId: null,
  profession: null,
  message: null,
  wish: null,
};

const kept = <T>(said: T | undefined, before: T): T => (said === undefined ? before : said);
const text = (said: string | null | undefined, before: string | null): string | null =>
  said === undefined ? before : said || null;

type Professional = Pick<Said, 'professional' | 'professionalEntryId'>;

/** Chosen in the directory, it has a name there; another name typed since is somebody else's. @throws DeskError NOT_FOUND */
const professionalIn = (db: ReadDb, draft: RequestDraft, before: Said): Professional => {
  const professional = text(draft.professional, before.professional);
  const same = professional === before.professional ? before.professionalEntryId : null;
  const professionalEntryId = kept(draft.professionalEntryId, same);
  if (professionalEntryId === null) return { professional, professionalEntryId };
  const known = entry(db, professionalEntryId);
  return { professional: professional ?? entryName(known).slice(0, 120), professionalEntryId };
};

/** Who asks behind a professional's door; at any other door there is nobody, and nobody's agreement to ask for. */
const behindTheDoor = (
  db: ReadDb,
  draft: RequestDraft,
  before: Said,
  origin: RequestOrigin,
): Professional & Pick<Said, 'patientAgrees'> => {
  if (professionalOrigins.includes(origin))
    return {
      ...professionalIn(db, draft, before),
      patientAgrees: kept(draft.patientAgrees, before.patientAgrees),
    };
  for (const path of ['professional', 'professionalEntryId'] as const)
    if (draft[path]) failFields({ path, code: 'not-for-this-origin' });
  return { professional: null, professionalEntryId: null, patientAgrees: null };
};

const messageSaid = (draft: RequestDraft, before: Said, nature: RequestNature): Said['message'] => {
  if (nature === 'message')
    return draft.message ?? before.message ?? failFields({ path: 'message', code: 'missing' });
  return draft.message ? failFields({ path: 'message', code: 'not-for-this-nature' }) : null;
};

/** @throws DeskError NOT_FOUND, INVALID_INPUT */
const saidIn = (tx: Tx, draft: RequestDraft, before: Said): Said => {
  const nature = draft.nature ?? before.nature;
  const origin = draft.origin ?? before.origin;
  const patientId = kept(draft.patientId, before.patientId);
  const practitionerId = kept(draft.practitionerId, before.practitionerId);
  return {
    nature,
    origin,
    ...behindTheDoor(tx.db, draft, before, origin),
    patientId: patientId === null ? null : knownPatient(tx, patientId),
    callerName: text(draft.callerName, before.callerName),
    practitionerId,
    profession: professionOf(tx.db, practitionerId, kept(draft.profession, before.profession)),
    message: messageSaid(draft, before, nature),
    wish: text(draft.wish, before.wish),
  };
};

const dueOf = (tx: Tx, { nature, message }: Said): number => {
  const zone = housesZone(tx.db);
  return dueFor({ nature, message }, tx.now, zone, workingDays(tx.db, localNow(tx.now, zone).day));
};

/** What asking this for this person would continue, among all that she asked; null for a new matter. */
export const earlierOf = (
  db: ReadDb,
  patientId: PatientId,
  matter: Matter,
  now: number,
  except: RequestId | null = null,
): store.RequestRow | null => {
  const earlier = store.requestsOf(db, recordsOf(db, patientId)).filter(({ id }) => id !== except);
  return continuedBy(earlier, matter, now, housesZone(db));
};

export interface Opened extends DeskRequest {
  readonly continued: boolean;
}

/** Whoever says that it is urgent does not wait for the deadline of a message that was not. */
const soonerDue = (tx: Tx, before: store.RequestRow, draft: RequestDraft, said: Said): number =>
  Math.min(before.due, draft.due ?? (said.message?.urgent ? dueOf(tx, said) : before.due));

/** Asked once more while it is open: what is new is added, the first door and the sooner deadline stay. */
const askAgain = (tx: Tx, before: store.RequestRow, draft: RequestDraft, said: Said): store.RequestRow => {
  const { origin, professional, patientAgrees, callerName, wish } = said;
  const told = professionalOrigins.includes(before.origin) ? said : before;
  const after = store.saveRequest(tx.db, {
    ...before,
    ...(before.professional === null
      ? { professional: told.professional, professionalEntryId: told.professionalEntryId }
      : {}),
    patientAgrees: told.patientAgrees ?? before.patientAgrees,
    callerName: callerName ?? before.callerName,
    practitionerId: before.practitionerId ?? said.practitionerId,
    profession: before.profession ?? said.profession,
    message: said.message && {
      ...said.message,
      urgent: said.message.urgent || before.message?.urgent === true,
    },
    wish: joinWishes(before.wish, wish),
    owner: draft.owner === undefined ? before.owner : knownOwner(tx, draft.owner),
    due: soonerDue(tx, before, draft, said),
  });
  const asked = { origin, professional, patientAgrees, callerName, wish };
  tx.record({
    action: 'request.continued',
    rows: rowsOf('request', after),
    before,
    after: { ...after, asked },
  });
  return after;
};

type Opening = RequestDraft & { readonly separate?: boolean | undefined };

/** What `open` does, within somebody else's transaction. */
export const openWithin = (
  tx: Tx,
  { separate = false, ...draft }: Opening,
): { readonly row: store.RequestRow; readonly continued: boolean } => {
  const said = saidIn(tx, draft, nothingSaid);
  const earlier = said.patientId === null || separate ? null : earlierOf(tx.db, said.patientId, said, tx.now);
  if (earlier?.closedAt === null) return { row: askAgain(tx, earlier, draft, said), continued: true };
  const row = store.insertRequest(tx.db, {
    ...said,
    owner: knownOwner(tx, draft.owner),
    due: draft.due ?? dueOf(tx, said),
    continues: earlier?.id ?? null,
    openedAt: tx.now,
    openedBy: staffOf(tx),
    closedAt: null,
    closedBy: null,
    outcome: null,
  });
  tx.record({ action: 'request.opened', rows: rowsOf('request', row), after: row });
  return { row, continued: earlier !== null };
};

/**
 * The first word of a request; or, from the same person on the same matter, one more word of an earlier one.
 * @throws DeskError NOT_FOUND, INVALID_INPUT
 */
export const open = (ground: Ground, call: Call, opening: Opening): Opened =>
  ground.write(call, (tx) => {
    const { row, continued } = openWithin(tx, opening);
    return { ...store.toRequest(tx.db, row), continued };
  });

/** Another nature, or another urgency, has another deadline, unless one is named. */
const dueAfter = (tx: Tx, before: store.RequestRow, draft: RequestDraft, said: Said): number => {
  if (draft.due !== undefined) return draft.due;
  const same = said.nature === before.nature && said.message?.urgent === before.message?.urgent;
  return same ? before.due : dueOf(tx, said);
};

/**
 * What is learnt as the call goes on. Naming the person may show that an earlier request is asked again.
 * @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT once closed, INVALID_INPUT
 */
export const update = (
  ground: Ground,
  call: Call,
  { id, version, ...draft }: Versioned<RequestId> & RequestDraft,
): DeskRequest =>
  ground.write(call, (tx) => {
    const before = stillOpen(tx, { id, version });
    const said = saidIn(tx, draft, before);
    const named = said.patientId !== null && said.patientId !== before.patientId;
    const earlier =
      named && said.patientId !== null ? earlierOf(tx.db, said.patientId, said, tx.now, id) : null;
    const after = store.saveRequest(tx.db, {
      ...before,
      ...said,
      owner: draft.owner === undefined ? before.owner : knownOwner(tx, draft.owner),
      due: dueAfter(tx, before, draft, said),
      continues: named ? (earlier !== null && earlier.id < id ? earlier.id : null) : before.continues,
    });
    tx.record({ action: 'request.updated', rows: rowsOf('request', after), before, after });
    return store.toRequest(tx.db, after);
  });
