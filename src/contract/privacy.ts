/** What patients may ask about what the house holds of them (docs/spec/patient-rights.md). */
import * as z from 'zod';
import { needs } from './base.ts';
import { PatientId, RequestId } from './ids.ts';
import { HandedPaper } from './paper.ts';

/** Whose data: a person with a record, whichever of her merged ones; or somebody known by what she asked alone. */
export const Subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('patient'), id: PatientId }),
  z.object({ kind: z.literal('request'), id: RequestId }),
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

export const privacy = {
  /** Everything held about one person, as a paper to read and as JSON. Journalled as handed over. */
  export: needs('patients.disclose')
    .input(z.object({ about: Subject }))
    .output(HandedPaper.extend({ json: z.string() })),
};
