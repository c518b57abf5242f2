import * as z from 'zod';
import { needs } from './base.ts';
import { StaffId, TextVersionId } from './ids.ts';
import { TextProblem } from './text-problems.ts';
import { Instant } from './time.ts';

/**
 * The sentences of Parvis that a house may put in its own words. `say.*` is said aloud, `step.*` is one of « vos
 * démarches », `recourse.*` is said to whoever believes to be discriminated against, `paper.*` is on the attestation.
 */
export const TextKey = z.enum([
  'say.unavailable',
  'say.reason.list-full',
  'say.reason.outside-competence',
  'say.reason.absence-or-departure',
  'say.reason.outside-mode-of-practice',
  'say.reason.double-follow-up',
  'say.reason.not-a-medical-request',
  'say.reason.breach-of-trust',
  'say.reason.repeated-absence',
  'say.next.colleague',
  'say.next.plain',
  'say.next.continuity',
  'say.next.orientation',
  'step.colleague',
  'step.registration-list',
  'step.unscheduled-slot',
  'step.outside',
  'step.cpts',
  'step.cpts.doctor',
  'step.cpam',
  'step.cpam.doctor',
  'step.money',
  'step.sas',
  'step.out-of-hours',
  'step.pharmacy',
  'step.teleconsultation',
  'recourse.order',
  'recourse.no-order',
  'paper.statement',
  'paper.declined',
  'paper.condition',
  'paper.urgent',
  'paper.foot',
]);
export type TextKey = z.infer<typeof TextKey>;

export const TextGroup = z.enum(['say', 'step', 'recourse', 'paper']);
export type TextGroup = z.infer<typeof TextGroup>;

/** Characters: what is on paper must leave room for all the rest of one page. */
export const TEXT_MAX: Readonly<Record<TextGroup, number>> = {
  say: 240,
  step: 240,
  recourse: 400,
  paper: 240,
};

/** Where Parvis writes something in, as it stands in the text: `{praticien}` is the place « praticien ». */
export const TextPlace = z.object({
  name: z.string(),
  meaning: z.string(),
  /** What a preview shows there. */
  sample: z.string(),
  required: z.boolean(),
});
export type TextPlace = z.infer<typeof TextPlace>;

/** One wording, as it was in force from `at` on. */
export const TextVersion = z.object({
  id: TextVersionId,
  key: TextKey,
  text: z.string(),
  /** `default`: Parvis's own wording, taken back. */
  origin: z.enum(['house', 'default']),
  /** Null for the program itself. */
  by: StaffId.nullable(),
  at: Instant,
});
export type TextVersion = z.infer<typeof TextVersion>;

export const HouseText = z.object({
  key: TextKey,
  group: TextGroup,
  /** « Patientèle complète » */
  label: z.string(),
  /** When it is said. */
  when: z.string(),
  places: z.array(TextPlace),
  default: z.string(),
  /** In force now. */
  text: z.string(),
  /** The latest version, null while the house has never touched it. */
  version: TextVersion.nullable(),
});
export type HouseText = z.infer<typeof HouseText>;

/** Which wording somebody was told: a version of the house, or Parvis's own when `version` is null. */
export const ShownText = z.object({ key: TextKey, version: TextVersionId.nullable() });
export type ShownText = z.infer<typeof ShownText>;

const Wording = z.object({ key: TextKey, text: z.string().max(2_000) });
/** The version that the form was opened on: whoever saves second is told, nothing is lost. */
const basedOn = TextVersionId.nullable();

export const texts = {
  list: needs('desk.read').output(z.array(HouseText)),
  /** Newest first. */
  history: needs('desk.read')
    .input(z.object({ key: TextKey }))
    .output(z.array(TextVersion)),
  /** What a wording would look like, and what is wrong with it; nothing is written. */
  preview: needs('desk.read')
    .input(Wording)
    .output(
      z.object({
        /** Places filled with samples; null while they cannot be. */
        filled: z.string().nullable(),
        problems: z.array(TextProblem),
      }),
    ),
  /** TEXT_REFUSED with every problem; STALE_VERSION when somebody else wrote meanwhile. */
  save: needs('texts.write').input(Wording.extend({ basedOn })).output(HouseText),
  /** Back to Parvis's own wording; what the house wrote stays in the history. */
  reset: needs('texts.write')
    .input(z.object({ key: TextKey, basedOn }))
    .output(HouseText),
};
