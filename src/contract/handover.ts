/** The evening's hand-over to whoever answers at night for the house (télésecrétariat): what they must know until morning. */
import * as z from 'zod';
import { needs } from './base.ts';
import { HandedPaper } from './paper.ts';
import { Day } from './time.ts';
import { CardStatus } from './urgency.ts';

/** Typed once an evening, kept as a draft while it is typed. */
export const HandoverWords = z.object({
  /** 0: nobody has written any yet. */
  version: z.int(),
  /** Of tonight only: last night's instructions are not proposed again. */
  note: z.string().trim().max(1000),
  /** Who is on call. The last answer is proposed again until somebody writes another. */
  onCall: z.string().trim().max(300),
});
export type HandoverWords = z.infer<typeof HandoverWords>;

/** How much will be handed over: enough to see that nothing is missing, and nobody's name. */
export const HandoverCounts = z.object({
  /** Practitioners who left standing instructions. */
  instructions: z.int(),
  /** Unscheduled slots that are still to be had on the next working day. */
  unscheduled: z.int(),
  callbacks: z.int(),
  /** Of these, those whose hour has passed. */
  late: z.int(),
  /** People whose appointment does not stand, from tomorrow to the next working day. */
  toWarn: z.int(),
});
export type HandoverCounts = z.infer<typeof HandoverCounts>;

export const Tonight = z.object({
  day: Day,
  /** Monday to Friday, public holidays left out: when the house answers again. */
  reopens: Day,
  words: HandoverWords,
  counts: HandoverCounts,
  /** The card of red flags that the night goes by. */
  card: z.object({
    number: z.int(),
    status: CardStatus,
    signedOn: Day.nullable(),
    reviewDue: Day.nullable(),
  }),
});
export type Tonight = z.infer<typeof Tonight>;

export const handover = {
  tonight: needs('desk.read').output(Tonight),
  /** The draft, as it is typed. STALE_VERSION when somebody else has written in between. */
  saveWords: needs('requests.write').input(HandoverWords).output(HandoverWords),
  /**
   * The hand-over as it is now, with the words as they stand on the screen: they are kept with the same commit. Journalled
   * with how much was handed over, never with what; Ctrl+Z never reaches past it. A printer needs no PDF.
   */
  give: needs('paper.print')
    .input(
      z.object({
        words: HandoverWords,
        /** `initials`: telephones and matters are then left out as well. */
        names: z.enum(['full', 'initials']),
        as: z.enum(['sheet', 'pdf', 'text']),
      }),
    )
    .output(HandedPaper.extend({ pdf: z.base64().nullable(), words: HandoverWords })),
};
