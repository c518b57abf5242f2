/** The lists, freed places, places given, and what is offered to whom. */
import { type Instant, localNow } from '../../../../contract/time.ts';
import { hourText } from '../../ui/dates.ts';
import { type ConflictTexts, type ErrorText, type ErrorTexts, NOTHING_WRITTEN } from './said.ts';

const clock = (at: Instant, zone: string): string => hourText(localNow(at, zone).minute);

export const waitlistTexts = {
  ALREADY_LISTED: () => ({
    title: 'Cette personne attend déjà sur cette liste',
    body: `${NOTHING_WRITTEN} Sa place et son ancienneté sont gardées : complétez l’inscription qui existe.`,
  }),
  SLOT_OFFERED: ({ by, expiresAt }, zone) => ({
    title: `Ce créneau est en cours de proposition par ${by}`,
    body: `${NOTHING_WRITTEN} Il est retenu jusqu’à ${clock(expiresAt, zone)} ; prenez un autre créneau, ou attendez la réponse.`,
  }),
  ENTRY_OFFERED: ({ by, expiresAt }, zone) => ({
    title: `Cette personne est en ligne avec ${by} pour une autre place`,
    body: `${NOTHING_WRITTEN} Passez à la personne suivante ; sans réponse, elle revient à ${clock(expiresAt, zone)}.`,
  }),
  FREED_OVER: ({ why }) => freedOver(why),
  PLACES_OVER: ({ why }) => placesOver(why),
  OFFER_OVER: ({ answer }) =>
    answer === 'expired'
      ? {
          title: 'Le temps de cette proposition est écoulé',
          body: `${NOTHING_WRITTEN} La place n’est plus retenue : proposez-la de nouveau si elle est encore libre.`,
        }
      : {
          title: 'Une réponse vient d’être notée à un autre poste',
          body: `${NOTHING_WRITTEN} La liste est remise à jour : vérifiez avant de rappeler la personne.`,
        },
  OFFER_FILTERED: () => ({
    title: 'Cette place ne correspond pas à ce que la personne a dit',
    body: `${NOTHING_WRITTEN} Choisissez un motif pour la lui proposer quand même.`,
  }),
} satisfies Partial<ErrorTexts>;

export const waitlistConflicts = {
  'not-waiting': {
    title: 'Cette personne n’attend plus sur la liste',
    body: `${NOTHING_WRITTEN} Elle vient d’être servie, retirée ou notée injoignable, peut-être à un autre poste : proposez la place à la personne suivante.`,
  },
  'other-list': {
    title: 'Cette personne attend sur l’autre liste',
    body: `${NOTHING_WRITTEN} Les deux listes ne se mélangent jamais : proposez cette place à quelqu’un de la liste qu’elle sert.`,
  },
  'entry-closed': {
    title: 'Cette attente est terminée',
    body: `${NOTHING_WRITTEN} Quelqu’un vient peut-être de la terminer à un autre poste ; si c’est une erreur, remettez la personne sur la liste : son ancienneté est gardée.`,
  },
  'entry-waiting': {
    title: 'Cette personne attend déjà',
    body: `${NOTHING_WRITTEN} Sa place et son ancienneté sont gardées : il n’y a rien à remettre.`,
  },
  'entry-settled': {
    title: 'Cette attente a eu sa réponse ailleurs',
    body: `${NOTHING_WRITTEN} Un rendez-vous, une demande close ou deux fiches réunies l’ont terminée : inscrivez de nouveau la personne si elle attend encore.`,
  },
  'appointment-over': {
    title: 'Le rendez-vous à avancer est passé ou annulé',
    body: `${NOTHING_WRITTEN} Prenez d’abord un nouveau rendez-vous ; la personne pourra ensuite attendre une place plus tôt.`,
  },
  'not-on-a-list': {
    title: 'Cette personne n’attend plus sur cette liste',
    body: `${NOTHING_WRITTEN} Un critère ne se note que pour quelqu’un qui attend : remettez-la d’abord sur la liste si elle attend encore.`,
  },
  'already-adopted': {
    title: 'Cette règle est déjà adoptée',
    body: `${NOTHING_WRITTEN} L’ordre de la liste la suit déjà. Une règle adoptée ne change plus : pour la corriger, écrivez-en une nouvelle version.`,
  },
  'places-standing': {
    title: 'Ce praticien a déjà donné des places',
    body: `${NOTHING_WRITTEN} Celles qui restent sont gardées : servez-les d’abord, ou retirez-les avant d’en donner d’autres.`,
  },
} satisfies Partial<ConflictTexts>;

const freedOver = (why: 'taken' | 'gone' | 'past' | 'left-free'): ErrorText => {
  const body = `${NOTHING_WRITTEN} Les personnes qui attendent gardent leur rang : prenez un autre créneau libéré.`;
  switch (why) {
    case 'taken':
      return { title: 'Ce créneau vient d’être pris', body };
    case 'gone':
      return { title: 'Ce créneau n’est plus ouvert', body };
    case 'past':
      return { title: 'L’heure de ce créneau est passée', body };
    case 'left-free':
      return { title: 'Ce créneau a été laissé à la réservation ordinaire', body };
  }
};

const placesOver = (why: 'used' | 'ended' | 'withdrawn'): ErrorText => {
  const body = `${NOTHING_WRITTEN} Les personnes qui attendent gardent leur rang.`;
  switch (why) {
    case 'used':
      return { title: 'Toutes ces places sont données ou en cours de proposition', body };
    case 'ended':
      return { title: 'La date de ces places est passée', body };
    case 'withdrawn':
      return { title: 'Ces places ont été retirées', body };
  }
};
