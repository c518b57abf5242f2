/** What redirections are called on screen. One table a coded value. Pure. */
import type { DespiteReason, RedirectionHow, RedirectionState } from '../../../contract/redirections.ts';
import type { Shape, Tone } from '../ui/StatusChip.tsx';

interface Keyed {
  readonly label: string;
  /** The single key that chooses it. */
  readonly key: string;
}

/** In the order of the chips. */
export const hows: Readonly<Record<RedirectionHow, Keyed>> = {
  phone: { label: 'Par téléphone', key: 't' },
  letter: { label: 'Par lettre', key: 'l' },
  'patient-told': { label: 'Par elle-même', key: 'p' },
};

/** In the order of their letters. */
export const despiteReasons: Readonly<Record<DespiteReason, Keyed>> = {
  'agreed-by-phone': { label: 'Accord reçu', key: 'a' },
  'already-followed': { label: 'Déjà suivie', key: 'b' },
  'one-time': { label: 'Un seul avis', key: 'c' },
  'entry-outdated': { label: 'Fiche périmée', key: 'd' },
  'nobody-else': { label: 'Personne d’autre', key: 'e' },
};

interface StateWords {
  readonly label: string;
  readonly tone: Tone;
  readonly shape: Shape;
}

export const states: Readonly<Record<RedirectionState, StateWords>> = {
  sent: { label: 'Sans réponse', tone: 'amber', shape: 'ring' },
  contacted: { label: 'Joint, réponse à venir', tone: 'blue', shape: 'dot' },
  accepted: { label: 'Accepté', tone: 'green', shape: 'check' },
  full: { label: 'Complet', tone: 'red', shape: 'cross' },
  unreachable: { label: 'Injoignable', tone: 'red', shape: 'triangle' },
  'not-gone': { label: 'N’y est pas allée', tone: 'grey', shape: 'ring' },
  'taken-back': { label: 'Annulée', tone: 'grey', shape: 'ring' },
};
