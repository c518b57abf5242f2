/** Requests, call-backs, urgency, unscheduled care, redirections: nobody is left without an outcome. */
import type { ErrorData } from '../../../../contract/errors.ts';
import { type ConflictTexts, type ErrorText, type ErrorTexts, NOTHING_WRITTEN } from './said.ts';

export const requestTexts = {
  OUTCOME_REQUIRED: ({ why }) => outcomeRequired(why),
  DESPITE_REQUIRED: () => ({
    title: 'Ne prend plus de nouveaux patients',
    body: `${NOTHING_WRITTEN} Dites pourquoi orienter là quand même, ou choisissez quelqu’un d’autre.`,
  }),
  NOT_A_PRACTITIONER: () => ({
    title: 'Seul un praticien de la maison peut le faire',
    body: `${NOTHING_WRITTEN} Qu’il choisisse ses initiales en haut à droite, puis recommence. D’ici là, le doute veut dire le 15.`,
  }),
  URGENCY_NOT_RULED_OUT: () => ({
    title: 'L’urgence n’est pas encore écartée',
    body: `${NOTHING_WRITTEN} Ouvrez d’abord la carte d’urgence (F8) : au moindre doute, c’est le 15 ou un praticien.`,
  }),
  CARD_NOT_SIGNED: () => ({
    title: 'La carte d’urgence n’est signée par aucun praticien de la maison',
    body: `${NOTHING_WRITTEN} Aucun refus n’est possible d’ici là : promettez le rappel d’un praticien, ou orientez vers le 15. Un praticien signe la carte sous ses initiales.`,
  }),
} satisfies Partial<ErrorTexts>;

export const requestConflicts = {
  'request-closed': {
    title: 'Cette demande est déjà close',
    body: `${NOTHING_WRITTEN} Elle l’a été il y a un instant, peut-être à un autre poste : son issue est sur le parcours de la personne.`,
  },
  'callback-closed': {
    title: 'Ce rappel est déjà terminé',
    body: `${NOTHING_WRITTEN} Quelqu’un vient de le faire : regardez ce qu’il a noté avant de rappeler.`,
  },
  'callback-of-another-request': {
    title: 'Ce rappel a été promis pour une autre demande',
    body: `${NOTHING_WRITTEN} Promettez-en un pour celle-ci, ou terminez l’autre demande.`,
  },
  'callback-not-to-patient': {
    title: 'Ce rappel est la réponse due à un professionnel',
    body: `${NOTHING_WRITTEN} La personne, elle, attend toujours : promettez-lui aussi un rappel, ou choisissez une autre issue.`,
  },
  'card-changed': {
    title: 'La carte d’urgence a changé entre-temps',
    body: `${NOTHING_WRITTEN} Relisez la nouvelle version, puis recommencez si c’est encore utile.`,
  },
  'already-signed': {
    title: 'Cette carte d’urgence est déjà signée',
    body: `${NOTHING_WRITTEN} La signature qui vaut est celle que la carte montre.`,
  },
  'urgency-settled': {
    title: 'Cette urgence a déjà sa réponse',
    body: `${NOTHING_WRITTEN} Un praticien a répondu, ou le 15 a été appelé : l’écran vient d’être remis à jour.`,
  },
  'not-unscheduled': {
    title: 'Cette demande n’est plus un soin non programmé',
    body: `${NOTHING_WRITTEN} Sa nature vient d’être changée : reprenez-la depuis Demandes.`,
  },
  'last-step': {
    title: 'Le 15 est le dernier recours : il ne se passe pas',
    body: `${NOTHING_WRITTEN} Appelez le 15 avec la personne, ou revenez à une étape précédente.`,
  },
  'entry-put-away': {
    title: 'Cette fiche de l’annuaire est mise de côté',
    body: `${NOTHING_WRITTEN} Choisissez quelqu’un d’autre, ou remettez la fiche dans l’annuaire.`,
  },
  'redirection-ended': {
    title: 'Cette orientation a déjà sa réponse',
    body: `${NOTHING_WRITTEN} L’écran vient d’être remis à jour.`,
  },
} satisfies Partial<ConflictTexts>;

const outcomeRequired = (why: ErrorData<'OUTCOME_REQUIRED'>['why']): ErrorText => {
  const still = `${NOTHING_WRITTEN} La personne attend toujours sa réponse.`;
  switch (why) {
    case 'outcome':
      return { title: 'Il manque l’issue', body: `${still} Choisissez comment cela se termine.` };
    case 'said':
      return { title: 'Il manque ce qui a été dit', body: `${still} Notez la réponse en quelques mots.` };
    case 'label':
      return { title: 'Il manque vers qui', body: `${still} Indiquez le nom du professionnel ou du lieu.` };
    case 'patient':
      return { title: 'Il manque la personne', body: `${still} Une liste a besoin de savoir pour qui.` };
    case 'appointment':
      return {
        title: 'Ce rendez-vous ne convient pas',
        body: `${still} Il est annulé, déjà passé, ou à une autre personne.`,
      };
    case 'attempt':
      return {
        title: 'Personne n’a encore essayé d’appeler',
        body: `${NOTHING_WRITTEN} Notez au moins une tentative avant d’abandonner ce rappel.`,
      };
  }
};
