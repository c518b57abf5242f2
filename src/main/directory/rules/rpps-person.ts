/** Somebody as the kept lines of an extraction say: one line a place or a competence. Pure. */
import type { DirectoryPlace, FilePart } from '../../../contract/directory.ts';
import { type DirectoryEntry, verificationOf } from '../../../contract/directory.ts';
import type { Day } from '../../../contract/time.ts';
import type { Activity } from './rpps-line.ts';

export type FilePerson = Pick<
  DirectoryEntry,
  'title' | 'name' | 'givenName' | 'profession' | 'professionLabel' | 'publicPhone' | 'rpps'
> & {
  readonly nationalId: string;
  readonly competences: readonly string[];
  readonly places: readonly DirectoryPlace[];
};

const MOST_PLACES = 12;
const MOST_COMPETENCES = 20;

const samePlace = (a: DirectoryPlace, b: DirectoryPlace): boolean =>
  a.name === b.name && a.address === b.address && a.postalCode === b.postalCode && a.commune === b.commune;

const saysNothing = ({ name, address, postalCode, commune, phone }: DirectoryPlace): boolean =>
  [name, address, postalCode, commune, phone].every((part) => part === null);

/** `null` for the first line of somebody. A specialty wins over « généraliste » that an empty cell stood for. */
export const withActivity = (person: FilePerson | null, activity: Activity): FilePerson => {
  const { place, competence, phoneUnreadable: _, ...said } = activity;
  const before: FilePerson = person ?? { ...said, publicPhone: null, competences: [], places: [] };
  const newPlace =
    !saysNothing(place) &&
    before.places.length < MOST_PLACES &&
    !before.places.some((known) => samePlace(known, place));
  const newCompetence =
    competence !== null &&
    before.competences.length < MOST_COMPETENCES &&
    !before.competences.includes(competence);
  return {
    ...before,
    profession: activity.profession === 'specialist' ? 'specialist' : before.profession,
    publicPhone: before.publicPhone ?? place.phone,
    competences: newCompetence ? [...before.competences, competence] : before.competences,
    places: newPlace ? [...before.places, place] : before.places,
  };
};

/** What the directory knows already of somebody whom the file names. */
export interface KnownPerson {
  readonly source: 'house' | 'rpps';
  readonly fingerprint: string | null;
  readonly verifiedOn: Day | null;
  readonly goneOn: Day | null;
  readonly ownParts: readonly FilePart[];
}

/** `back`: says the same as before, after having been gone. */
export type Decision = 'create' | 'update' | 'unchanged' | 'back' | 'kept';

/**
 * What the house wrote down itself stays whole. What it verified stays as long as it would not have to be asked again:
 * the file is often older than the last phone call. Otherwise the file is followed, part by part.
 */
export const decide = (known: KnownPerson | null, fingerprint: string, today: Day): Decision => {
  if (known === null) return 'create';
  if (known.source === 'house') return 'kept';
  if (known.fingerprint === fingerprint) return known.goneOn === null ? 'unchanged' : 'back';
  return verificationOf(known, today) === 'fresh' ? 'kept' : 'update';
};
