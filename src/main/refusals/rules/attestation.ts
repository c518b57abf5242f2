/**
 * The attestation de démarche: what somebody may show to the CPAM or to another practice. It says who answered what and
 * when, what was offered and what to do next; never why somebody asked, and nothing of anybody's health. Pure.
 */
import { birthLabel } from '../../../contract/birth.ts';
import { dayText } from '../../../contract/day-text.ts';
import type { ColleagueAnswer, Ground } from '../../../contract/intake.ts';
import type { Paper, PaperBlock } from '../../../contract/paper.ts';
import type { BirthDate, Sex } from '../../../contract/patients.ts';
import type { TextKey } from '../../../contract/texts.ts';
import type { Day } from '../../../contract/time.ts';
import { fill } from '../../texts/rules/places.ts';
import { capital, inSentence, listed, type Named, ofPerson, professionOf, wholeName } from './names.ts';
import { type Step, stepsOf } from './steps.ts';
import { isReasonTold, type WordsFacts } from './words.ts';

export interface AttestationFacts extends WordsFacts {
  /** Null: the request was never given a name. */
  readonly person: {
    readonly displayName: string;
    readonly birth: BirthDate | null;
    readonly sex: Sex;
  } | null;
  /** The house's day on which the request came in. */
  readonly askedOn: Day;
  /** The house's day on which this was answered: the paper's own. */
  readonly day: Day;
  readonly house: {
    readonly name: string;
    readonly address: string | null;
    readonly demo: boolean;
  };
}

/**
 * The two personal grounds are told by word of mouth and never written on a paper made to be shown around: R.4312-12
 * owes the reason « sous réserve de ne pas nuire au patient ». To be checked by the Ordre (docs/spec/texts.md).
 */
const ON_PAPER: Readonly<Record<Ground, string | null>> = {
  'list-full': 'patientèle complète à ce jour',
  'outside-competence': 'demande hors de l’exercice de ce praticien',
  'absence-or-departure': 'absence ou fin d’activité de ce praticien',
  'outside-mode-of-practice': 'mode de consultation que ce praticien ne pratique pas',
  'double-follow-up': 'suivi déjà assuré par un autre professionnel',
  'not-a-medical-request': 'demande qui ne relève pas d’un soin',
  'breach-of-trust': null,
  'repeated-absence': null,
};

const RECEIVED: Readonly<Record<Sex, string>> = {
  female: 'accueillie',
  male: 'accueilli',
  unknown: 'accueilli(e)',
};

/** Beyond this many, names say less than their number. */
const NAMES_AT_MOST = 10;

const namesOf = (people: readonly Named[], write: (person: Named) => string): string => {
  const more = people.length - NAMES_AT_MOST;
  const names = people.slice(0, NAMES_AT_MOST).map(write);
  return listed(more > 0 ? [...names, more === 1 ? 'd’un autre' : `de ${more} autres`] : names);
};

/** Colleagues who were spoken of and did not take the person on: one line for each answer, however many they are. */
const spokenOf = (
  facts: AttestationFacts,
  answer: ColleagueAnswer['answer'],
  key: 'paper.declined' | 'paper.condition',
): Item[] => {
  const others = [...facts.people.values()];
  const colleagues = facts.colleagues
    .filter((colleague) => colleague.answer === answer)
    .flatMap(({ practitionerId }) => facts.people.get(practitionerId) ?? []);
  const [first] = colleagues;
  if (first === undefined) return [];
  return [
    {
      title: colleagues.length === 1 ? wholeName(first) : 'D’autres praticiens de la maison',
      text: fill(facts.wording[key], {
        'du confrère': namesOf(colleagues, (colleague) => ofPerson(colleague, others)),
      }),
    },
  ];
};

interface Item {
  readonly title: string;
  readonly text: string;
}

const item = ({ title, text }: Step): Item => ({ title, text });

const section = (title: string, items: readonly Item[]): PaperBlock[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', text: title },
        { kind: 'steps', items: [...items] },
      ];

export const attestation = (
  given: AttestationFacts,
): { readonly paper: Paper; readonly keys: readonly TextKey[] } => {
  const accepted = given.colleagues.some(({ answer }) => answer === 'accepted');
  const facts = { ...given, seeksDoctor: given.seeksDoctor && !accepted };
  const others = [...facts.people.values()];
  const { person, practitioner, wording, house } = facts;
  const steps = stepsOf(facts.waysForward, facts);
  const praticien = inSentence(practitioner, others);
  const ground = isReasonTold(facts) ? ON_PAPER[facts.ground] : null;
  const row = (label: string, value: string) => ({ label, value });

  const facts_ = [
    ...(person === null
      ? []
      : [
          row(
            'Personne',
            person.birth === null
              ? person.displayName
              : `${person.displayName}, ${birthLabel(person.birth, person.sex)}`,
          ),
        ]),
    row(
      'Praticien',
      `${wholeName(practitioner)}, ${professionOf(practitioner.title, practitioner.profession)}`,
    ),
    ...(given.seeksDoctor ? [row('Demande', 'Médecin traitant')] : []),
    ...(ground === null ? [] : [row('Motif', capital(ground))]),
  ];
  const statement = fill(wording['paper.statement'], {
    Personne: person?.displayName ?? 'La personne qui présente cette attestation',
    date: dayText(facts.askedOn, 'long'),
    // « La personne » is feminine, whoever she is.
    accueilli: person === null ? RECEIVED.female : RECEIVED[person.sex],
    praticien,
    Praticien: capital(praticien),
  });
  const offered = [
    ...steps.filter((step) => step.offered).map(item),
    ...spokenOf(facts, 'declined-by-patient', 'paper.declined'),
    ...spokenOf(facts, 'condition-not-met', 'paper.condition'),
  ];
  const blocks: PaperBlock[] = [
    { kind: 'facts', rows: facts_ },
    { kind: 'paragraph', tone: 'lead', text: statement },
    ...section('Ce qui a été proposé', offered),
    ...section('Vos démarches', steps.filter((step) => !step.offered).map(item)),
    { kind: 'paragraph', tone: 'plain', text: fill(wording['paper.urgent'], {}) },
    { kind: 'signature', label: 'Cachet et signature de la maison de santé' },
  ];
  const paper: Paper = {
    title: 'Attestation de démarche',
    house: { name: house.name, address: house.address, phone: facts.phone },
    dated: capital(dayText(facts.day, 'long')),
    blocks,
    foot: fill(wording['paper.foot'], {}),
    specimen: house.demo,
  };
  return { paper, keys: steps.map(({ key }) => key) };
};

/** For the file: what it is and its day, never whose it is. */
export const attestationFileName = (day: Day): string => `Attestation de démarche ${day}`;
