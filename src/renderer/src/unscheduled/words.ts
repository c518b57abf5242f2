/** What the cascade and the reserve are called on screen. Whole sentences are made beside what they say. */
import type {
  CascadeStepKind,
  CascadeTick,
  OutsideHelp,
  ReserveState,
} from '../../../contract/unscheduled.ts';

export const stepLabels: Readonly<Record<CascadeStepKind, string>> = {
  'own-doctor': 'Son médecin',
  colleagues: 'Les confrères',
  'next-half-day': 'La demi-journée suivante',
  'within-48h': 'Sous 48 heures',
  outside: 'Hors de la maison',
  callback: 'Rappel du médecin qui trie',
  fifteen: 'SAS ou 15',
};

export const tickLabels: Readonly<Record<CascadeTick['what'], string>> = {
  nothing: 'rien',
  declined: 'ne convient pas',
  booked: 'pris',
};

export const outsideLabels: Readonly<Record<Exclude<OutsideHelp['kind'], 'directory'>, string>> = {
  cpts: 'Ligne de la CPTS',
  'out-of-hours': 'Permanence des soins',
};

export const stateLabels: Readonly<Record<ReserveState, string | null>> = {
  kept: null,
  'by-hand': 'libéré à la main',
  'at-hour': 'libéré à l’heure',
};
