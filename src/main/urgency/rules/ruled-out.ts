/**
 * When urgency is ruled out for a request. CSP R.4127-9 and code pénal 223-6: whoever is told of a danger sees to it
 * that help comes, and reception is told first. Deciding is a medical act (HAS 2011, response to requests for
 * unscheduled care): reception may say that there is no sign at all, never that a sign is harmless.
 */
import type { Instant } from '../../../contract/time.ts';
import type { UrgencyAct, UrgencyDecision, UrgencyState } from '../../../contract/urgency.ts';

/** What the rule reads of one line. */
export interface Line {
  readonly key: string;
  readonly at: Instant;
  readonly what: UrgencyAct;
  readonly followsKey: string | null;
  readonly answer: { readonly at: Instant; readonly decision: UrgencyDecision } | null;
}

/** A state of health changes: what was asked this morning says nothing of tomorrow. To be confirmed by practitioners. */
export const RULED_OUT_FOR_MS = 12 * 3_600_000;

const isFifteen = ({ what, answer }: Line): boolean =>
  what === 'patient-calls-15' || what === 'we-call-15' || answer?.decision === 'fifteen';

const isDoubt = ({ what }: Line): boolean => what === 'doubt' || what === 'practitioner-told';

/**
 * A doubt that nobody has answered and that no 15 has followed. Until then it means the 15. Handed on to a practitioner
 * by name, it waits as that line.
 * @param all the other lines of its request, and those that follow it; any 15 since, whichever line it names, settles it
 */
export const isWaiting = (line: Line, all: readonly Line[]): boolean =>
  isDoubt(line) &&
  line.answer === null &&
  !all.some(
    (other) =>
      other !== line &&
      ((isFifteen(other) && (other.at >= line.at || other.followsKey === line.key)) ||
        (other.what === 'practitioner-told' && other.followsKey === line.key)),
  );

const takenOverAt = (lines: readonly Line[]): Instant =>
  Math.max(...lines.map(({ answer }) => (answer?.decision === 'i-take-it' ? answer.at : -1)), -1);

/** One word for where a request stands. @param lines as for `ruledOutBy` */
export const stateOf = (lines: readonly Line[], now: Instant): UrgencyState => {
  if (lines.some(isFifteen)) return 'fifteen';
  if (lines.some((line) => isWaiting(line, lines))) return 'waiting';
  if (ruledOutBy(lines, now) !== null) return 'ruled-out';
  return takenOverAt(lines) >= 0 ? 'taken' : 'not-asked';
};

/**
 * The line of this request by which urgency is ruled out at `now`, or null. A doubt without a practitioner's answer
 * means the 15, whatever reception says after it; the 15, once called, is not talked away.
 * @param lines all lines of one request, and the doubts without a request that they follow, in any order
 */
export const ruledOutBy = <L extends Line>(lines: readonly L[], now: Instant): L | null => {
  if (lines.some(isFifteen) || lines.some((line) => isWaiting(line, lines))) return null;
  const saidAt = (line: L): Instant | null => {
    if (line.what === 'ruled-out') return line.at;
    return line.answer?.decision === 'no-urgency' ? line.answer.at : null;
  };
  // A practitioner who takes it over is seeing to it: reception asks anew before anything is refused.
  const takenOver = takenOverAt(lines);
  let latest: L | null = null;
  let latestAt = -1;
  for (const line of lines) {
    const at = saidAt(line);
    if (at === null || at <= takenOver || at + RULED_OUT_FOR_MS <= now) continue;
    if (at < latestAt) continue;
    latest = line;
    latestAt = at;
  }
  return latest;
};
