/** What the lists are called on screen. One table a coded value; sentences are made in `text.ts`. */
import type {
  AskedCriterion,
  Criterion,
  CriterionAnswer,
  CriterionSource,
} from '../../../contract/criteria.ts';
import type { EntryEnd, SaidEnd } from '../../../contract/waitlist.ts';

export const criterionLabels: Readonly<Record<Criterion, string>> = {
  'age-70': '70 ans ou plus',
  'long-term-illness': 'ALD ou maladie chronique',
  c2s: 'C2S',
  pregnancy: 'Grossesse',
  'hospital-discharge': 'Sortie d’hôpital',
  'doctor-gone': 'Médecin traitant parti',
  'child-under-2': 'Enfant de moins de 2 ans',
  'reduced-mobility': 'Mobilité réduite',
};

/** In the order of their digits: the ones that are most often said come first. */
export const ASKED: readonly AskedCriterion[] = [
  'long-term-illness',
  'c2s',
  'doctor-gone',
  'hospital-discharge',
  'pregnancy',
  'reduced-mobility',
];

interface Choice<C> {
  readonly value: C;
  readonly key: string;
  readonly label: string;
}

export const answers: readonly Choice<CriterionAnswer>[] = [
  { value: 'yes', key: 'o', label: 'Oui' },
  { value: 'no', key: 'n', label: 'Non' },
  { value: 'unknown', key: 's', label: 'Ne sait pas' },
];

export const answerLabels: Readonly<Record<CriterionAnswer, string>> = {
  yes: 'oui',
  no: 'non',
  unknown: 'ne sait pas',
};

export const sources: readonly Choice<CriterionSource>[] = [
  { value: 'person', key: 'p', label: 'La personne' },
  { value: 'relative', key: 'e', label: 'Son entourage' },
  { value: 'professional', key: 'r', label: 'Un professionnel' },
  { value: 'document', key: 'd', label: 'Un document' },
];

/** « dit par la personne », « d’après un document ». */
export const sourceLabels: Readonly<Record<CriterionSource, string>> = {
  person: 'dit par la personne',
  relative: 'dit par son entourage',
  professional: 'dit par un professionnel',
  document: 'd’après un document',
};

/** In the order of their digits. */
export const saidEnds: Readonly<Record<SaidEnd, string>> = {
  'no-longer-looking': 'Ne cherche plus',
  'found-elsewhere': 'A trouvé ailleurs',
  expired: 'N’a pas reconfirmé',
  unreachable: 'Injoignable',
  'opened-by-mistake': 'Inscription par erreur',
};

export const endLabels: Readonly<Record<EntryEnd, string>> = {
  ...saidEnds,
  accepted: 'A accepté une place',
  settled: 'Demande réglée',
  'appointment-over': 'Rendez-vous passé ou annulé',
  'same-person': 'Fiches fusionnées',
  'taken-back': 'Demande rouverte',
};
