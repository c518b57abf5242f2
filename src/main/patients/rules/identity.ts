/** Statuses and traits of an identity, after the RNIV. See docs/spec/identity.md. */
import type { FieldError } from '../../../contract/errors.ts';
import type { Patient } from '../../../contract/patients.ts';
import { foldName } from './names.ts';

type Traits = Pick<Patient, 'birthName' | 'givenNames' | 'birth' | 'sex' | 'identity'>;

/** The strict traits that the desk holds, as an identity document writes them: an accent or a capital is no change. */
const strict = (p: Traits): string =>
  JSON.stringify([foldName(p.birthName), foldName(p.givenNames), p.birth.precision, p.birth.value, p.sex]);

/**
 * A validated identity whose strict traits change was never checked as it now reads: back to provisional, even when the
 * same save asks for validated. Validating is an act of its own, with the document in hand (RNIV, EXI SI 07).
 */
export const identityAfter = (before: Traits, after: Traits): Patient['identity'] =>
  before.identity === 'validated' && strict(before) !== strict(after) ? 'provisional' : after.identity;

/** What a document would have shown: without it, the identity cannot have been checked. */
export const validationGaps = (p: Traits): FieldError[] => {
  if (p.identity !== 'validated') return [];
  const gaps: FieldError[] = [];
  if (p.birth.precision === 'unknown' || p.birth.precision === 'estimated')
    gaps.push({ path: 'birth', code: 'needed-to-validate' });
  if (p.sex === 'unknown') gaps.push({ path: 'sex', code: 'needed-to-validate' });
  return gaps;
};
