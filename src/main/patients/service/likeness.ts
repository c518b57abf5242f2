/** Who looks like whom: asked while typing, at creation, and for the list after a take-over. */
import type { PatientId } from '../../../contract/ids.ts';
import type { PatientDraft, PatientSummary, Resemblance } from '../../../contract/patients.ts';
import type { ReadDb } from '../../core/db.ts';
import { parsePhones } from '../phones.ts';
import { findingDuplicates, type Person, type Reason, resemblance } from '../rules/resemblance.ts';
import { candidatesFor, readingPeople } from '../store/likeness.ts';
import { summariesOf } from '../store/summaries.ts';
import { betweenCalls } from './slices.ts';

/** More would not be read: the strongest come first. */
const MOST_SHOWN = 10;

const STRENGTH: Readonly<Record<Reason, number>> = {
  'same-name-and-birth': 0,
  'same-phone-and-name': 1,
  'same-birth-close-name': 2,
  'swapped-names': 3,
  'same-name': 4,
};

const strength = (because: readonly Reason[]): number =>
  Math.min(...because.map((reason) => STRENGTH[reason]));

/** The draft as far as it is filled in: a phone that cannot be read yet is left aside. */
const asPerson = (
  draft: Pick<PatientDraft, 'birthName' | 'usedName' | 'givenNames' | 'birth' | 'phones'>,
): Person => ({
  birthName: draft.birthName,
  usedName: draft.usedName,
  givenNames: draft.givenNames,
  usedGivenName: null,
  birth: draft.birth,
  phones: parsePhones(draft.phones).phones.map((phone) => phone.e164),
});

/** Known people who look like this draft, strongest first. */
export const resemblancesTo = (
  db: ReadDb,
  draft: Pick<PatientDraft, 'birthName' | 'usedName' | 'givenNames' | 'birth' | 'phones'>,
): Resemblance[] => {
  const person = asPerson(draft);
  const found = new Map<PatientId, Reason[]>();
  for (const candidate of candidatesFor(db, person)) {
    const because = resemblance(person, candidate);
    const known = found.get(candidate.key);
    if (because.length > 0 && (!known || strength(because) < strength(known)))
      found.set(candidate.key, because);
  }
  const ranked = [...found].sort(([, a], [, b]) => strength(a) - strength(b)).slice(0, MOST_SHOWN);
  const summaries = summariesOf(
    db,
    ranked.map(([id]) => id),
  );
  return ranked.flatMap(([id, because]) => {
    const patient = summaries.get(id);
    return patient ? [{ patient, because }] : [];
  });
};

function* findingInFile(db: ReadDb) {
  return yield* findingDuplicates(yield* readingPeople(db));
}

/** Pairs of live records that are probably one person, at most `limit`. Reads everybody, between other calls. */
export const likelyDuplicates = async (
  db: ReadDb,
  limit: number,
): Promise<{ a: PatientSummary; b: PatientSummary }[]> => {
  const pairs = ((await betweenCalls(db, findingInFile(db))) ?? []).slice(0, limit);
  const summaries = summariesOf(db, pairs.flat());
  return pairs.flatMap(([first, second]) => {
    const [a, b] = [summaries.get(first), summaries.get(second)];
    return a && b ? [{ a, b }] : [];
  });
};
