/** What any call may meet: who is at the desk, what was typed, the file and the machine. */
import { type ConflictTexts, type ErrorTexts, NOTHING_WRITTEN } from './said.ts';

export const deskTexts = {
  DESK_CLOSED: () => ({
    title: 'Le fichier de la maison n’est pas ouvert',
    body: `${NOTHING_WRITTEN} Parvis va montrer ce qui l’empêche de s’ouvrir.`,
  }),
  NOT_FOUND: ({ what }) => ({
    title: `${whatNames[what] ?? 'Élément'} introuvable`,
    body: `${NOTHING_WRITTEN} L’élément a pu être retiré entre-temps ; l’écran vient d’être remis à jour.`,
  }),
  INVALID_INPUT: () => ({
    title: 'Un champ est à corriger',
    body: `${NOTHING_WRITTEN} Le champ en cause est signalé ; votre saisie est gardée.`,
  }),
  STALE_VERSION: () => ({
    title: 'Quelqu’un d’autre a modifié cet élément entre-temps',
    body: `${NOTHING_WRITTEN} Regardez ce qui a changé, puis recommencez si c’est encore utile.`,
  }),
  NOTHING_TO_UNDO: () => ({
    title: 'Rien à annuler',
    body: 'Votre dernière action ne s’annule pas, ou elle date de plus de dix minutes.',
  }),
  UNDO_TOO_LATE: () => ({
    title: 'Annulation impossible',
    body: 'Quelqu’un a modifié le même élément depuis : annuler effacerait son travail. Corrigez à la main.',
  }),
  WRONG_RECOVERY_CODE: () => ({
    title: 'Ce code de récupération n’ouvre pas le fichier',
    body: 'Le fichier est intact. Vérifiez le code imprimé au premier démarrage : les tirets et les majuscules ne comptent pas.',
  }),
  TEXT_REFUSED: () => ({
    title: 'Ce texte ne peut pas être enregistré',
    body: `${NOTHING_WRITTEN} Ce qui ne va pas est signalé sous le texte ; votre saisie est gardée.`,
  }),
  PAPER_TOO_LONG: () => ({
    title: 'Ce papier ne tient pas sur une page',
    body: 'Rien n’est perdu : copiez le texte à la place. Raccourcissez ensuite les textes de la maison dans Réglages, Textes.',
  }),
  BUSY: () => ({
    title: 'Parvis est déjà occupé à un long travail',
    body: `${NOTHING_WRITTEN} Attendez qu’il se termine, ou arrêtez-le, puis recommencez.`,
  }),
  STORAGE_FULL: () => ({
    title: 'Le disque de ce poste est plein',
    body: `${NOTHING_WRITTEN} Ce qui l’était déjà est en sécurité. Libérez de la place sur le disque, puis recommencez.`,
  }),
  INTERNAL: ({ reference }) => ({
    title: 'Une erreur inattendue s’est produite',
    body: `${NOTHING_WRITTEN} Ce qui l’était déjà est en sécurité. Réessayez ; si cela continue, signalez la référence ${reference}.`,
  }),
} satisfies Partial<ErrorTexts>;

const whatNames: Readonly<Record<string, string>> = {
  patient: 'Patient',
  appointment: 'Rendez-vous',
  claim: 'Rendez-vous',
  practitioner: 'Praticien',
  request: 'Demande',
  callback: 'Rappel',
  'appointment-type': 'Motif',
  appointmentType: 'Motif',
  absence: 'Absence',
  staff: 'Personne',
  policy: 'Politique d’accueil',
  decision: 'Décision',
  refusal: 'Refus',
  place: 'Place',
  'directory-entry': 'Fiche de l’annuaire',
  'directory-import': 'Import',
  'waitlist-entry': 'Inscription',
  'freed-slot': 'Créneau libéré',
  'waitlist-offer': 'Proposition',
  'given-places': 'Places',
  'set-aside-file': 'Fichier mis de côté',
};

export const deskConflicts = {
  open: {
    title: 'Le fichier de la maison est déjà ouvert',
    body: 'Rien n’a changé. Fermez cette page et continuez dans Parvis.',
  },
  'held-by-another': {
    title: 'Un autre Parvis tient ce dossier ouvert',
    body: 'Rien n’a changé. Fermez l’autre fenêtre ou l’autre poste, puis recommencez.',
  },
  'first-start-over': {
    title: 'Le code de récupération a déjà été donné',
    body: 'Rien n’a changé : celui qui a été imprimé reste bon. Pour en avoir un autre, allez dans Réglages, Sauvegardes.',
  },
  'house-exists': {
    title: 'La maison est déjà créée',
    body: `${NOTHING_WRITTEN} Elle l’a été à un autre poste ou dans une autre fenêtre : rouvrez Parvis.`,
  },
} satisfies Partial<ConflictTexts>;
