/**
 * Every error that crosses the wire: a stable code and its data. The French sentence is made on screen.
 * Data never carries a name, a phone number or any free text about a patient.
 */
import * as z from 'zod';
import { ConflictReason } from './conflicts.ts';
import { DirectoryFileReason } from './directory-file.ts';
import { ClaimId, DirectoryEntryId, PatientId, PractitionerId, WaitlistEntryId } from './ids.ts';
import { GroundRefused, WhoCan } from './intake.ts';
import { TextProblem } from './text-problems.ts';
import { Day, Instant, Minute } from './time.ts';

/** A free place as it is proposed: computed, never stored. */
export const Slot = z.object({
  practitionerId: PractitionerId,
  day: Day,
  start: Minute,
  end: Minute,
  kind: z.enum(['regular', 'unscheduled', 'newPatient']),
  /** The patient's own médecin traitant (or a colleague asked for by name). */
  ownDoctor: z.boolean(),
});
export type Slot = z.infer<typeof Slot>;

/** `path` names the field, `code` says what is wrong with it; the screen shows the sentence beside that field. */
export const FieldError = z.object({ path: z.string(), code: z.string() });
export type FieldError = z.infer<typeof FieldError>;

const none = z.object({});

export const errorData = {
  /** Nobody is at the desk: pick your initials first. */
  NO_ACTOR: none,
  FORBIDDEN: z.object({ right: z.string() }),
  /** This seat has ended: locked, left, or the desk started again. Nothing is lost: whoever sits down goes on. */
  LOCKED: none,
  /** `triesLeft` before one has to wait; then `waitMs` before the next try. */
  PIN_WRONG: z.object({ triesLeft: z.int(), waitMs: z.int() }),
  /** Too many wrong tries, or one is being looked at: this one was not. */
  PIN_WAIT: z.object({ waitMs: z.int() }),
  /** `not-given`: she has one. `none-set`: the house asks everybody for one, and she has none. */
  PIN_REQUIRED: z.object({ why: z.enum(['not-given', 'none-set']) }),
  /** The file is not open: first start, wrong key, damaged, from a newer version… `gate.status` says which. */
  DESK_CLOSED: none,
  NOT_FOUND: z.object({ what: z.string() }),
  INVALID_INPUT: z.object({ fields: z.array(FieldError) }),
  /** Somebody saved in between. `changed` names the fields that differ now; `version` is the current one. */
  STALE_VERSION: z.object({ version: z.int(), changed: z.array(z.string()) }),
  /** What was asked contradicts what is there (a code already used, a range that overlaps another…). */
  CONFLICT: z.object({ reason: ConflictReason }),
  /** The place went in between. Nothing was written; `proposals` are the nearest free ones. */
  SLOT_TAKEN: z.object({ with: z.array(ClaimId), proposals: z.array(Slot) }),
  /** Not within open hours, or within an absence or a holiday: possible only on purpose, with a reason. */
  OUTSIDE_HOURS: z.object({ why: z.enum(['closed', 'absent', 'holiday', 'past', 'reserved']) }),
  /** An extra slot that cannot stand where it was wanted; `with`: who is booked there. Nothing was written. */
  SLOT_NOT_GIVEN: z.object({
    why: z.enum(['past', 'taken', 'absent', 'already-given', 'past-midnight']),
    with: z.array(ClaimId),
  }),
  /** Nothing to give back to ordinary booking: it was done already, nobody keeps anything that day, or the day is over. */
  NOT_RELEASED: z.object({ why: z.enum(['by-hand', 'at-hour', 'nothing-kept', 'past']) }),
  /** The same patient is elsewhere at that time: a warning that a confirmed second try accepts. */
  PATIENT_BUSY: z.object({ with: z.array(ClaimId) }),
  /** Nothing is closed without an outcome, nor with one that lacks what it needs: `why` names what is missing. */
  OUTCOME_REQUIRED: z.object({
    why: z.enum(['outcome', 'said', 'label', 'patient', 'appointment', 'attempt']),
  }),
  /** They take nobody new: whoever sends a person there all the same says why, from the closed list. */
  DESPITE_REQUIRED: z.object({ entryId: DirectoryEntryId }),
  /** One entry a person and profession: `entryId` is the one that stands. */
  ALREADY_LISTED: z.object({ entryId: WaitlistEntryId }),
  /** Another desk is offering this place to somebody: until when, and under whose initials. */
  SLOT_OFFERED: z.object({ by: z.string(), expiresAt: Instant }),
  /** This person is being offered another place right now. */
  ENTRY_OFFERED: z.object({ by: z.string(), expiresAt: Instant }),
  /** The freed place is no longer to be had. Nothing was written. */
  FREED_OVER: z.object({ why: z.enum(['taken', 'gone', 'past', 'left-free']) }),
  /** None of the given places is left, or their day has passed. */
  PLACES_OVER: z.object({ why: z.enum(['used', 'ended', 'withdrawn']) }),
  /** The offer was answered, or its time ran out, before this was said. Nothing was written. */
  OFFER_OVER: z.object({ answer: z.string() }),
  /** Held back by these filters: offered all the same only with a reason of the closed list. */
  OFFER_FILTERED: z.object({ reasons: z.array(z.string()) }),
  STATUS_NOT_ALLOWED: z.object({ from: z.string(), to: z.string() }),
  /** Somebody who looks like this person is already known: shown first, created only when confirmed. */
  RESEMBLES: z.object({ patientIds: z.array(PatientId) }),
  /** Nobody has said yet how this practitioner receives newcomers: neither open nor closed can be supposed. */
  NO_POLICY: z.object({ practitionerId: PractitionerId }),
  /** The month's last place went, perhaps this very second: who can now is beside it. */
  QUOTA_FULL: z.object({ practitionerId: PractitionerId, whoCan: z.array(WhoCan) }),
  /** Only a practitioner, under her own initials, signs a protocol, answers a doubt, decides about a patient. */
  NOT_A_PRACTITIONER: none,
  /** No refusal before urgency is ruled out for this very request; doubt means the 15. */
  URGENCY_NOT_RULED_OUT: none,
  /** No refusal while no practitioner of the house has signed the card of red flags. */
  CARD_NOT_SIGNED: none,
  GROUND_NOT_ALLOWED: z.object({ why: GroundRefused }),
  COLLEAGUE_NOT_ASKED: z.object({ practitionerIds: z.array(PractitionerId) }),
  /** `orientation-owed`: this profession owes more than a list or a form: somebody who can look after the person. */
  NO_WAY_FORWARD: z.object({ why: z.enum(['none', 'colleague-not-accepting', 'orientation-owed']) }),
  WORDS_NOT_SHOWN: none,
  NOTHING_TO_UNDO: none,
  /** The row changed since: undoing would overwrite somebody's work. */
  UNDO_TOO_LATE: none,
  WRONG_RECOVERY_CODE: none,
  /** An import file that cannot be read at all; `file` is a name that the user chose, not its content. */
  UNREADABLE_FILE: z.object({
    file: z.string(),
    reason: z.enum([
      'empty',
      'too-large',
      'not-a-csv',
      'quote-not-closed',
      'no-known-columns',
      'columns-missing',
    ]),
    /** Where reading stopped, counted from 1, when that is known. */
    line: z.int().nullable(),
  }),
  /** Not a file that the directory can be filled from: what it is instead, or what is wrong with it. */
  DIRECTORY_FILE_REFUSED: z.object({
    file: z.string(),
    reason: DirectoryFileReason,
    /** Columns that are missing, as the extraction names them. */
    columns: z.array(z.string()),
  }),
  /** More people than a desk can keep at hand: the filter has to be narrowed. */
  DIRECTORY_TOO_LARGE: z.object({ most: z.int() }),
  /** A wording of the house that may not be kept: everything that is wrong with it, and where. */
  TEXT_REFUSED: z.object({ problems: z.array(TextProblem) }),
  /** A paper that no size of letters makes fit one page. Its text is still there to copy. */
  PAPER_TOO_LONG: none,
  BUSY: z.object({ with: z.string() }),
  STORAGE_FULL: none,
  /** A bug or the machine: the full detail is in the local log under `reference`. */
  INTERNAL: z.object({ reference: z.string() }),
} as const;

export type ErrorCode = keyof typeof errorData;
export type ErrorData<C extends ErrorCode> = z.infer<(typeof errorData)[C]>;

type Catalogue = { [C in ErrorCode]: { data: (typeof errorData)[C] } };

/** The shape that oRPC wants. Every procedure may raise every code: the screen handles one closed list. */
export const errorMap = Object.fromEntries(
  Object.entries(errorData).map(([code, data]) => [code, { data }]),
) as unknown as Catalogue;
