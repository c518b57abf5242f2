/**
 * What each profession owes somebody whom it does not take. The table of docs/spec/refusals.md, word for word: a cell
 * is changed there and here together.
 *
 * `reasons`: say why. `orientation`: point to a colleague or a structure that can. `continuity`: see that care goes on
 * and pass on what is needed for it.
 */
import { type Duties, type Duty, DutyKind, type Ground } from '../../../contract/intake.ts';
import type { Profession } from '../../../contract/professions.ts';

/** Somebody who was followed until now is let go. */
const LEAVING: readonly Ground[] = ['absence-or-departure', 'breach-of-trust', 'repeated-absence'];

const owed = (source: string): Duty => ({ owed: true, source, toBeChecked: false });
const notOwed = (source: string): Duty => ({ owed: false, source, toBeChecked: false });
/** The text was not read, or says nothing clear: the strictest reading until somebody has checked. */
const supposed = (source: string): Duty => ({ owed: true, source, toBeChecked: true });

const STRICTEST = 'à valider';

type Row = (ground: Ground) => Duties;

/** R.4127-47: may refuse for personal or professional reasons; the Ordre reads no duty to give them. */
const doctor: Row = (ground) => ({
  reasons: notOwed('CSP R.4127-47, commentaire du CNOM'),
  orientation: notOwed('CSP R.4127-47'),
  continuity: LEAVING.includes(ground) ? owed('CSP R.4127-47, al. 3') : notOwed('CSP R.4127-47, al. 3'),
});

/** R.4312-12: breaking off or deciding not to give care, the same three duties. */
const nurse: Row = () => ({
  reasons: owed('CSP R.4312-12'),
  orientation: owed('CSP R.4312-12'),
  continuity: owed('CSP R.4312-12'),
});

/** R.4127-232: on condition that it never harms, and that care goes on with all useful information given. */
const dentist: Row = () => ({
  reasons: notOwed('CSP R.4127-232'),
  orientation: supposed('CSP R.4127-232, à valider'),
  continuity: owed('CSP R.4127-232, 2°'),
});

/** R.4127-328 as its Ordre reads it. */
const midwife: Row = () => ({
  reasons: notOwed('CSP R.4127-328'),
  orientation: owed('CSP R.4127-328, Ordre des sages-femmes'),
  continuity: owed('CSP R.4127-328, Ordre des sages-femmes'),
});

/** R.4321-92, known through a council's page: the wording itself was not read. */
const physiotherapist: Row = () => ({
  reasons: supposed('CSP R.4321-92, à valider'),
  orientation: owed('CSP R.4321-92, Ordre des masseurs-kinésithérapeutes'),
  continuity: owed('CSP R.4321-92, Ordre des masseurs-kinésithérapeutes'),
});

const strictest: Row = () => ({
  reasons: supposed(STRICTEST),
  orientation: supposed(STRICTEST),
  continuity: supposed(STRICTEST),
});

/** Professions that are not named here, and any that a later file might name, get the strictest. */
const rows: Partial<Readonly<Record<Profession, Row>>> = {
  'general-practitioner': doctor,
  specialist: doctor,
  nurse,
  dentist,
  midwife,
  physiotherapist,
};

/** @param profession as the file says it; a word that nobody knows is no reason to owe less */
export const dutiesOf = (profession: string, ground: Ground): Duties =>
  (Object.hasOwn(rows, profession) ? (rows[profession as Profession] ?? strictest) : strictest)(ground);

/** The duties that are owed, in the order of the table. */
export const owedBy = (profession: string, ground: Ground): DutyKind[] => {
  const duties = dutiesOf(profession, ground);
  return DutyKind.options.filter((kind) => duties[kind].owed);
};
