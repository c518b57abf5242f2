/**
 * The addressing letter: who is sent, for what kind of request, by which house, and by when an answer is hoped for. It is
 * administrative on purpose: the wish that was written down may tell of somebody's health, and never comes here. What is
 * medical the practitioner writes herself (R.4127-47: the information useful to go on goes from doctor to doctor). Pure.
 */
import { birthLabel } from '../../../contract/birth.ts';
import { dayText } from '../../../contract/day-text.ts';
import type { DirectoryEntry } from '../../../contract/directory.ts';
import { entryName, whatItIs } from '../../../contract/directory-words.ts';
import type { Paper, PaperBlock } from '../../../contract/paper.ts';
import type { PatientSummary, Sex } from '../../../contract/patients.ts';
import { professionLabels } from '../../../contract/professions.ts';
import type { Redirection } from '../../../contract/redirections.ts';
import type { RedirectedOutside, RequestNature } from '../../../contract/requests.ts';
import type { Day } from '../../../contract/time.ts';

export interface LetterFacts {
  readonly to: RedirectedOutside;
  readonly entry: DirectoryEntry | null;
  readonly person: Pick<PatientSummary, 'displayName' | 'birth' | 'sex'> | null;
  /** As it is read; null when the file knows none. */
  readonly personPhone: string | null;
  readonly asked: Redirection['asked'];
  /** Who asked, when it was not the person. */
  readonly askedBy: string | null;
  /** « Dr Linh Nguyen », whom the request named; null: whoever of the house signs. */
  readonly signedBy: string | null;
  /** The house's days: on which it was sent, and by when an answer is hoped for. */
  readonly day: Day;
  readonly due: Day;
  readonly house: {
    readonly name: string;
    readonly address: string | null;
    readonly phone: string | null;
    readonly demo: boolean;
  };
}

const KINDS: Readonly<Record<RedirectedOutside['kind'], string>> = {
  outside: 'Professionnel ou structure de santé',
  cpts: 'CPTS',
  cpam: 'Assurance maladie (CPAM)',
  sas: 'Service d’accès aux soins (SAS)',
  'out-of-hours': 'Permanence des soins',
  'emergency-department': 'Service des urgences',
  pharmacy: 'Pharmacie',
  teleconsultation: 'Téléconsultation',
};

/** After « qui demande ». */
const ASKED: Readonly<Record<RequestNature, string>> = {
  appointment: 'un rendez-vous',
  registration: 'à être suivie',
  unscheduled: 'un rendez-vous rapproché',
  message: 'une réponse',
  redirection: 'une prise en charge',
  administrative: 'une démarche administrative',
};

/** In the table. */
const MATTERS: Readonly<Record<RequestNature, string>> = {
  appointment: 'Rendez-vous',
  registration: 'Prise en charge comme nouveau patient',
  unscheduled: 'Soin non programmé',
  message: 'Réponse d’un professionnel',
  redirection: 'Prise en charge',
  administrative: 'Démarche administrative',
};

const PERSON: Readonly<Record<Sex, string>> = {
  female: 'Madame',
  male: 'Monsieur',
  unknown: '',
};

/** « Dr LEMAIRE Anne, Cardiologie, 3 rue du Pont, 03200 Vichy » */
const recipient = ({ to, entry }: LetterFacts): string => {
  if (entry === null) return to.label || KINDS[to.kind];
  const [place] = entry.places;
  const town = [place?.postalCode, place?.commune].filter((part) => part != null).join('\u00a0');
  return [entryName(entry), whatItIs(entry), place?.address, town].filter((part) => part).join(', ');
};

const isDoctorSought = ({ asked }: LetterFacts): boolean =>
  asked.nature === 'registration' && asked.profession === 'general-practitioner';

const matter = (facts: LetterFacts): string => {
  const what = isDoctorSought(facts) ? 'Médecin traitant' : MATTERS[facts.asked.nature];
  const { profession } = facts.asked;
  return profession === null || isDoctorSought(facts)
    ? what
    : `${what}, ${professionLabels[profession].label.toLocaleLowerCase('fr-FR')}`;
};

const sentences = (facts: LetterFacts): readonly [lead: string, answer: string] => {
  const { person, house, due } = facts;
  const who = person === null ? 'une personne' : `${PERSON[person.sex]} ${person.displayName}`.trim();
  const what = isDoctorSought(facts) ? 'un médecin traitant' : ASKED[facts.asked.nature];
  // « Elle » stands for the person, whoever she is.
  const asks = person?.sex === 'male' && what === ASKED.registration ? 'à être suivi' : what;
  const ring = house.phone === null ? '' : ` au ${house.phone}`;
  return [
    `Nous vous adressons ${who}, qui demande ${asks}, et vous remercions de nous dire si vous pouvez l’accueillir.`,
    `Une réponse${ring} avant le ${dayText(due, 'long')} nous permettrait de ne pas laisser cette demande sans suite. Si vous ne pouvez pas donner suite, dites-le-nous\u00a0: nous chercherons ailleurs.`,
  ];
};

const rowsOf = (facts: LetterFacts): { label: string; value: string }[] => {
  const { person, personPhone, askedBy } = facts;
  const row = (label: string, value: string | null) => (value === null ? [] : [{ label, value }]);
  return [
    ...row('Destinataire', recipient(facts)),
    ...row(
      'Personne',
      person === null ? null : `${person.displayName}, ${birthLabel(person.birth, person.sex)}`,
    ),
    ...row('Téléphone', personPhone),
    ...row('Demande', matter(facts)),
    ...row('Faite par', askedBy),
  ];
};

const NO_HEALTH =
  'Cette lettre ne contient que des renseignements administratifs. Les éléments médicaux utiles sont transmis de professionnel à professionnel.';

export const letterPaper = (facts: LetterFacts): Paper => {
  const [lead, answer] = sentences(facts);
  const { house, signedBy } = facts;
  const blocks: PaperBlock[] = [
    { kind: 'facts', rows: rowsOf(facts) },
    { kind: 'paragraph', tone: 'plain', text: 'Madame, Monsieur,' },
    { kind: 'paragraph', tone: 'lead', text: lead },
    { kind: 'paragraph', tone: 'plain', text: answer },
    { kind: 'paragraph', tone: 'plain', text: 'Avec nos remerciements confraternels.' },
    {
      kind: 'signature',
      label: signedBy === null ? 'Signature du praticien' : `Signature\u00a0: ${signedBy}`,
    },
  ];
  const dated = dayText(facts.day, 'long');
  return {
    title: 'Lettre d’adressage',
    house: { name: house.name, address: house.address, phone: house.phone },
    dated: dated.charAt(0).toLocaleUpperCase('fr-FR') + dated.slice(1),
    blocks,
    foot: NO_HEALTH,
    specimen: house.demo,
  };
};

/** The same for a secure mailbox. The subject names nobody: some mailboxes show it before anything is deciphered. */
export const letterMail = (facts: LetterFacts): { to: string | null; subject: string; body: string } => {
  const [lead, answer] = sentences(facts);
  const rows = rowsOf(facts)
    .filter(({ label }) => label !== 'Destinataire')
    .map(({ label, value }) => `${label}\u00a0: ${value}`);
  const { house, signedBy } = facts;
  const sender = [signedBy, house.name, house.phone].filter((part) => part !== null);
  return {
    to: facts.entry?.mssante ?? null,
    subject: `Adressage d’un patient par ${house.name}`,
    body: `${['Madame, Monsieur,', lead, rows.join('\n'), answer, NO_HEALTH, sender.join('\n')].join('\n\n')}\n`,
  };
};

/** For the file: what it is and its day, never whose it is. */
export const letterFileName = (day: Day): string => `Lettre d’adressage ${day}`;
