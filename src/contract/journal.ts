/** Reading the journal: who saw, made, changed, moved, refused, printed what, of whom, when and from which desk. */
import * as z from 'zod';
import { needs } from './base.ts';
import { PatientId, StaffId } from './ids.ts';
import { HandedPaper } from './paper.ts';
import { Day, Instant } from './time.ts';

/** What sort of act, as somebody looks for one. Every action has exactly one. */
export const JournalKind = z.enum([
  'seen',
  'made',
  'changed',
  /** Moved or cancelled. */
  'moved',
  'refused',
  'merged',
  'exported',
  'printed',
  'restored',
  /** Who works here, who sat down, whose PIN. */
  'people',
  'settings',
]);
export type JournalKind = z.infer<typeof JournalKind>;

/** As it is asked for on screen, and said in a file. */
export const journalKinds: Readonly<Record<JournalKind, string>> = {
  seen: 'Consultations',
  made: 'Créations',
  changed: 'Modifications',
  moved: 'Déplacements et annulations',
  refused: 'Refus et décisions',
  merged: 'Fusions',
  exported: 'Exports',
  printed: 'Impressions',
  restored: 'Restaurations',
  people: 'Équipe et postes',
  settings: 'Réglages et entretien',
};

/** An entry that is there. */
export const JournalSeq = z.int().positive();

export const JournalLine = z.object({
  seq: JournalSeq,
  at: Instant,
  actorId: StaffId.nullable(),
  /** Initials as they were then, or the program's own name for what it did by itself. */
  by: z.string(),
  station: z.string(),
  kind: JournalKind,
  /** French: « Rendez-vous pris ». */
  what: z.string(),
  /** Whom it is about, along merged records; `id` opens a page. The first few. */
  people: z.array(z.object({ id: PatientId, name: z.string() })),
  /** How many more there are. */
  others: z.int().nonnegative(),
  /** The entry that this one takes back. */
  undoes: JournalSeq.nullable(),
  /** What it said of the person was erased; who did what, and when, remains. */
  erased: z.boolean(),
});
export type JournalLine = z.infer<typeof JournalLine>;

export const JournalPage = z.object({
  /** Newest first. */
  lines: z.array(JournalLine),
  /** Where the next page begins; null at the end. */
  next: JournalSeq.nullable(),
});
export type JournalPage = z.infer<typeof JournalPage>;

const Within = z.object({
  kind: JournalKind.nullable(),
  /** Days of the house, both included. */
  from: Day.nullable(),
  to: Day.nullable(),
});

export const JournalFilter = Within.extend({
  actorId: StaffId.nullable(),
  patientId: PatientId.nullable(),
});
export type JournalFilter = z.infer<typeof JournalFilter>;

export const PatientJournalFilter = Within.extend({ patientId: PatientId });

const paged = { before: JournalSeq.nullable() };

/** One thing that an entry changed: as the file names it, before and after. */
export const JournalChange = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type JournalChange = z.infer<typeof JournalChange>;

export const JournalCheck = z.object({
  at: Instant,
  ok: z.boolean(),
  /** How many entries hold, one after the other. */
  entries: z.int().nonnegative(),
  /** The first entry that does not hold, and of when it says it is; null when none does or it is gone. */
  seq: z.int().nullable(),
  seqAt: Instant.nullable(),
  /** French: what was found, what is safe, what to do. */
  message: z.string(),
});
export type JournalCheck = z.infer<typeof JournalCheck>;

export const journal = {
  /** The whole journal, filtered. Its first page is itself an entry. */
  read: needs('journal.read').input(JournalFilter.extend(paged)).output(JournalPage),
  /** Who saw and changed one patient's record. Its first page is itself an entry, of that patient. */
  ofPatient: needs('journal.patient').input(PatientJournalFilter.extend(paged)).output(JournalPage),
  /** What one entry changed. Of a person, that is what she told the house: read one at a time, and an entry each. */
  details: needs('journal.read')
    .input(z.object({ seq: JournalSeq }))
    .output(z.object({ seq: JournalSeq, erased: z.boolean(), changes: z.array(JournalChange) })),
  /** What the filter shows, to its end or to ten thousand lines. */
  exportCsv: needs('journal.read')
    .input(JournalFilter)
    .output(
      z.object({ fileName: z.string(), csv: z.string(), lines: z.int().nonnegative(), cut: z.boolean() }),
    ),
  /** « Qui a consulté ce dossier », to hand to the patient who asks. */
  patientPaper: needs('journal.patient').input(PatientJournalFilter).output(HandedPaper),
  patientCsv: needs('journal.patient')
    .input(PatientJournalFilter)
    .output(
      z.object({ fileName: z.string(), csv: z.string(), lines: z.int().nonnegative(), cut: z.boolean() }),
    ),
  /** Walks the whole chain, away from whoever is on the phone. */
  verify: needs('journal.read').output(JournalCheck),
  /** What the last check found; null until the one that follows each start is done. */
  lastCheck: needs('journal.read').output(JournalCheck.nullable()),
};
