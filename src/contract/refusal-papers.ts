/** What is said of a refusal, and the paper that somebody may leave with. */
import * as z from 'zod';
import { needs } from './base.ts';
import { PractitionerId, RefusalId, RequestId } from './ids.ts';
import { ColleagueAnswer, Ground, WayForward } from './intake.ts';
import { HandedPaper } from './paper.ts';
import { ShownText } from './texts.ts';

export const RefusalWords = z.object({
  /** Two sentences to say aloud: what this practitioner answered, and what comes next. */
  say: z.tuple([z.string(), z.string()]),
  /** « Vos démarches », in the order in which they are worth trying. */
  steps: z.array(z.object({ title: z.string(), text: z.string() })),
  /** Only for somebody who believes to be discriminated against. */
  recourse: z.string(),
  /** The ground was among the words: owed by the profession, or allowed by the practitioner. */
  reasonTold: z.boolean(),
  /** Which wordings these are, for the refusal that is then recorded. */
  wordsShown: z.array(ShownText),
});
export type RefusalWords = z.infer<typeof RefusalWords>;

export const Attestation = HandedPaper;
export type Attestation = z.infer<typeof Attestation>;

export const refusalPapers = {
  /** What to say while the refusal is prepared; nothing is written. */
  words: needs('desk.read')
    .input(
      z.object({
        requestId: RequestId,
        practitionerId: PractitionerId,
        ground: Ground,
        colleagues: z.array(ColleagueAnswer).max(40),
        waysForward: z.array(WayForward).max(20),
      }),
    )
    .output(RefusalWords),
  /** Of a refusal that was recorded, in the wordings that were said then. PAPER_TOO_LONG when one page cannot hold it. */
  attestation: needs('desk.read')
    .input(z.object({ refusalId: RefusalId }))
    .output(Attestation),
};
