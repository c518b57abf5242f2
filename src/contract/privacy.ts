/** What patients may ask about what the house holds of them (docs/spec/patient-rights.md). */
import * as z from 'zod';
import { needs } from './base.ts';
import { CallbackId, PatientId, RequestId, StaffId } from './ids.ts';
import { HandedPaper } from './paper.ts';
import { Day, Instant } from './time.ts';

/** In the place of a name that was erased. */
export const ERASED_NAME = 'Personne effacée';

/**
 * Whose data: a person with a record, whichever of her merged ones; or somebody known by what she asked alone, or by a call
 * promised to a number.
 */
export const Subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('patient'), id: PatientId }),
  z.object({ kind: z.literal('request'), id: RequestId }),
  z.object({ kind: z.literal('callback'), id: CallbackId }),
]);
export type Subject = z.infer<typeof Subject>;

/** A value as it is in the file; names of practitioners and of staff stand for their numbers. */
export const HeldValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type HeldValue = z.infer<typeof HeldValue>;

/**
 * Everything held about one person: the shape of the JSON that is handed over. A change that a reader would stumble over
 * raises `version`.
 */
export const PersonFile = z.object({
  format: z.literal('parvis-person'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Whose clock the days and hours are read on. */
  zone: z.string(),
  house: z.object({ name: z.string(), address: z.string().nullable(), phone: z.string().nullable() }),
  sections: z.array(
    z.object({
      /** Name of the table in the file. */
      table: z.string(),
      title: z.string(),
      fields: z.record(z.string(), z.string()),
      rows: z.array(z.record(z.string(), HeldValue)),
    }),
  ),
  /** Every code that stands in a row, in words. */
  words: z.record(z.string(), z.string()),
  journal: z.array(
    z.object({
      at: z.iso.datetime(),
      who: z.string(),
      station: z.string(),
      action: z.string(),
      what: z.string(),
      /** Null once erased. */
      before: z.unknown(),
      after: z.unknown(),
      erased: z.boolean(),
    }),
  ),
  /** What was left out, and why. */
  leftOut: z.array(z.string()),
});
export type PersonFile = z.infer<typeof PersonFile>;

/** Months and years that the house chose, within bounds that no slip of the hand passes. */
export const RetentionSettings = z.object({
  version: z.int(),
  /** Words written on a request or a call-back, after it was closed. */
  wordsMonths: z.int().min(1).max(12),
  /** The name of somebody who was never received, after the last thing she asked. */
  unseenMonths: z.int().min(3).max(12),
  /** Words written on an appointment, after its day. */
  appointmentMonths: z.int().min(12).max(60),
  /** What journal entries kept of a change. */
  journalMonths: z.int().min(6).max(12),
  /** The file of somebody who was received, after the last time. */
  seenYears: z.int().min(2).max(20),
});
export type RetentionSettings = z.infer<typeof RetentionSettings>;

/** What is not over, and stands against erasing. */
export const Standing = z.enum(['appointment', 'request', 'callback', 'list', 'redirection']);
export type Standing = z.infer<typeof Standing>;

/** Somebody whose name is due. */
export const Due = z.object({
  about: Subject,
  kind: z.enum(['unseen', 'seen']),
  name: z.string(),
  /** The last day on which anything happened. */
  lastDay: Day,
});
export type Due = z.infer<typeof Due>;

export const RetentionPreview = z.object({
  people: z.array(Due),
  counts: z.object({
    unseen: z.int(),
    seen: z.int(),
    /** Requests and call-backs, appointments, entries of the journal of which the words go. */
    requestWords: z.int(),
    appointmentWords: z.int(),
    journal: z.int(),
    /** People who would be due, and are kept for a dispute. */
    held: z.int(),
  }),
});
export type RetentionPreview = z.infer<typeof RetentionPreview>;

/** Why something of her stays (GDPR art. 17(3)). */
export const Kept = z.object({
  /** `dispute`: legal claims. `standing`: something is still open or to come. `care`: the file of people received. */
  because: z.enum(['dispute', 'standing', 'care']),
  until: Day.nullable(),
});
export type Kept = z.infer<typeof Kept>;

export const LegalHold = z.object({ why: z.string(), at: Instant, by: StaffId });
export type LegalHold = z.infer<typeof LegalHold>;

/** What would become of one person's data if she asked for it to be erased. */
export const Erasable = z.object({
  name: z.string(),
  /** `whole`: her name goes. `words`: what was written in free words. `nothing`: something stands. */
  scope: z.enum(['whole', 'words', 'nothing']),
  kept: z.array(Kept),
  standing: z.array(Standing),
  seen: z.boolean(),
  appointments: z.int(),
  requests: z.int(),
  refusals: z.int(),
  hold: LegalHold.nullable(),
});
export type Erasable = z.infer<typeof Erasable>;

/** What somebody types before data goes for good. */
export const ERASE_WORD = 'EFFACER';

export const privacy = {
  /** Everything held about one person, as a paper to read and as JSON. Journalled as handed over. */
  export: needs('patients.disclose')
    .input(z.object({ about: Subject }))
    .output(HandedPaper.extend({ json: z.string() })),
  /** What would go and what would stay, with its ground, before anybody asks for it. */
  erasable: needs('patients.disclose')
    .input(z.object({ about: Subject }))
    .output(Erasable),
  /** For good. CONFLICT `erasure-stands` when something stands against it meanwhile. */
  erase: needs('patients.erase').input(
    z.object({ about: Subject, scope: z.enum(['whole', 'words']), word: z.literal(ERASE_WORD) }),
  ),
  /** A dispute under way keeps everything of her; null when it is over. */
  setHold: needs('patients.erase')
    .input(z.object({ id: PatientId, why: z.string().trim().min(3).max(300).nullable() }))
    .output(Erasable),
  settings: needs('desk.read').output(RetentionSettings),
  saveSettings: needs('patients.erase').input(RetentionSettings).output(RetentionSettings),
  /** The notice for patients (art. 13), the entry of the register (art. 30), as the house's settings stand. */
  lawPaper: needs('desk.read')
    .input(z.object({ which: z.enum(['notice', 'register']) }))
    .output(HandedPaper),
  /** What the settings say is due today. */
  preview: needs('patients.erase').output(RetentionPreview),
  /** Erases what is due, a few at a time. @returns what was erased */
  run: needs('patients.erase')
    .input(z.object({ word: z.literal(ERASE_WORD) }))
    .output(RetentionPreview.shape.counts.omit({ held: true })),
};
