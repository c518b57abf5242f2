/** What the card says of itself and of what was done. */
import type { UrgencyAct, UrgencyCardToday, UrgencyDecision } from '../../../contract/urgency.ts';
import { dayText } from '../ui/dates.ts';

export interface Warning {
  readonly title: string;
  readonly body: string;
}

const HOW_TO_SIGN =
  'Un praticien choisit ses initiales en haut à droite, puis Réglages, « Carte d’urgence », relit et signe.';

/** Null while the card is signed and its review is still to come. Nothing here keeps anybody from using it. */
export const cardWarning = ({ status, inForce }: UrgencyCardToday): Warning | null => {
  switch (status) {
    case 'signed':
      return null;
    case 'example':
      return {
        title: 'Exemple, à valider par un médecin',
        body: `Aucun praticien de la maison ne l’a encore signée : aucun refus ne peut être enregistré. Dans Réglages, « Carte d’urgence », écrivez d’abord la version de la maison ; un praticien la signe ensuite sous ses initiales.`,
      };
    case 'unsigned':
      return {
        title: 'Carte non signée',
        body: `Aucun praticien de la maison ne l’a encore signée : aucun refus ne peut être enregistré. ${HOW_TO_SIGN}`,
      };
    case 'overdue':
      return {
        title: `Carte à revoir depuis le ${inForce.reviewDue === null ? '?' : dayText(inForce.reviewDue, 'numeric')}`,
        body: 'Elle reste valable. Demandez à un praticien de la relire et de la signer de nouveau.',
      };
  }
};

export const actText: Readonly<Record<UrgencyAct, string>> = {
  'ruled-out': 'Aucun signe d’urgence',
  'patient-calls-15': 'La personne appelle le 15',
  'we-call-15': 'Nous appelons le 15',
  'practitioner-told': 'Praticien prévenu',
  doubt: 'Doute',
};

export const decisionText: Readonly<Record<UrgencyDecision, string>> = {
  'no-urgency': 'Pas d’urgence',
  'i-take-it': 'Je m’en occupe',
  fifteen: 'C’est le 15',
};

/** « 116 117 », « 15 », « 02 61 91 00 15 »: as one reads it aloud. */
export const numberText = (number: string): string => {
  if (number.length === 6) return `${number.slice(0, 3)}\u00a0${number.slice(3)}`;
  return number.length === 10 ? number.replaceAll(/(\d{2})(?=\d)/g, '$1\u00a0') : number;
};

/** The same for every house; the number for closed hours is the house's own. */
export const otherNumbers: readonly { readonly number: string; readonly what: string }[] = [
  { number: '112', what: 'Urgences, depuis toute l’Europe' },
  { number: '114', what: 'Personne sourde ou qui ne peut pas parler (SMS)' },
  { number: '3114', what: 'Idées de suicide' },
  { number: '119', what: 'Enfant en danger' },
  { number: '3919', what: 'Violences faites aux femmes' },
];
