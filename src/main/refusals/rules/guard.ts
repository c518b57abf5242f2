/**
 * The order in which a refusal is allowed. One pure function: the facts of this minute in, the first guard that is not
 * passed out. Neither a form nor a hurried hand can change the order; the service asks here, within its transaction.
 *
 * urgency ruled out → under a signed card → the practitioner's policy → a lawful ground from it → every open colleague
 * asked → a way forward → words. Only then is anything written.
 */
import type { ErrorCode, ErrorData } from '../../../contract/errors.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import type { ColleagueAnswer, Ground, GroundRefused, WayForward, WhoCan } from '../../../contract/intake.ts';
import { dutiesOf } from './duties.ts';
import type { Can } from './standing.ts';

export const GUARDS = ['urgency', 'card', 'policy', 'ground', 'colleagues', 'way-forward', 'words'] as const;
export type Guard = (typeof GUARDS)[number];

/** Another practitioner of the same profession, who has not refused this request already. */
export interface Colleague {
  readonly practitionerId: PractitionerId;
  readonly can: Can;
  /** Would take newcomers, and the month's places are gone. */
  readonly full: boolean;
}

export interface Facts {
  readonly urgencyRuledOut: boolean;
  readonly cardSigned: boolean;
  readonly practitionerId: PractitionerId;
  readonly profession: string;
  readonly hasPolicy: boolean;
  readonly ground: Ground;
  /** What the practitioner's policy or decision says against this ground; null: nothing. */
  readonly groundRefused: GroundRefused | null;
  readonly colleagues: readonly Colleague[];
  readonly answers: readonly ColleagueAnswer[];
  readonly waysForward: readonly WayForward[];
  /** How many wordings were shown. */
  readonly words: number;
  /** Fresh, for whoever comes too late for a place. */
  readonly whoCan: readonly WhoCan[];
}

export type NotPassed = {
  [C in ErrorCode]: { readonly guard: Guard; readonly code: C; readonly data: ErrorData<C> };
}[ErrorCode];

type Raise = <C extends ErrorCode>(code: C, data: ErrorData<C>) => NotPassed;

/** Ways that lead to somebody who can look after the person, as a duty to orient wants; a list or a form does not. */
const ORIENTING: readonly WayForward['kind'][] = [
  'colleague',
  'outside',
  'unscheduled-slot',
  'cpts',
  'sas',
  'out-of-hours',
  'teleconsultation',
];

/** What somebody leaves with: a colleague who accepted is a way forward, whether the form said so or not. */
export const waysWith = (
  answers: readonly ColleagueAnswer[],
  ways: readonly WayForward[],
): readonly WayForward[] => {
  const named = new Set(ways.map((way) => (way.kind === 'colleague' ? way.practitionerId : null)));
  const accepted = answers.filter((one) => one.answer === 'accepted' && !named.has(one.practitionerId));
  return [
    ...accepted.map(({ practitionerId }): WayForward => ({ kind: 'colleague', practitionerId })),
    ...ways,
  ];
};

const wrongAnswer = (colleagues: readonly Colleague[], answers: readonly ColleagueAnswer[], raise: Raise) => {
  const seen = new Set<PractitionerId>();
  for (const [index, { practitionerId }] of answers.entries()) {
    const path = `colleagues.${index}.practitionerId`;
    const known = colleagues.some((colleague) => colleague.practitionerId === practitionerId);
    if (!known || seen.has(practitionerId))
      return raise('INVALID_INPUT', { fields: [{ path, code: known ? 'duplicate' : 'not-a-colleague' }] });
    seen.add(practitionerId);
  }
  const accepted = answers.filter(({ answer }) => answer === 'accepted').length;
  return accepted > 1
    ? raise('INVALID_INPUT', { fields: [{ path: 'colleagues', code: 'one-place' }] })
    : null;
};

const colleagues = (facts: Facts, raise: Raise): NotPassed | null => {
  const wrong = wrongAnswer(facts.colleagues, facts.answers, raise);
  if (wrong) return wrong;
  const answerOf = (id: PractitionerId) =>
    facts.answers.find(({ practitionerId }) => practitionerId === id)?.answer;
  const notAsked: PractitionerId[] = [];
  for (const { practitionerId, can, full } of facts.colleagues) {
    const answer = answerOf(practitionerId);
    if (can === 'unknown') return raise('NO_POLICY', { practitionerId });
    if (can === 'no' && answer === 'accepted')
      return full
        ? raise('QUOTA_FULL', { practitionerId, whoCan: [...facts.whoCan] })
        : raise('CONFLICT', { reason: 'colleague-closed' });
    // A closed door was declined by nobody. One that was full may have been: its last place went after it was offered.
    if (can === 'no' && !full && answer === 'declined-by-patient') {
      const path = `colleagues.${facts.answers.findIndex((one) => one.practitionerId === practitionerId)}.answer`;
      return raise('INVALID_INPUT', { fields: [{ path, code: 'cannot-take' }] });
    }
    // Nobody is turned away on a condition that is met, or that was never set.
    const untrue = can === 'yes' && answer === 'condition-not-met';
    if (can !== 'no' && (answer === undefined || untrue)) notAsked.push(practitionerId);
  }
  return notAsked.length > 0 ? raise('COLLEAGUE_NOT_ASKED', { practitionerIds: notAsked }) : null;
};

const wayForward = (facts: Facts, raise: Raise): NotPassed | null => {
  const ways = waysWith(facts.answers, facts.waysForward);
  if (ways.length === 0) return raise('NO_WAY_FORWARD', { why: 'none' });
  const twice = ways.findIndex((way, i) => ways.some(({ kind }, j) => j < i && kind === way.kind));
  if (twice > 0) return raise('INVALID_INPUT', { fields: [{ path: 'waysForward', code: 'duplicate' }] });
  const accepting = (id: PractitionerId): boolean =>
    facts.answers.some((one) => one.practitionerId === id && one.answer === 'accepted');
  if (ways.some((way) => way.kind === 'colleague' && !accepting(way.practitionerId)))
    return raise('NO_WAY_FORWARD', { why: 'colleague-not-accepting' });
  const owed = dutiesOf(facts.profession, facts.ground).orientation.owed;
  return owed && !ways.some(({ kind }) => ORIENTING.includes(kind))
    ? raise('NO_WAY_FORWARD', { why: 'orientation-owed' })
    : null;
};

/** Each guard by itself, as if those before it were passed. */
const guards: Readonly<Record<Guard, (facts: Facts, raise: Raise) => NotPassed | null>> = {
  urgency: ({ urgencyRuledOut }, raise) => (urgencyRuledOut ? null : raise('URGENCY_NOT_RULED_OUT', {})),
  card: ({ cardSigned }, raise) => (cardSigned ? null : raise('CARD_NOT_SIGNED', {})),
  policy: ({ hasPolicy, practitionerId }, raise) =>
    hasPolicy ? null : raise('NO_POLICY', { practitionerId }),
  ground: ({ groundRefused }, raise) =>
    groundRefused === null ? null : raise('GROUND_NOT_ALLOWED', { why: groundRefused }),
  colleagues,
  'way-forward': wayForward,
  words: ({ words }, raise) => (words > 0 ? null : raise('WORDS_NOT_SHOWN', {})),
};

/** Null when the refusal may be written. */
export const firstNotPassed = (facts: Facts): NotPassed | null => {
  for (const guard of GUARDS) {
    const found = guards[guard](facts, (code, data) => ({ guard, code, data }) as NotPassed);
    if (found) return found;
  }
  return null;
};
