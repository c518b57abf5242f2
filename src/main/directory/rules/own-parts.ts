/** What an extraction says of somebody, in parts, and which of them the house has made its own. Pure. */
import { type DirectoryEntry, FilePart } from '../../../contract/directory.ts';

type Content = Pick<
  DirectoryEntry,
  'title' | 'name' | 'givenName' | 'profession' | 'professionLabel' | 'competences' | 'publicPhone'
> & { readonly places: readonly DirectoryEntry['places'][number][] };

const PART: Readonly<Record<FilePart, (entry: Content) => unknown>> = {
  names: ({ title, name, givenName }) => [title, name, givenName],
  profession: ({ profession, professionLabel }) => [profession, professionLabel],
  competences: ({ competences }) => competences,
  places: ({ places }) =>
    places.map(({ name, address, postalCode, commune, phone }) => [
      name,
      address,
      postalCode,
      commune,
      phone,
    ]),
  publicPhone: ({ publicPhone }) => publicPhone,
};

const differs = (part: FilePart, a: Content, b: Content): boolean =>
  JSON.stringify(PART[part](a)) !== JSON.stringify(PART[part](b));

/** Parts whose content differs. */
export const partsChanged = (before: Content, after: Content): FilePart[] =>
  FilePart.options.filter((part) => differs(part, before, after));

/** A part that the house changed is its own, and stays so. */
export const ownPartsAfter = (own: readonly FilePart[], before: Content, after: Content): FilePart[] => {
  const changed = partsChanged(before, after);
  return FilePart.options.filter((part) => own.includes(part) || changed.includes(part));
};

const NAMES: readonly (keyof Content)[] = ['title', 'name', 'givenName'];
const FIELDS: Readonly<Record<FilePart, readonly (keyof Content)[]>> = {
  names: NAMES,
  profession: ['profession', 'professionLabel'],
  competences: ['competences'],
  places: ['places'],
  publicPhone: ['publicPhone'],
};

/** What the file says now, over what stands here, except where the house has its own. */
export const takenOver = <T extends Content>(here: T, file: Content, own: readonly FilePart[]): T => {
  const fields = FilePart.options.filter((part) => !own.includes(part)).flatMap((part) => FIELDS[part]);
  return { ...here, ...Object.fromEntries(fields.map((field) => [field, file[field]])) };
};
