import * as z from 'zod';
import { needs } from './base.ts';
import { PatientId, PractitionerId, RequestId, StaffId, UrgencyCardId, UrgencyEventId } from './ids.ts';
import { Day, Instant } from './time.ts';

/** One line of the card: a sign that calls for the 15, in the practitioners' own words. */
export const RedFlag = z.string().trim().min(1).max(160);

/**
 * A version of the practitioners' list of warning signs. A protocol: written by somebody, signed by a practitioner of
 * the house, to be looked at again by a date. Versions are kept, never changed.
 */
export const UrgencyCard = z.object({
  /** Null: the example that Parvis ships, which nobody here has taken up. */
  id: UrgencyCardId.nullable(),
  /** From 1; 0 for the example. */
  number: z.int(),
  redFlags: z.array(RedFlag).min(1).max(30),
  author: z.string(),
  writtenBy: StaffId.nullable(),
  writtenAt: Instant.nullable(),
  signedBy: PractitionerId.nullable(),
  signedOn: Day.nullable(),
  reviewDue: Day.nullable(),
});
export type UrgencyCard = z.infer<typeof UrgencyCard>;

/** `unsigned`: the house has written one, no practitioner has signed any. `overdue`: signed, past its review date. */
export const CardStatus = z.enum(['example', 'unsigned', 'signed', 'overdue']);
export type CardStatus = z.infer<typeof CardStatus>;

/** Whom to call when the house is closed: « 15 », « 116117 » where the département has it, or the house's own number. */
export const UrgencyNumbers = z.object({
  version: z.int(),
  outOfHours: z
    .string()
    .trim()
    .regex(/^\+?\d[\d ]{1,18}$/),
});
export type UrgencyNumbers = z.infer<typeof UrgencyNumbers>;

export const UrgencyCardToday = z.object({
  /** What is shown and what refusals stand on: the latest signed one; else the house's latest; else the example. */
  inForce: UrgencyCard,
  status: CardStatus,
  /** A newer version that waits for a signature. */
  waiting: UrgencyCard.nullable(),
  numbers: UrgencyNumbers,
});
export type UrgencyCardToday = z.infer<typeof UrgencyCardToday>;

/**
 * What was done. `practitioner-told` and `doubt` mean the 15 until a practitioner has answered; nothing here is a
 * score.
 */
export const UrgencyAct = z.enum([
  'ruled-out',
  'patient-calls-15',
  'we-call-15',
  'practitioner-told',
  'doubt',
]);
export type UrgencyAct = z.infer<typeof UrgencyAct>;

/** A practitioner's answer. `i-take-it`: she sees to it herself; nothing is ruled out by that. */
export const UrgencyDecision = z.enum(['no-urgency', 'fifteen', 'i-take-it']);
export type UrgencyDecision = z.infer<typeof UrgencyDecision>;

/** One request for certain: a restoration may give its number to another person's, never with the same opening. */
export interface RequestMark {
  readonly id: RequestId;
  readonly openedAt: Instant;
}

/** A line made on screen. It names nobody, so that it can wait outside the encrypted file when that cannot be written. */
export const UrgencyLine = z
  .object({
    /** Made by the screen, so that a line sent twice is written once. */
    key: z.uuid(),
    /** When it happened; may be long before it is written. */
    at: Instant,
    what: UrgencyAct,
    /** The request in hand; always with `ruled-out`. */
    requestId: RequestId.nullable().default(null),
    /** When that request was opened (see `RequestMark`); with `requestId`, and only then. */
    requestOpenedAt: Instant.nullable().default(null),
    /** Who was told; with `practitioner-told` and only then. */
    practitionerId: PractitionerId.nullable().default(null),
    /** Who was at the desk when it happened. Null: nobody was; the line is then whoever's writes it down. */
    staffId: StaffId.nullable().default(null),
    /** The card that was on screen; null: the example. */
    cardId: UrgencyCardId.nullable().default(null),
    /** The doubt that this line settles, or hands on to a practitioner by name. */
    followsKey: z.uuid().nullable().default(null),
  })
  .strict();
export type UrgencyLine = z.infer<typeof UrgencyLine>;

/**
 * Where a request stands. `waiting`: a doubt that no practitioner has answered; it means the 15. `taken`: a practitioner
 * sees to it herself. Only `ruled-out` opens the way to a refusal.
 */
export const UrgencyState = z.enum(['not-asked', 'ruled-out', 'waiting', 'taken', 'fifteen']);
export type UrgencyState = z.infer<typeof UrgencyState>;

export const UrgencyEvent = UrgencyLine.omit({ staffId: true }).extend({
  id: UrgencyEventId,
  writtenAt: Instant,
  by: StaffId,
  /** Of a doubt or of somebody told: a practitioner's answer. */
  acknowledged: z
    .object({ at: Instant, practitionerId: PractitionerId, decision: UrgencyDecision })
    .nullable(),
  /** Neither answered nor followed by the 15: until then it means the 15. */
  waiting: z.boolean(),
});
export type UrgencyEvent = z.infer<typeof UrgencyEvent>;

/** The request that a line is about; null when it is about nobody's. */
export const markOf = ({
  requestId,
  requestOpenedAt,
}: Pick<UrgencyLine, 'requestId' | 'requestOpenedAt'>): RequestMark | null =>
  requestId === null || requestOpenedAt === null ? null : { id: requestId, openedAt: requestOpenedAt };

/** One line of a person's path: what was done, or a practitioner's answer to it. */
export const UrgencyPathEvent = z.object({
  at: Instant,
  /** Initials: of who was at the desk then, or of the practitioner who answered. */
  by: z.string(),
  eventId: UrgencyEventId,
  what: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('said'),
      act: UrgencyAct,
      /** Who was told; with `practitioner-told` and only then. */
      practitionerId: PractitionerId.nullable(),
      waiting: z.boolean(),
    }),
    z.object({ kind: z.literal('answered'), practitionerId: PractitionerId, decision: UrgencyDecision }),
  ]),
});
export type UrgencyPathEvent = z.infer<typeof UrgencyPathEvent>;

export const CardDraft = z.object({
  redFlags: z.array(RedFlag).min(1).max(30),
  author: z.string().trim().min(1).max(100),
  /** Number of the version that the form was filled from; 0: the example. */
  basedOn: z.int(),
});
export type CardDraft = z.infer<typeof CardDraft>;

export const urgency = {
  /** Before anybody sits at the desk too: the card must never be missing. It names no patient. */
  card: needs('public').output(UrgencyCardToday),
  /** Every version, the latest first. */
  cards: needs('desk.read').output(z.array(UrgencyCard)),
  /** A new version, unsigned; the one in force stays in force until somebody signs. @throws CONFLICT `card-changed` */
  saveCard: needs('urgency.write').input(CardDraft).output(UrgencyCard),
  /**
   * A practitioner of the house signs the latest version. @throws NOT_A_PRACTITIONER, CONFLICT `card-changed` or
   * `already-signed`, INVALID_INPUT at `reviewDue`
   */
  signCard: needs('urgency.write')
    .input(z.object({ cardId: UrgencyCardId, reviewDue: Day }))
    .output(UrgencyCard),
  setNumbers: needs('practice.write').input(UrgencyNumbers).output(UrgencyNumbers),

  /**
   * Writes down what was done, at once or later. With the 15, an open request is closed by the same commit. From a locked
   * desk too: then in the name of nobody, and `staffId` says whose desk it was.
   * @throws INVALID_INPUT, NOT_FOUND; NO_ACTOR when neither is known
   */
  record: needs('urgency.record').input(UrgencyLine).output(UrgencyEvent),
  /** A practitioner's own answer. @throws NOT_A_PRACTITIONER; CONFLICT `urgency-settled` */
  acknowledge: needs('urgency.write')
    .input(z.object({ eventId: UrgencyEventId, decision: UrgencyDecision }))
    .output(UrgencyEvent),
  /** Doubts and people told that nobody has answered, the oldest first. */
  waiting: needs('desk.read').output(z.array(UrgencyEvent)),
  /** `ruledOutAt`: since when, while `state` is `ruled-out`. Events in the order in which they happened. */
  ofRequest: needs('desk.read')
    .input(z.object({ requestId: RequestId }))
    .output(z.object({ state: UrgencyState, ruledOutAt: Instant.nullable(), events: z.array(UrgencyEvent) })),
  /** For the person's path, the latest first; along merged records. */
  history: needs('desk.read')
    .input(z.object({ patientId: PatientId }))
    .output(z.array(UrgencyPathEvent)),
};
