/** What a version of the rule must be to be written, and what an adoption must say. Pure. */
import type { FieldError } from '../../../contract/errors.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import type { Day } from '../../../contract/time.ts';
import type { RulesDraft } from '../../../contract/waitlist-rank.ts';

/** Under the heaviest criterion, the cap would take away points that the version promises to somebody who has that one only. */
export const checkRules = ({ weights, cap }: RulesDraft): FieldError[] =>
  cap < Math.max(...Object.values(weights)) ? [{ path: 'cap', code: 'below-heaviest' }] : [];

export interface Adopting {
  readonly on: Day;
  readonly practitionerIds: readonly PractitionerId[];
}

/** Decided by several, today or before; whoever signs is one of them. */
export const checkAdoption = (
  { on, practitionerIds }: Adopting,
  herself: PractitionerId,
  today: Day,
): FieldError[] => [
  ...(on > today ? [{ path: 'on', code: 'future' }] : []),
  ...(practitionerIds.includes(herself) ? [] : [{ path: 'practitionerIds', code: 'herself-missing' }]),
  ...(new Set(practitionerIds).size < practitionerIds.length
    ? [{ path: 'practitionerIds', code: 'duplicate' }]
    : []),
];
