import * as z from 'zod';
import { needs } from './base.ts';
import { PatientId, PractitionerId } from './ids.ts';
import { Day, Instant } from './time.ts';

/**
 * A birth date as it is known. Nobody is pushed into inventing 1 January: `year` and `estimated` hold `YYYY`,
 * `unknown` holds null.
 */
export const BirthDate = z.discriminatedUnion('precision', [
  z.object({ precision: z.literal('day'), value: Day }),
  z.object({ precision: z.literal('year'), value: z.string().regex(/^\d{4}$/) }),
  z.object({ precision: z.literal('estimated'), value: z.string().regex(/^\d{4}$/) }),
  z.object({ precision: z.literal('unknown'), value: z.null() }),
]);
export type BirthDate = z.infer<typeof BirthDate>;

export const Sex = z.enum(['female', 'male', 'unknown']);
export type Sex = z.infer<typeof Sex>;

/** RNIV statuses that a desk without INSi can reach by itself: PROV and VALI. */
export const IdentityStatus = z.enum(['provisional', 'validated']);
export type IdentityStatus = z.infer<typeof IdentityStatus>;

/** What the visit needs, never why. */
export const Need = z.enum([
  'wheelchair',
  'interpreter',
  'sign-language',
  'companion',
  'low-vision',
  'home-visit',
]);
export type Need = z.infer<typeof Need>;

/** Médecin traitant: in the house, outside (as told), none, or not asked yet. */
export const AttendingDoctor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('house'), practitionerId: PractitionerId }),
  z.object({ kind: z.literal('outside'), name: z.string().trim().max(120) }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('unknown') }),
]);
export type AttendingDoctor = z.infer<typeof AttendingDoctor>;

export const PhoneKind = z.enum(['mobile', 'landline', 'other']);
export type PhoneKind = z.infer<typeof PhoneKind>;

/** `e164` is what is stored (`+33639980001`); the screen shows pairs. */
export const Phone = z.object({ e164: z.string().regex(/^\+\d{6,15}$/), kind: PhoneKind });
export type Phone = z.infer<typeof Phone>;

export const Patient = z.object({
  id: PatientId,
  version: z.int(),
  birthName: z.string().trim().min(1).max(100),
  usedName: z.string().trim().max(100).nullable(),
  /** First names of birth, in order, as written. Empty for a person with a single name. */
  givenNames: z.string().trim().max(100),
  usedGivenName: z.string().trim().max(100).nullable(),
  birth: BirthDate,
  sex: Sex,
  identity: IdentityStatus,
  phones: z.array(Phone).max(6),
  email: z.email().max(200).nullable(),
  address: z.string().trim().max(200).nullable(),
  postalCode: z.string().trim().max(10).nullable(),
  city: z.string().trim().max(100).nullable(),
  attendingDoctor: AttendingDoctor,
  needs: z.array(Need),
  note: z.string().trim().max(2000).nullable(),
  /** Set when this record was merged into another: a pointer, undone in one step. */
  mergedInto: PatientId.nullable(),
});
export type Patient = z.infer<typeof Patient>;

/** Phones come in any spelling (`06.39.98.45.12`, `0033…`, `+262…`); the desk stores E.164 or names the field. */
export const PatientDraft = Patient.omit({ id: true, version: true, mergedInto: true, phones: true }).extend({
  phones: z.array(z.string().trim().min(1).max(30)).max(6),
});
export type PatientDraft = z.infer<typeof PatientDraft>;

/** One line of the search, and of a card: enough to tell homonyms apart, no more. */
export const PatientSummary = z.object({
  id: PatientId,
  /** « DUPONT Marie » : used name first when there is one, « DUPONT née MARTIN Marie ». */
  displayName: z.string(),
  birth: BirthDate,
  sex: Sex,
  /** E.164 of the phone to ring first, or null. */
  phone: z.string().nullable(),
  city: z.string().nullable(),
  identity: IdentityStatus,
  attendingDoctor: AttendingDoctor,
  needs: z.array(Need),
  /** Another live record has the same name: show birth date and the phone's last four digits. */
  homonym: z.boolean(),
});
export type PatientSummary = z.infer<typeof PatientSummary>;

export const Resemblance = z.object({
  patient: PatientSummary,
  /** Why they look alike, strongest first. */
  because: z.array(
    z.enum([
      'same-name-and-birth',
      'same-phone-and-name',
      'same-birth-close-name',
      'swapped-names',
      /** The names are the same, and one of the birth dates is not known. */
      'same-name',
    ]),
  ),
});
export type Resemblance = z.infer<typeof Resemblance>;

/** One change of a record, as it was and as it became. */
export const Correction = z.object({
  seq: z.int(),
  at: Instant,
  by: z.string(),
  /** It takes an earlier one back. */
  undone: z.boolean(),
  /** Null on both sides: what it said was erased when its months were over. */
  before: Patient.nullable(),
  after: Patient.nullable(),
});
export type Correction = z.infer<typeof Correction>;

export const patients = {
  /**
   * One box: words in any order, each the beginning of any name; a birth date (`12/03/52`), a year, or consecutive
   * phone digits. Accents, case, hyphens, apostrophes and particles never matter. Soonest-relevant first.
   */
  search: needs('desk.read')
    .input(z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(12) }))
    .output(z.object({ patients: z.array(PatientSummary), more: z.boolean() })),
  get: needs('desk.read')
    .input(z.object({ id: PatientId }))
    .output(Patient),
  /** What was corrected on her record, newest first, records merged into it included (GDPR art. 16). */
  corrections: needs('desk.read')
    .input(z.object({ id: PatientId }))
    .output(z.array(Correction)),
  /** Lines of these people, in this order; a merged record shows its survivor, an unknown one is left out. */
  summaries: needs('desk.read')
    .input(z.object({ ids: z.array(PatientId).max(50) }))
    .output(z.array(PatientSummary)),
  /** Who looks like this person: asked while typing and again, by the service, at creation. */
  resemblances: needs('desk.read')
    .input(
      PatientDraft.pick({ birthName: true, usedName: true, givenNames: true, birth: true, phones: true }),
    )
    .output(z.array(Resemblance)),
  /** RESEMBLES unless `confirmedNew`: the existing person is shown first. */
  create: needs('patients.write')
    .input(z.object({ patient: PatientDraft, confirmedNew: z.boolean().default(false) }))
    .output(Patient),
  update: needs('patients.write')
    .input(z.object({ id: PatientId, version: z.int(), patient: PatientDraft }))
    .output(Patient),
  /**
   * `id` becomes a pointer to `into` (to its survivor, when `into` was merged itself). Never automatic.
   * Returns the record `id`, whose version `unmerge` needs. CONFLICT `already-merged`, `merge-cycle`, `not-merged`.
   */
  merge: needs('patients.write')
    .input(z.object({ id: PatientId, version: z.int(), into: PatientId }))
    .output(Patient),
  unmerge: needs('patients.write')
    .input(z.object({ id: PatientId, version: z.int() }))
    .output(Patient),
  /** Records that were merged straight into this one, to look at and to part again. */
  mergedRecords: needs('desk.read')
    .input(z.object({ id: PatientId }))
    .output(z.array(Patient)),
  /** Pairs that look like the same person, for the settings page after a take-over. */
  likelyDuplicates: needs('desk.read')
    .input(z.object({ limit: z.int().min(1).max(500).default(200) }))
    .output(z.array(z.object({ a: PatientSummary, b: PatientSummary }))),
};
