/** An entry as the form holds it: text as typed, turned into the contract's draft when it is saved. Pure. */
import type { DirectoryDraft, DirectoryEntry } from '../../../../contract/directory.ts';
import { phonePairs } from '../../../../contract/display.ts';

type Text<T> = { [K in keyof T]: T[K] extends string | null ? string : T[K] };

export type PlaceValues = Text<DirectoryDraft['places'][number]>;
export type EntryValues = Omit<
  Text<DirectoryDraft>,
  'kind' | 'profession' | 'takesNewcomers' | 'takesUnscheduled' | 'places'
> &
  Pick<DirectoryDraft, 'kind' | 'profession' | 'takesNewcomers' | 'takesUnscheduled'> & {
    places: PlaceValues[];
  };

export const emptyPlace: PlaceValues = { name: '', address: '', postalCode: '', commune: '', phone: '' };

export const emptyEntry: EntryValues = {
  kind: 'person',
  title: '',
  name: '',
  givenName: '',
  profession: null,
  professionLabel: '',
  competences: [],
  conditions: '',
  takesNewcomers: 'unknown',
  takesUnscheduled: 'unknown',
  publicPhone: '',
  professionalPhone: '',
  mssante: '',
  places: [emptyPlace],
  rpps: '',
};

const shown = (phone: string | null): string => (phone === null ? '' : phonePairs(phone));

export const valuesOf = (entry: DirectoryEntry): EntryValues => ({
  kind: entry.kind,
  title: entry.title,
  name: entry.name,
  givenName: entry.givenName,
  profession: entry.profession,
  professionLabel: entry.professionLabel ?? '',
  competences: [...entry.competences],
  conditions: entry.conditions ?? '',
  takesNewcomers: entry.takesNewcomers,
  takesUnscheduled: entry.takesUnscheduled,
  publicPhone: shown(entry.publicPhone),
  professionalPhone: shown(entry.professionalPhone),
  mssante: entry.mssante ?? '',
  places:
    entry.places.length === 0
      ? [emptyPlace]
      : entry.places.map(({ name, address, postalCode, commune, phone }) => ({
          name: name ?? '',
          address: address ?? '',
          postalCode: postalCode ?? '',
          commune: commune ?? '',
          phone: shown(phone),
        })),
  rpps: entry.rpps ?? '',
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Blank rows between filled ones keep their place: an error of the desk points at the row that holds it. */
export const draftOf = (values: EntryValues): DirectoryDraft => {
  const places = values.places.map((place) => ({
    name: orNull(place.name),
    address: orNull(place.address),
    postalCode: orNull(place.postalCode),
    commune: orNull(place.commune),
    phone: orNull(place.phone),
  }));
  const last = places.findLastIndex((place) => Object.values(place).some((part) => part !== null));
  return {
    ...values,
    professionLabel: orNull(values.professionLabel),
    conditions: orNull(values.conditions),
    publicPhone: orNull(values.publicPhone),
    professionalPhone: orNull(values.professionalPhone),
    mssante: orNull(values.mssante),
    rpps: orNull(values.rpps.replace(/\s/g, '')),
    places: places.slice(0, last + 1),
  };
};
