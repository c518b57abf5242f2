/** The guarded act: what it lacks, and what changed while it was being written. */
import type { ErrorData } from '../../../../contract/errors.ts';
import { type ConflictTexts, type ErrorText, type ErrorTexts, NOTHING_WRITTEN } from './said.ts';

export const refusalTexts = {
  NO_POLICY: () => ({
    title: 'Personne n’a encore dit comment ce praticien reçoit les nouveaux patients',
    body: `${NOTHING_WRITTEN} Demandez-le-lui, notez sa politique dans Réglages, puis reprenez. D’ici là, promettez un rappel.`,
  }),
  QUOTA_FULL: () => ({
    title: 'La dernière place du mois vient d’être prise',
    body: `${NOTHING_WRITTEN} Voici qui peut encore accueillir cette personne ; sa demande est gardée.`,
  }),
  GROUND_NOT_ALLOWED: ({ why }) => groundNotAllowed(why),
  COLLEAGUE_NOT_ASKED: () => ({
    title: 'Un confrère de la maison peut encore accueillir cette personne',
    body: `${NOTHING_WRITTEN} Proposez-le d’abord, puis notez la réponse : acceptée, déclinée par la personne, ou condition non remplie.`,
  }),
  NO_WAY_FORWARD: ({ why }) => noWayForward(why),
  WORDS_NOT_SHOWN: () => ({
    title: 'Les mots à dire n’ont pas été affichés',
    body: `${NOTHING_WRITTEN} Relisez à la personne les phrases proposées, puis enregistrez.`,
  }),
} satisfies Partial<ErrorTexts>;

export const refusalConflicts = {
  'already-refused': {
    title: 'Ce refus est déjà enregistré',
    body: `${NOTHING_WRITTEN} Il a été dit une fois, peut-être à un autre poste : l’attestation est sur le parcours de la personne.`,
  },
  'place-promised': {
    title: 'Un confrère vient d’accepter : conclure ainsi perdrait sa place',
    body: `${NOTHING_WRITTEN} Laissez la demande ouverte pour chercher un créneau avec lui, ou promettez un rappel.`,
  },
  'colleague-closed': {
    title: 'Ce confrère n’accueille plus de nouveaux patients',
    body: `${NOTHING_WRITTEN} Sa règle vient de changer : notez-le, puis proposez un autre confrère ou une autre suite.`,
  },
  'practitioner-closed': {
    title: 'Ce praticien ne prend plus de nouveaux patients',
    body: `${NOTHING_WRITTEN} Sa règle vient de changer ; proposez un autre confrère.`,
  },
  'practitioner-decided': {
    title: 'Ce praticien a décidé de ne plus recevoir cette personne',
    body: `${NOTHING_WRITTEN} Proposez un autre confrère.`,
  },
  'policy-changed': {
    title: 'La politique de ce praticien a changé entre-temps',
    body: `${NOTHING_WRITTEN} Relisez celle qui vaut maintenant, puis recommencez si c’est encore utile.`,
  },
  'already-decided': {
    title: 'Une décision est déjà enregistrée pour cette personne',
    body: `${NOTHING_WRITTEN} Complétez celle qui existe, ou retirez-la d’abord.`,
  },
  'decision-withdrawn': {
    title: 'Cette décision a été retirée',
    body: `${NOTHING_WRITTEN} Elle ne vaut plus ; si elle doit valoir de nouveau, enregistrez-en une autre.`,
  },
} satisfies Partial<ConflictTexts>;

const groundNotAllowed = (why: ErrorData<'GROUND_NOT_ALLOWED'>['why']): ErrorText => {
  switch (why) {
    case 'policy-open':
      return {
        title: 'Ce praticien accueille les nouveaux patients',
        body: `${NOTHING_WRITTEN} Gardez-lui cette personne, ou demandez-lui de changer sa politique.`,
      };
    case 'places-left':
      return {
        title: 'Il reste des places ce mois-ci chez ce praticien',
        body: `${NOTHING_WRITTEN} Gardez une place pour cette personne.`,
      };
    case 'condition-met':
      return {
        title: 'Cette personne remplit la condition de ce praticien',
        body: `${NOTHING_WRITTEN} Gardez-lui cette personne, ou demandez-lui de changer sa politique.`,
      };
    case 'place-kept':
      return {
        title: 'Une place est gardée pour cette personne chez ce praticien',
        body: `${NOTHING_WRITTEN} Prenez le rendez-vous, ou rendez d’abord la place si la personne n’en veut plus.`,
      };
    case 'not-in-policy':
      return {
        title: 'Ce motif ne vient pas de la politique de ce praticien',
        body: `${NOTHING_WRITTEN} Choisissez le motif que le praticien a lui-même donné.`,
      };
    case 'known-patient':
      return {
        title: 'Ce praticien suit déjà cette personne',
        body: `${NOTHING_WRITTEN} Sa politique ne vaut que pour les nouveaux patients : proposez un rendez-vous ou un rappel.`,
      };
    case 'no-decision':
    case 'decision-of-another':
      return {
        title: 'Ce motif est une décision personnelle du praticien',
        body: `${NOTHING_WRITTEN} Il la date et l’enregistre lui-même, sous ses initiales, pour cette personne.`,
      };
    case 'continuity-owed':
      return {
        title: 'Le relais de ce patient n’est pas fait',
        body: `${NOTHING_WRITTEN} Le praticien prévient la personne, note le successeur et transmet les informations ; le refus se dit ensuite.`,
      };
  }
};

const noWayForward = (why: ErrorData<'NO_WAY_FORWARD'>['why']): ErrorText => {
  switch (why) {
    case 'none':
      return {
        title: 'Personne ne repart sans solution',
        body: `${NOTHING_WRITTEN} Choisissez au moins une suite : confrère, liste, créneau non programmé, structure, CPTS…`,
      };
    case 'colleague-not-accepting':
      return {
        title: 'Ce confrère n’a pas accepté cette personne',
        body: `${NOTHING_WRITTEN} Gardez-lui d’abord une place, ou choisissez une autre suite.`,
      };
    case 'orientation-owed':
      return {
        title: 'Cette profession doit orienter vers quelqu’un',
        body: `${NOTHING_WRITTEN} Ajoutez un confrère, une structure, la CPTS, un créneau non programmé ou la permanence des soins.`,
      };
  }
};
