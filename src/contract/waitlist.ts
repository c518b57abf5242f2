/** The two lists, never mixed: to be taken on at all, and to come sooner (docs/spec/waitlists.md). */
import * as z from 'zod';
import { needs } from './base.ts';
import { CriterionDraft, CriterionFact } from './criteria.ts';
import { ClaimId, PatientId, PractitionerId, RequestId, StaffId, WaitlistEntryId } from './ids.ts';
import { PatientSummary } from './patients.ts';
import { Profession } from './professions.ts';
import { ListWishes, RequestOrigin } from './requests.ts';
import { Day, Instant, Minute } from './time.ts';
import { Rank } from './waitlist-rank.ts';

export const WaitlistKind = z.enum(['registration', 'earlier']);
export type WaitlistKind = z.infer<typeof WaitlistKind>;

/** `unreachable`: rung in vain as often as the house tries; out of the order, still in sight, one key brings back. */
export const EntryState = z.enum(['waiting', 'unreachable', 'closed']);
export type EntryState = z.infer<typeof EntryState>;

export const EntryEnd = z.enum([
  /** Took the place that was offered. */
  'accepted',
  /** A request settled it: an appointment, a colleague of the house, a withdrawal. */
  'settled',
  /** Of the earlier list: the appointment that stood took place, or was cancelled. */
  'appointment-over',
  'no-longer-looking',
  /** Found somebody outside. */
  'found-elsewhere',
  'unreachable',
  /** Asked again and never confirmed. */
  'expired',
  'opened-by-mistake',
  /** The request that made it was opened again, or its closing undone. */
  'taken-back',
  /** Two records turned out to be one person: the entry that has waited longer stands for both. */
  'same-person',
]);
export type EntryEnd = z.infer<typeof EntryEnd>;

/** Said by whoever is at the desk; the others come from what happens elsewhere. */
export const SaidEnd = EntryEnd.extract([
  'no-longer-looking',
  'found-elsewhere',
  'unreachable',
  'expired',
  'opened-by-mistake',
]);
export type SaidEnd = z.infer<typeof SaidEnd>;

/** What the person can come to. */
export const EntryLimits = z.object({
  /** Registration: whom the person would accept. Empty: anybody of that profession. Earlier: empty means her own practitioner. */
  practitionerIds: z.array(PractitionerId).max(20),
  wishes: ListWishes,
  homeVisit: z.boolean(),
  stepFree: z.boolean(),
});
export type EntryLimits = z.infer<typeof EntryLimits>;

export const WaitlistEntry = EntryLimits.extend({
  id: WaitlistEntryId,
  version: z.int(),
  kind: WaitlistKind,
  patient: PatientSummary,
  profession: Profession,
  /** Earlier only: the one that stands meanwhile, where it is now. */
  appointment: z
    .object({ id: ClaimId, practitionerId: PractitionerId, day: Day, start: Minute, end: Minute })
    .nullable(),
  origin: RequestOrigin,
  /** The request that says what is wished now; null: added by hand. */
  requestId: RequestId.nullable(),
  /** When the first of the requests that continue one another was opened. */
  since: Instant,
  reconfirmBy: Day,
  attempts: z.int(),
  lastAttemptAt: Instant.nullable(),
  /** May the CPTS be told? Null: not asked. */
  cptsAgrees: z.boolean().nullable(),
  state: EntryState,
  end: EntryEnd.nullable(),
  closedAt: Instant.nullable(),
  closedBy: StaffId.nullable(),
});
export type WaitlistEntry = z.infer<typeof WaitlistEntry>;

/** One line of a list as it is shown, the first to come first. */
export const WaitlistLine = z.object({
  entry: WaitlistEntry,
  /** Those that count today; an answer that was never asked is left out. */
  criteria: z.array(CriterionFact),
  rank: Rank,
});
export type WaitlistLine = z.infer<typeof WaitlistLine>;

export const WaitlistSettings = z.object({
  version: z.int(),
  /** How long an offered place is held, in minutes. */
  holdMinutes: z.int().min(1).max(240),
  /** Rung in vain so often, a person is `unreachable`. */
  attempts: z.int().min(1).max(10),
  /** « Toujours en recherche ? » is asked after so many days. */
  reconfirmDays: z.int().min(7).max(365),
  /** An entry older than that is on the home screen. */
  oldDays: z.int().min(7).max(1000),
});
export type WaitlistSettings = z.infer<typeof WaitlistSettings>;

/** What a place with this practitioner is like, for the filters. */
export const PlaceFacts = z.object({
  practitionerId: PractitionerId,
  /** 0: nobody has said anything yet. */
  version: z.int(),
  stepFree: z.boolean().nullable(),
  homeVisits: z.boolean(),
  sex: z.enum(['female', 'male']).nullable(),
});
export type PlaceFacts = z.infer<typeof PlaceFacts>;

/** One step of a person's wait, by codes alone. */
export const WaitlistEvent = z.object({
  at: Instant,
  /** Initials as the journal kept them; null: it came of what happened elsewhere. */
  by: z.string().nullable(),
  id: WaitlistEntryId,
  kind: WaitlistKind,
  profession: Profession,
  what: z.discriminatedUnion('kind', [
    /** `byHand`: without a request, at the counter. */
    z.object({ kind: z.literal('added'), byHand: z.boolean() }),
    z.object({ kind: z.literal('asked-again') }),
    z.object({ kind: z.literal('changed') }),
    z.object({ kind: z.literal('reconfirmed') }),
    /** `unreachable`: it was the last attempt that the house makes. */
    z.object({ kind: z.literal('tried'), unreachable: z.boolean() }),
    z.object({ kind: z.literal('closed'), end: EntryEnd.nullable() }),
    z.object({ kind: z.literal('reopened') }),
    z.object({ kind: z.literal('offered') }),
    z.object({ kind: z.literal('answered'), answer: z.string().nullable() }),
    /** Somebody wrote the last step by mistake, and took it back. */
    z.object({ kind: z.literal('undone') }),
  ]),
});
export type WaitlistEvent = z.infer<typeof WaitlistEvent>;

const versioned = z.object({ id: WaitlistEntryId, version: z.int() });

export const waitlistEntries = {
  /** Who waits, in the order of the rule in force; who is unreachable comes after. `profession` narrows the registration list. */
  list: needs('desk.read')
    .input(z.object({ kind: WaitlistKind, profession: Profession.optional() }))
    .output(z.array(WaitlistLine)),
  get: needs('desk.read')
    .input(z.object({ id: WaitlistEntryId }))
    .output(WaitlistLine),
  /** All of this person's, open ones first, then the latest closed; along merged records. */
  ofPatient: needs('desk.read')
    .input(z.object({ patientId: PatientId }))
    .output(z.array(WaitlistLine)),
  /** What became of this person's waits, step by step, the latest first; along merged records. */
  history: needs('desk.read')
    .input(z.object({ patientId: PatientId }))
    .output(z.array(WaitlistEvent)),
  /** Without a request: somebody comes to the counter for nothing else. @throws ALREADY_LISTED, NOT_FOUND, INVALID_INPUT */
  add: needs('requests.write')
    .input(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('registration'),
          patientId: PatientId,
          profession: Profession,
          origin: RequestOrigin,
          limits: EntryLimits,
        }),
        z.object({
          kind: z.literal('earlier'),
          appointmentId: ClaimId,
          origin: RequestOrigin,
          limits: EntryLimits,
        }),
      ]),
    )
    .output(WaitlistEntry),
  update: needs('requests.write')
    .input(versioned.extend({ limits: EntryLimits, cptsAgrees: z.boolean().nullable() }))
    .output(WaitlistEntry),
  /** Still looking: asked again after the house's number of days; attempts start anew. */
  reconfirm: needs('requests.write').input(versioned).output(WaitlistEntry),
  /** Rang, and nobody answered; as often as the house tries, the person is `unreachable`. */
  tried: needs('requests.write').input(versioned).output(WaitlistEntry),
  close: needs('requests.write')
    .input(versioned.extend({ end: SaidEnd }))
    .output(WaitlistEntry),
  /** Unreachable or closed by hand, and back in the place that the date gives. @throws ALREADY_LISTED, CONFLICT */
  reopen: needs('requests.write').input(versioned).output(WaitlistEntry),
  /** Asked here only, of somebody who is on a list. Each answer is optional. @throws STALE_VERSION, CONFLICT `not-on-a-list` */
  setCriterion: needs('requests.write')
    .input(z.object({ entryId: WaitlistEntryId, version: z.int(), fact: CriterionDraft }))
    .output(z.array(CriterionFact)),
  /** Whom to ask « toujours en recherche ? », the earliest due first. */
  toReconfirm: needs('desk.read').output(z.array(WaitlistLine)),

  settings: needs('desk.read').output(WaitlistSettings),
  saveSettings: needs('practice.write').input(WaitlistSettings).output(WaitlistSettings),
  placeFacts: needs('desk.read').output(z.array(PlaceFacts)),
  setPlaceFacts: needs('practice.write').input(PlaceFacts).output(PlaceFacts),

  /** The registration list for the CPTS, only those who agreed; no criterion, no rank. Journalled. */
  exportForCpts: needs('requests.write').output(
    z.object({ fileName: z.string(), csv: z.string(), people: z.int() }),
  ),
  /** For the home strip. */
  counts: needs('desk.read').output(
    z.object({ registration: z.int(), earlier: z.int(), toReconfirm: z.int(), old: z.int() }),
  ),
};
