/** Days of the house as instants of the journal. Pure. */
import { addDays, type Day, type Instant, instantOf } from '../../../contract/time.ts';

export interface Span {
  /** Included; null: from the beginning. */
  readonly since: Instant | null;
  /** Not included; null: until now. */
  readonly until: Instant | null;
}

/** Both days included, by the house's clock: the day of a change of hour has 23 or 25 hours. */
export const spanOf = (
  { from, to }: { readonly from: Day | null; readonly to: Day | null },
  zone: string,
): Span => ({
  since: from === null ? null : instantOf(from, 0, zone),
  until: to === null ? null : instantOf(addDays(to, 1), 0, zone),
});
