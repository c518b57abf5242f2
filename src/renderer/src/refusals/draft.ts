/**
 * The refusal in hand, from the question of urgency to what the person leaves with. Pure: the store keeps it, the steps
 * show it, and the desk alone decides; what is checked here only says early what the desk would say.
 */
import type { Owner } from '../../../contract/callbacks.ts';
import type { ErrorCode, ErrorData } from '../../../contract/errors.ts';
import type { PractitionerId, RefusalId, RequestId } from '../../../contract/ids.ts';
import type { ColleagueAnswer, Ground, WayForward, WhoCan } from '../../../contract/intake.ts';
import type { RefusalWords } from '../../../contract/refusal-papers.ts';
import type { Instant } from '../../../contract/time.ts';
import type { AnswerCall } from '../requests/answer.ts';

/** In the order that the desk enforces; `done` once it is recorded. */
export type Step = 'urgency' | 'who' | 'ways' | 'say' | 'done';

export type WayKind = WayForward['kind'];
export type Answer = ColleagueAnswer['answer'];

/** What matters here of a practitioner of the profession asked. */
export type Standing = Pick<WhoCan, 'practitionerId' | 'can' | 'grounds' | 'followed'>;

/** Open, or would be if the conditions to ask about are met: cannot be passed over in silence. */
export const isTaking = ({ can }: Pick<WhoCan, 'can'>): boolean => can === 'yes' || can === 'ask';

/** Something that stops the gesture, said at the step where it can be mended. */
export interface Complaint {
  readonly step: Step;
  readonly code: ErrorCode | 'NOBODY_TO_REFUSE' | 'KNOWN_PATIENT' | 'CALLBACK_WHEN' | 'ANSWER_PHONE';
  /** Whom it is about. */
  readonly practitionerIds: readonly PractitionerId[];
  /** Which of the reasons of its kind. */
  readonly why?: ErrorData<'NO_WAY_FORWARD'>['why'] | ErrorData<'GROUND_NOT_ALLOWED'>['why'] | undefined;
}

/** A call-back promised in the same gesture; the owner is whoever sits here unless somebody else is named. */
export interface PromisedCall {
  readonly due: Instant | null;
  readonly owner: Owner | null;
  /** The professional who asked is rung as well; null: is not. */
  readonly answer: AnswerCall | null;
}

/** What the desk wrote, kept in sight until the paper is in the person's hand. */
export interface Recorded {
  readonly refusalId: RefusalId;
  readonly words: RefusalWords;
  /** The call-back that was promised with it, in words; null: none. */
  readonly promised: string | null;
}

export interface RefusalDraft {
  readonly requestId: RequestId;
  readonly step: Step;
  /** Named by the person, or chosen here; null: the desk's first guess. */
  readonly askedId: PractitionerId | null;
  /** Null: the usual one of the practitioner asked. */
  readonly ground: Ground | null;
  readonly answers: ReadonlyMap<PractitionerId, Answer>;
  /** A home visit is asked for: the only case in which a sector may count. */
  readonly homeVisit: boolean;
  readonly ways: readonly WayForward[];
  /** Whom the person would wait for on the list; empty: anybody of the profession. */
  readonly listed: readonly PractitionerId[];
  readonly callback: PromisedCall | null;
  readonly complaint: Complaint | null;
  /** Written: what was said can no longer change. */
  readonly recorded: Recorded | null;
}

export const startRefusal = (requestId: RequestId, askedId: PractitionerId | null): RefusalDraft => ({
  requestId,
  step: 'urgency',
  askedId,
  ground: null,
  answers: new Map(),
  homeVisit: false,
  ways: [],
  listed: [],
  callback: null,
  complaint: null,
  recorded: null,
});

/** In whose name: who was asked for, else the first who takes nobody and may say why, else the first who may say why. */
export const askedIn = (draft: RefusalDraft, standings: readonly Standing[]): PractitionerId | null => {
  if (standings.some(({ practitionerId }) => practitionerId === draft.askedId)) return draft.askedId;
  const sayable = standings.filter(({ grounds }) => grounds.length > 0);
  return (sayable.find((one) => !isTaking(one)) ?? sayable[0])?.practitionerId ?? null;
};

const standingOf = (standings: readonly Standing[], id: PractitionerId | null): Standing | null =>
  standings.find(({ practitionerId }) => practitionerId === id) ?? null;

/** The ground that stands: the one chosen while it is still lawful, else the usual one. */
export const groundIn = (draft: RefusalDraft, standings: readonly Standing[]): Ground | null => {
  const grounds = standingOf(standings, askedIn(draft, standings))?.grounds ?? [];
  return draft.ground !== null && grounds.includes(draft.ground) ? draft.ground : (grounds[0] ?? null);
};

/**
 * Open colleagues whom nobody has asked yet: a refusal without their answer would be a lie. So it would be in the name
 * of somebody whose condition only the person can tell about, before she was asked.
 */
export const unanswered = (
  draft: RefusalDraft,
  standings: readonly Standing[],
): readonly PractitionerId[] => {
  const asked = askedIn(draft, standings);
  return standings
    .filter(
      (one) =>
        (one.practitionerId === asked ? one.can === 'ask' : isTaking(one)) &&
        !draft.answers.has(one.practitionerId),
    )
    .map(({ practitionerId }) => practitionerId);
};

/** The line to speak of next: the first after this one that waits for an answer, from the top again; else this one. */
export const nextLine = (draft: RefusalDraft, standings: readonly Standing[], from: number): number => {
  const waiting = unanswered(draft, standings);
  const waits = (index: number): boolean => {
    const id = standings[index]?.practitionerId;
    return id !== undefined && waiting.includes(id);
  };
  if (accepting(draft) !== null) return from;
  const round = standings.map((_, index) => (from + index) % standings.length);
  return round.find(waits) ?? from;
};

/** What came of speaking of colleagues. What whoever is refused for asks of newcomers is no colleague's answer. */
export const spokenOf = ({ answers }: RefusalDraft, asked: PractitionerId | null): ColleagueAnswer[] =>
  [...answers].filter(([id]) => id !== asked).map(([practitionerId, answer]) => ({ practitionerId, answer }));

export const accepting = ({ answers }: RefusalDraft): PractitionerId | null =>
  [...answers].find(([, answer]) => answer === 'accepted')?.[0] ?? null;

/** Somebody said something: what was complained about may be mended by it. */
const heard = (draft: RefusalDraft): RefusalDraft =>
  draft.complaint === null ? draft : { ...draft, complaint: null };

export const withUrgencyOut = (draft: RefusalDraft): RefusalDraft =>
  draft.step === 'urgency' ? { ...heard(draft), step: 'who' } : draft;

/**
 * In this practitioner's name: an answer of hers to somebody else's refusal no longer means anything, but for a condition
 * that is not met: that is why.
 */
export const withAsked = (draft: RefusalDraft, askedId: PractitionerId): RefusalDraft => {
  const answers = new Map(draft.answers);
  if (answers.get(askedId) !== 'condition-not-met') answers.delete(askedId);
  return { ...heard(draft), askedId, ground: null, answers };
};

export const withGround = (draft: RefusalDraft, ground: Ground): RefusalDraft => ({
  ...heard(draft),
  ground,
});

/** The same answer twice takes it back. Only one place is taken: accepting with one un-accepts with another. */
export const withAnswer = (
  draft: RefusalDraft,
  practitionerId: PractitionerId,
  answer: Answer,
): RefusalDraft => {
  const answers = new Map(draft.answers);
  if (answers.get(practitionerId) === answer) answers.delete(practitionerId);
  else {
    if (answer === 'accepted')
      for (const [id, other] of answers) if (other === 'accepted') answers.delete(id);
    answers.set(practitionerId, answer);
  }
  return { ...heard(draft), answers };
};

/** Chosen, or taken back; several may stand together. */
export const toggleWay = (draft: RefusalDraft, way: WayForward): RefusalDraft => ({
  ...heard(draft),
  ways: draft.ways.some(({ kind }) => kind === way.kind)
    ? draft.ways.filter(({ kind }) => kind !== way.kind)
    : [...draft.ways, way],
});

/** The detail of a way that is chosen already. */
export const withDetail = (draft: RefusalDraft, way: WayForward): RefusalDraft => ({
  ...heard(draft),
  ways: draft.ways.map((one) => (one.kind === way.kind ? way : one)),
});

export const withHomeVisit = (draft: RefusalDraft, homeVisit: boolean): RefusalDraft => ({
  ...heard(draft),
  homeVisit,
});

/** Waits for this practitioner on the list, or no longer. */
export const toggleListed = (draft: RefusalDraft, id: PractitionerId): RefusalDraft => ({
  ...heard(draft),
  listed: draft.listed.includes(id) ? draft.listed.filter((one) => one !== id) : [...draft.listed, id],
});

export const withCallback = (draft: RefusalDraft, callback: PromisedCall | null): RefusalDraft => ({
  ...heard(draft),
  callback,
});

/** Back to an earlier step, by the mouse: what was said there is still said. */
export const withStep = (draft: RefusalDraft, step: Exclude<Step, 'urgency' | 'done'>): RefusalDraft =>
  draft.recorded === null && draft.step !== 'urgency' ? { ...heard(draft), step } : draft;

/** What was said stays; the panel goes where the matter can be mended. */
export const withComplaint = (draft: RefusalDraft, complaint: Complaint): RefusalDraft => {
  // The place went to somebody else: whoever had accepted has nothing to give any more.
  const answers = new Map(draft.answers);
  if (complaint.code === 'QUOTA_FULL') for (const id of complaint.practitionerIds) answers.delete(id);
  return { ...draft, answers, step: complaint.step, complaint };
};

/** What is missing before anything is proposed; null: nothing. */
const whoComplaint = (draft: RefusalDraft, standings: readonly Standing[]): Complaint | null => {
  const asked = standingOf(standings, askedIn(draft, standings));
  if (asked?.followed === true && asked.can === 'yes')
    return { step: 'who', code: 'KNOWN_PATIENT', practitionerIds: [asked.practitionerId] };
  if (groundIn(draft, standings) === null)
    return { step: 'who', code: 'NOBODY_TO_REFUSE', practitionerIds: [] };
  const missing = unanswered(draft, standings);
  return missing.length === 0 ? null : { step: 'who', code: 'COLLEAGUE_NOT_ASKED', practitionerIds: missing };
};

/** Enter: the next step, or what is missing, where it is missing. */
export const goOn = (draft: RefusalDraft, standings: readonly Standing[]): RefusalDraft => {
  if (draft.step !== 'who' && draft.step !== 'ways') return draft;
  const who = whoComplaint(draft, standings);
  if (who !== null) return withComplaint(draft, who);
  if (draft.step === 'who') return { ...heard(draft), step: 'ways' };
  return draft.ways.length === 0
    ? withComplaint(draft, { step: 'ways', code: 'NO_WAY_FORWARD', practitionerIds: [], why: 'none' })
    : { ...heard(draft), step: 'say' };
};

export const withRecorded = (draft: RefusalDraft, recorded: Recorded): RefusalDraft => ({
  ...heard(draft),
  step: 'done',
  recorded,
});

/** Échap: the step before; null from the first, and once it is recorded. */
export const stepBack = (draft: RefusalDraft): RefusalDraft | null => {
  const before = { urgency: null, who: null, ways: 'who', say: 'ways', done: null } as const;
  const step = before[draft.step];
  return step === null ? null : { ...heard(draft), step };
};
