/** Who is at the desk, by which PIN, and who may do what. */
import { referentNames } from '../../app/referents.ts';
import { type ErrorTexts, NOTHING_WRITTEN } from './said.ts';

/** « 5 secondes », « 1 minute », « 15 minutes » */
export const waitWords = (ms: number): string => {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 60) return seconds === 1 ? '1 seconde' : `${seconds} secondes`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
};

/** « Demandez à un référent : Julie Brume. » */
export const askReferent = (): string => {
  const names = referentNames();
  return names.length === 0
    ? 'Demandez à un référent de la maison.'
    : `Demandez à un référent : ${names.join(', ')}.`;
};

const triesWords = (left: number): string =>
  left === 1 ? 'Il reste un essai avant une attente.' : `Il reste ${left} essais avant une attente.`;

export const seatTexts = {
  NO_ACTOR: () => ({
    title: 'Personne n’est au poste',
    body: `${NOTHING_WRITTEN} Choisissez vos initiales en haut à droite, puis recommencez.`,
  }),
  FORBIDDEN: ({ right }) => ({
    title: 'Votre rôle ne permet pas cette action',
    body:
      right === 'people.govern' || right === 'patients.erase' || right === 'journal.read'
        ? `${NOTHING_WRITTEN} ${askReferent()}`
        : right === 'patients.disclose'
          ? `${NOTHING_WRITTEN} Ce document est établi par un praticien ou par un référent : l’un d’eux prend le poste.`
          : `${NOTHING_WRITTEN} Demandez à une personne de l’accueil, ou à un référent.`,
  }),
  LOCKED: () => ({
    title: 'Le poste est verrouillé',
    body: `${NOTHING_WRITTEN} Votre saisie est gardée : tapez vos initiales et votre code, puis recommencez.`,
  }),
  PIN_WRONG: ({ triesLeft, waitMs }) => ({
    title: 'Ce n’est pas le bon code',
    body:
      waitMs > 0 ? `Réessayez dans ${waitWords(waitMs)}. Oublié ? ${askReferent()}` : triesWords(triesLeft),
  }),
  PIN_WAIT: ({ waitMs }) => ({
    title: 'Trop d’essais',
    body: `Réessayez dans ${waitWords(waitMs)}. Oublié ? ${askReferent()}`,
  }),
  PIN_REQUIRED: ({ why }) =>
    why === 'not-given'
      ? { title: 'Votre code est demandé', body: `${NOTHING_WRITTEN} Tapez votre code, puis Entrée.` }
      : { title: 'La maison demande un code à chacun', body: `Vous n’en avez pas encore. ${askReferent()}` },
} satisfies Partial<ErrorTexts>;
