/** What may be wrong with a wording of the house. Apart from texts.ts, for errors.ts needs it too. */
import * as z from 'zod';

/** The grounds that the law forbids, as the lint names them (CP 225-1, 225-1-1, L.1110-3). */
export const ProtectedGround = z.enum([
  'origin',
  'sex',
  'family',
  'pregnancy',
  'appearance',
  'economic',
  'coverage',
  'surname',
  'residence',
  'health',
  'dependency',
  'disability',
  'genetics',
  'morals',
  'orientation',
  'age',
  'opinions',
  'union',
  'language',
  'religion',
  'harassment',
  'whistle-blower',
]);
export type ProtectedGround = z.infer<typeof ProtectedGround>;

/** What is wrong with a wording, and where: `at` and `length` count UTF-16 units of the text that was sent. */
export const TextProblem = z.discriminatedUnion('kind', [
  /** Names a protected group as a reason or an exclusion. */
  z.object({
    kind: z.literal('protected'),
    ground: ProtectedGround,
    words: z.string(),
    at: z.int(),
    length: z.int(),
  }),
  z.object({ kind: z.literal('unknown-place'), words: z.string(), at: z.int(), length: z.int() }),
  /** A brace that opens or closes nothing. */
  z.object({ kind: z.literal('broken-place'), words: z.string(), at: z.int(), length: z.int() }),
  z.object({ kind: z.literal('missing-place'), words: z.string() }),
  /** « aucun médecin »: a refusal is one practitioner's, and a colleague may have places. */
  z.object({ kind: z.literal('says-nobody'), words: z.string(), at: z.int(), length: z.int() }),
  /** The mediator no longer helps to find a médecin traitant: only where discrimination is at stake. */
  z.object({ kind: z.literal('mediator'), words: z.string(), at: z.int(), length: z.int() }),
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('too-long'), words: z.string() }),
]);
export type TextProblem = z.infer<typeof TextProblem>;
