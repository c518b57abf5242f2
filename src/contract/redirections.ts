/**
 * Redirections followed to their end: to whom somebody was sent, how, by when an answer is expected, and what came of it.
 * Codes only: nothing here says why a person asks for care.
 */
import * as z from 'zod';
import { needs } from './base.ts';
import { DirectoryEntry, DirectoryWishes } from './directory.ts';
import { DirectoryEntryId, PatientId, RedirectionId, RequestId, StaffId } from './ids.ts';
import { HandedPaper } from './paper.ts';
import { PatientSummary } from './patients.ts';
import { DeskRequest, RedirectedOutside } from './requests.ts';
import { Day, Instant } from './time.ts';

/** The house rings, a letter is prepared, or the person was told and goes by herself. */
export const RedirectionHow = z.enum(['phone', 'letter', 'patient-told']);
export type RedirectionHow = z.infer<typeof RedirectionHow>;

/** Where it stands. `taken-back`: undone at once, as if nobody had been sent. */
export const RedirectionState = z.enum([
  'sent',
  'contacted',
  'accepted',
  'full',
  'unreachable',
  'not-gone',
  'taken-back',
]);
export type RedirectionState = z.infer<typeof RedirectionState>;

/** What happened to it. `tried`: somebody rang in vain. */
export const RedirectionStep = z.enum(['tried', 'contacted', 'accepted', 'full', 'unreachable', 'not-gone']);
export type RedirectionStep = z.infer<typeof RedirectionStep>;

/** Why somebody is sent to whoever takes nobody new. A closed list, without « other ». */
export const DespiteReason = z.enum([
  /** They said yes for this person. */
  'agreed-by-phone',
  /** The person is no newcomer there. */
  'already-followed',
  /** For one opinion or one act, not to be followed. */
  'one-time',
  /** The directory is out of date: they take newcomers again. */
  'entry-outdated',
  'nobody-else',
]);
export type DespiteReason = z.infer<typeof DespiteReason>;

/** Somebody of the directory, or a kind with or without a name, as a request is closed. */
export const RedirectionTarget = z.union([
  z.object({
    kind: z.literal('entry'),
    entryId: DirectoryEntryId,
    /** Owed when the entry says that it takes no newcomers. */
    despite: DespiteReason.nullable().default(null),
  }),
  RedirectedOutside,
]);
export type RedirectionTarget = z.infer<typeof RedirectionTarget>;

export const RedirectionDraft = z.object({
  to: RedirectionTarget,
  how: RedirectionHow,
  /** By when an answer is expected. */
  due: Instant,
});
export type RedirectionDraft = z.infer<typeof RedirectionDraft>;

export const Redirection = z.object({
  id: RedirectionId,
  version: z.int(),
  requestId: RequestId,
  /** Of the request. */
  patient: PatientSummary.nullable(),
  callerName: z.string().nullable(),
  asked: DeskRequest.pick({ nature: true, profession: true, message: true }),
  /** As the request's outcome says it; with an entry, under the name that it had then. */
  to: RedirectedOutside,
  /** As the directory knows it now. */
  entry: DirectoryEntry.nullable(),
  despite: DespiteReason.nullable(),
  how: RedirectionHow,
  due: Instant,
  openedAt: Instant,
  openedBy: StaffId,
  state: RedirectionState,
  /** When it came to stand so, and who wrote it. */
  stateAt: Instant,
  stateBy: StaffId,
  /** Kept when the person did not go after all. */
  acceptedAt: Instant.nullable(),
  /** How many times somebody rang in vain, and when last. */
  attempts: z.int(),
  lastAttemptAt: Instant.nullable(),
  /** The request that takes the person up again after « complet » or « injoignable »: nobody is left without an outcome. */
  takenUpBy: RequestId.nullable(),
});
export type Redirection = z.infer<typeof Redirection>;

/** What came of the persons sent to one entry, all told; those taken back at once are not counted. */
export const EntryOutcomes = z.object({
  sent: z.int(),
  waiting: z.int(),
  /** They said yes, whether or not the person went. */
  accepted: z.int(),
  full: z.int(),
  unreachable: z.int(),
  /** The person did not go. */
  notGone: z.int(),
  /** Since when the entry has answered nothing but that; null when the last answer is older than `RECENT_DAYS`. */
  fullSince: Day.nullable(),
  unreachableSince: Day.nullable(),
  /** The last recent answer was bad: the entry comes after the others in a search. */
  sinks: z.boolean(),
});
export type EntryOutcomes = z.infer<typeof EntryOutcomes>;

/**
 * How long an answer counts as news of the entry. One quarter, as for what is verified by hand: a practice that was full
 * in spring may have room in autumn, and nobody would ever ask again whoever stayed at the bottom for good.
 */
export const RECENT_DAYS = 90;

/** How long what was answered stays on the list of redirections: the time for somebody to go, or not to. */
export const ANSWERED_SHOWN_DAYS = 14;

/** One line of a person's path. */
export const RedirectionEvent = z.object({
  at: Instant,
  /** Initials as the journal kept them. */
  by: z.string(),
  id: RedirectionId,
  to: RedirectedOutside,
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('started'), how: RedirectionHow, due: Instant }),
    z.object({ kind: z.literal('postponed'), due: Instant }),
    z.object({ kind: RedirectionStep }),
    /** Somebody wrote it by mistake, and took it back. */
    z.object({ kind: z.literal('undone') }),
  ]),
});
export type RedirectionEvent = z.infer<typeof RedirectionEvent>;

const versioned = z.object({ id: RedirectionId, version: z.int() });

export const redirections = {
  /**
   * Closes the request as redirected and follows it from then on, in one commit.
   * @throws DESPITE_REQUIRED when the entry takes no newcomers and nobody said why all the same; OUTCOME_REQUIRED `label`;
   * CONFLICT `entry-put-away`, `request-closed`
   */
  start: needs('requests.write')
    .input(
      z.object({ request: z.object({ id: RequestId, version: z.int() }), redirection: RedirectionDraft }),
    )
    .output(Redirection),
  /**
   * One step further. After « complet » or « injoignable » the person's request is taken up again by a new one, in the
   * same commit.
   * @throws STATUS_NOT_ALLOWED from where it stands; OUTCOME_REQUIRED `attempt`: unreachable without one try
   */
  step: needs('requests.write')
    .input(versioned.extend({ step: RedirectionStep }))
    .output(Redirection),
  /** Another date for the answer. @throws CONFLICT `redirection-ended` */
  postpone: needs('requests.write')
    .input(versioned.extend({ due: Instant }))
    .output(Redirection),
  get: needs('desk.read')
    .input(z.object({ id: RedirectionId }))
    .output(Redirection),
  /** Not answered yet, the earliest due first. */
  pending: needs('desk.read').output(z.array(Redirection)),
  /** Answered within the last `ANSWERED_SHOWN_DAYS`, the latest first. */
  answered: needs('desk.read').output(z.array(Redirection)),
  /** What came of the persons sent there, and the last of them, the latest first. */
  ofEntry: needs('desk.read')
    .input(z.object({ entryId: DirectoryEntryId, limit: z.int().min(1).max(100).default(20) }))
    .output(z.object({ outcomes: EntryOutcomes, redirections: z.array(Redirection) })),
  /** As `directory.search`, each with what came of it; whoever answered badly of late comes last. */
  search: needs('desk.read')
    .input(DirectoryWishes)
    .output(
      z.object({
        entries: z.array(z.object({ entry: DirectoryEntry, outcomes: EntryOutcomes.nullable() })),
        more: z.boolean(),
      }),
    ),
  /** A person's redirections, step by step, the latest first; along merged records. */
  history: needs('desk.read')
    .input(z.object({ patientId: PatientId }))
    .output(z.array(RedirectionEvent)),
  /** The addressing letter, to be signed by the practitioner, and the same for a secure mailbox. Nothing is sent. */
  letter: needs('desk.read')
    .input(z.object({ id: RedirectionId }))
    .output(
      HandedPaper.extend({
        mail: z.object({ to: z.string().nullable(), subject: z.string(), body: z.string() }),
      }),
    ),
};
