/** Places, appointments, people. */
import type { ErrorData } from '../../../../contract/errors.ts';
import { type ConflictTexts, type ErrorText, type ErrorTexts, NOTHING_WRITTEN } from './said.ts';

export const agendaTexts = {
  SLOT_TAKEN: () => ({
    title: 'Ce créneau vient d’être pris',
    body: `${NOTHING_WRITTEN} Voici les créneaux libres les plus proches ; la demande et la personne sont gardées.`,
  }),
  OUTSIDE_HOURS: ({ why }) => outsideHours(why),
  SLOT_NOT_GIVEN: (data) => slotNotGiven(data),
  NOT_RELEASED: ({ why }) => notReleased(why),
  PATIENT_BUSY: () => ({
    title: 'Cette personne a déjà un rendez-vous à cette heure',
    body: `${NOTHING_WRITTEN} Choisissez un autre créneau, ou confirmez si les deux sont voulus.`,
  }),
  STATUS_NOT_ALLOWED: () => ({
    title: 'Ce changement d’état n’est pas possible',
    body: `${NOTHING_WRITTEN} L’état a changé entre-temps, ou la journée est passée.`,
  }),
  RESEMBLES: () => ({
    title: 'Une personne qui lui ressemble est déjà connue',
    body: `${NOTHING_WRITTEN} Regardez d’abord si c’est la même ; sinon, confirmez la création.`,
  }),
} satisfies Partial<ErrorTexts>;

export const agendaConflicts = {
  'erasure-stands': {
    title: 'Quelque chose s’oppose à cet effacement',
    body: 'Rien n’a été effacé. Depuis que cette page a été ouverte : un rendez-vous, une demande ou un litige. Rouvrez « Effacer… » pour voir quoi.',
  },
  'extra-booked': {
    title: 'Quelqu’un a rendez-vous dans ce créneau',
    body: `${NOTHING_WRITTEN} Déplacez d’abord ce rendez-vous ; le créneau se retire ensuite.`,
  },
  'already-merged': {
    title: 'Cette fiche est déjà réunie à une autre',
    body: `${NOTHING_WRITTEN} Cela vient d’être fait, peut-être à un autre poste : rouvrez la personne pour voir le résultat.`,
  },
  'merge-cycle': {
    title: 'Ces deux fiches sont déjà la même personne',
    body: `${NOTHING_WRITTEN} Il n’y a rien à réunir : ouvrez celle qui a été gardée.`,
  },
  'not-merged': {
    title: 'Cette fiche n’est réunie à aucune autre',
    body: `${NOTHING_WRITTEN} Elle vient peut-être d’être séparée à un autre poste : il n’y a plus rien à défaire.`,
  },
} satisfies Partial<ConflictTexts>;

const outsideHours = (why: ErrorData<'OUTSIDE_HOURS'>['why']): ErrorText => {
  const body = `${NOTHING_WRITTEN} Choisissez un autre créneau, ou indiquez le motif de cette exception.`;
  switch (why) {
    case 'closed':
      return { title: 'Le cabinet est fermé à cette heure', body };
    case 'absent':
      return { title: 'Le praticien est absent à cette heure', body };
    case 'holiday':
      return { title: 'C’est un jour férié', body };
    case 'past':
      return { title: 'Cette heure est déjà passée', body };
    case 'reserved':
      return { title: 'Cette plage est réservée à d’autres motifs', body };
  }
};

const slotNotGiven = ({ why, with: standing }: ErrorData<'SLOT_NOT_GIVEN'>): ErrorText => {
  switch (why) {
    case 'past':
      return {
        title: 'Cette heure est déjà passée',
        body: `${NOTHING_WRITTEN} Donnez un créneau plus tard dans la journée, ou un autre jour.`,
      };
    case 'taken':
      return {
        title:
          standing.length === 1
            ? 'Quelqu’un a déjà rendez-vous à cette heure'
            : 'Plusieurs personnes ont déjà rendez-vous à cette heure',
        body: `${NOTHING_WRITTEN} Choisissez une heure libre, ou déplacez d’abord ce qui s’y trouve.`,
      };
    case 'absent':
      return {
        title: 'Le praticien est absent à cette heure',
        body: `${NOTHING_WRITTEN} Le créneau ne s’ouvrirait pas : raccourcissez d’abord l’absence.`,
      };
    case 'already-given':
      return {
        title: 'Cette heure est déjà gardée pour les soins non programmés',
        body: `${NOTHING_WRITTEN} Le créneau existe : il compte déjà parmi les places du jour.`,
      };
    case 'past-midnight':
      return {
        title: 'Ce créneau passerait minuit',
        body: `${NOTHING_WRITTEN} Donnez une heure qui se termine dans la journée.`,
      };
  }
};

const notReleased = (why: ErrorData<'NOT_RELEASED'>['why']): ErrorText => {
  const title = 'Rien à libérer';
  switch (why) {
    case 'by-hand':
      return { title, body: `${NOTHING_WRITTEN} Ces places ont déjà été libérées à la main ce jour-là.` };
    case 'at-hour':
      return { title, body: `${NOTHING_WRITTEN} Elles l’ont été à l’heure de la maison.` };
    case 'nothing-kept':
      return { title, body: `${NOTHING_WRITTEN} Ce praticien ne garde aucune place ce jour-là.` };
    case 'past':
      return { title, body: `${NOTHING_WRITTEN} Cette journée est passée.` };
  }
};
