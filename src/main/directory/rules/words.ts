/** The words under which an entry is found besides its name. Pure. */
import type { DirectoryEntry, DirectoryKind, DirectoryProfession } from '../../../contract/directory.ts';
import { directoryKindLabels, directoryProfessionLabels } from '../../../contract/directory-words.ts';
import { nameParts } from '../../patients/rules.ts';

/** As people say it on the phone, where the label's own words do not begin alike. */
const ALSO: Readonly<Partial<Record<DirectoryProfession | DirectoryKind, string>>> = {
  'general-practitioner': 'docteur',
  specialist: 'docteur',
  physician: 'docteur',
  nurse: 'infirmière idel',
  dietitian: 'diététicienne nutrition',
  pharmacist: 'pharmacienne pharmacie officine',
  optician: 'opticienne lunettes',
  'psychomotor-therapist': 'psychomotricienne',
  msp: 'msp pôle',
  ess: 'ess',
  hospital: 'hopital chu ch clinique urgences',
  pharmacy: 'officine',
};

const known = new Map<string, readonly string[]>();

/** Cut once: an extraction repeats the same few labels thousands of times. */
const wordsOf = (text: string): readonly string[] => {
  const words = known.get(text) ?? nameParts(text);
  known.set(text, words);
  return words;
};

export const aboutWords = (entry: DirectoryEntry): string[] => {
  const { kind, profession, professionLabel, competences, places } = entry;
  const what = profession ?? kind;
  const texts = [
    profession === null ? directoryKindLabels[kind] : directoryProfessionLabels[profession],
    ALSO[what] ?? '',
    professionLabel ?? '',
    ...competences,
    ...places.flatMap((place) => [place.commune ?? '', place.name ?? '']),
  ];
  return [...new Set(texts.flatMap(wordsOf))];
};
