/** Errors of the lists, of freed places and of what is offered, in French. */
import type { DeskFailure, ErrorText } from './error-text.ts';

const CODES = [
  'ALREADY_LISTED',
  'SLOT_OFFERED',
  'ENTRY_OFFERED',
  'FREED_OVER',
  'PLACES_OVER',
  'OFFER_OVER',
  'OFFER_FILTERED',
] as const;

export type WaitlistFailure = Extract<DeskFailure, { readonly code: (typeof CODES)[number] }>;

export const isOfWaitlist = (failure: DeskFailure): failure is WaitlistFailure =>
  (CODES as readonly string[]).includes(failure.code);

const NOTHING_WRITTEN = 'Rien n’a été enregistré.';

const clock = (at: number): string =>
  new Date(at).toLocaleTimeString('fr-FR', { hour: 'numeric', minute: '2-digit' }).replace(':', ' h ');

export const waitlistText = (failure: WaitlistFailure): ErrorText => {
  switch (failure.code) {
    case 'ALREADY_LISTED':
      return {
        title: 'Cette personne attend déjà sur cette liste',
        body: `${NOTHING_WRITTEN} Sa place et son ancienneté sont gardées : complétez l’inscription qui existe.`,
      };
    case 'SLOT_OFFERED':
      return {
        title: `Ce créneau est en cours de proposition par ${failure.data.by}`,
        body: `${NOTHING_WRITTEN} Il est retenu jusqu’à ${clock(failure.data.expiresAt)} ; prenez un autre créneau, ou attendez la réponse.`,
      };
    case 'ENTRY_OFFERED':
      return {
        title: `Cette personne est en ligne avec ${failure.data.by} pour une autre place`,
        body: `${NOTHING_WRITTEN} Passez à la personne suivante ; sans réponse, elle revient à ${clock(failure.data.expiresAt)}.`,
      };
    case 'FREED_OVER':
      return freedOver(failure.data.why);
    case 'PLACES_OVER':
      return placesOver(failure.data.why);
    case 'OFFER_OVER':
      return failure.data.answer === 'expired'
        ? {
            title: 'Le temps de cette proposition est écoulé',
            body: `${NOTHING_WRITTEN} La place n’est plus retenue : proposez-la de nouveau si elle est encore libre.`,
          }
        : {
            title: 'Une réponse vient d’être notée à un autre poste',
            body: `${NOTHING_WRITTEN} La liste est remise à jour : vérifiez avant de rappeler la personne.`,
          };
    case 'OFFER_FILTERED':
      return {
        title: 'Cette place ne correspond pas à ce que la personne a dit',
        body: `${NOTHING_WRITTEN} Choisissez un motif pour la lui proposer quand même.`,
      };
  }
};

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
