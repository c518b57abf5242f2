/**
 * One line of a person's path. Requests and call-backs give theirs here; whatever else happened to the person (an
 * emergency, a refusal) gives its own in the same shape, and the page merges them by time.
 */
import type { Instant } from '../../../../contract/time.ts';
import type { Shape, Tone } from '../../ui/StatusChip.tsx';

export interface PathLine {
  /** Unique on the page. */
  readonly key: string;
  readonly at: Instant;
  /** Initials of who did it. */
  readonly by: string;
  readonly tone: Tone;
  readonly shape: Shape;
  /** What happened: « Médecin traitant demandé ». */
  readonly title: string;
  /** What was said or noted, blurred by the curtain; null when there is nothing more. */
  readonly detail: string | null;
  /** The detail is nobody's words: no quotation marks. */
  readonly plain?: true;
}

/** The latest first; what happened at the same moment in the order in which it was given. */
export const mergedPath = (...sources: readonly (readonly PathLine[])[]): readonly PathLine[] =>
  sources.flat().sort((a, b) => b.at - a.at);
