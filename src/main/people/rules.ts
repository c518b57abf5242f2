import type { FieldError } from '../../contract/errors.ts';
import type { Staff, StaffDraft } from '../../contract/people.ts';
import { initialsOf } from '../../contract/people.ts';
import { rightsOf } from '../../contract/rights.ts';

/** Initials are read on a screen and typed with one hand: always capitals, whatever the machine's language. */
export const asInitials = (typed: string): string => typed.trim().toLocaleUpperCase('fr-FR');

/** Initials that nobody active has yet: a number follows when two people share theirs. */
export const freeInitials = (name: string, taken: readonly string[]): string => {
  const initials = initialsOf(name);
  for (let n = 2, candidate = initials; ; candidate = `${initials.slice(0, 4 - String(n).length)}${n++}`)
    if (!taken.includes(candidate)) return candidate;
};

const governs = ({ active, role }: StaffDraft): boolean => active && role === 'coordinator';

/** A référent is made and unmade by référents, and what names one is theirs too. */
export const touchesReferent = (draft: StaffDraft, before: Staff | null): boolean =>
  governs(draft) || (before !== null && governs(before));

const mayWrite = (staff: Staff): boolean => staff.active && rightsOf[staff.role].includes('people.write');

/** `others`: everybody else of the list. `before`: null when somebody is added. */
export const checkStaff = (
  draft: StaffDraft,
  others: readonly Staff[],
  before: Staff | null,
): FieldError[] => {
  const errors: FieldError[] = [];
  const twin = others.some(
    (other) => other.active && draft.active && other.initials === asInitials(draft.initials),
  );
  if (twin) errors.push({ path: 'initials', code: 'duplicate' });
  if (draft.role === 'practitioner' && draft.practitionerId === null)
    errors.push({ path: 'practitionerId', code: 'required' });
  if (before && mayWrite(before) && !others.some(mayWrite) && !mayWrite({ ...before, ...draft }))
    errors.push({ path: draft.active ? 'role' : 'active', code: 'last-at-desk' });
  else if (before && governs(before) && !governs(draft) && !others.some(governs))
    errors.push({ path: draft.active ? 'role' : 'active', code: 'last-referent' });
  return errors;
};
