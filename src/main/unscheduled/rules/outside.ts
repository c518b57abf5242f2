/** Who outside may be rung for somebody of this profession's care. Pure. */
import type { DirectoryEntry, DirectoryKind } from '../../../contract/directory.ts';
import type { Profession } from '../../../contract/professions.ts';

/** Structures where somebody is seen. The CPTS and the SAS have steps of their own; a pharmacy gives no appointment. */
const SEEING: readonly DirectoryKind[] = ['practice', 'msp', 'ess', 'hospital', 'structure'];

/** A doctor of whom the national directory does not say whether she is a generalist may well be one. */
export const mayHelp = (
  { kind, profession }: Pick<DirectoryEntry, 'kind' | 'profession'>,
  wanted: Profession,
): boolean =>
  kind === 'person'
    ? profession === wanted || (wanted === 'general-practitioner' && profession === 'physician')
    : SEEING.includes(kind);
