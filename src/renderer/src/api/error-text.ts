/**
 * Every error of the contract, said in French: what happened, what is safe, what to do. One closed list, checked by
 * the compiler: a new code cannot reach the screen without its sentence.
 */
import { ORPCError } from '@orpc/client';
import { fileRefusedText } from '../../../contract/directory-words.ts';
import { type ErrorCode, type ErrorData, errorData } from '../../../contract/errors.ts';
import { frenchNumber } from '../../../contract/exchange-report.ts';
import { unreadableText } from '../../../contract/exchange-words.ts';
import { BACKUP_CONFLICTS } from './backup-error-text.ts';
import { isOfWaitlist, type WaitlistFailure, waitlistText } from './waitlist-error-text.ts';

export interface ErrorText {
  readonly title: string;
  /** What is safe and what to do. */
  readonly body: string;
}

export type DeskFailure = { [C in ErrorCode]: { readonly code: C; readonly data: ErrorData<C> } }[ErrorCode];

/** The typed error behind whatever was thrown, or null when the call did not get an answer of the desk. */
export const deskFailure = (error: unknown): DeskFailure | null => {
  if (!(error instanceof ORPCError) || !Object.hasOwn(errorData, error.code)) return null;
  const code = error.code as ErrorCode;
  const data = errorData[code].safeParse(error.data ?? {});
  return data.success ? ({ code, data: data.data } as DeskFailure) : null;
};

export const isFailure = <C extends ErrorCode>(error: unknown, code: C): ErrorData<C> | null => {
  const failure = deskFailure(error);
  return failure?.code === code ? (failure.data as ErrorData<C>) : null;
};

export const errorText = (error: unknown): ErrorText => {
  const failure = deskFailure(error);
  if (failure === null) return unanswered;
  return isOfWaitlist(failure) ? waitlistText(failure) : textOf(failure);
};

const unanswered: ErrorText = {
  title: 'Parvis n’a pas répondu',
  body: 'Ce qui était enregistré est en sécurité. Vérifiez à l’écran si l’action est faite, puis réessayez ; si cela continue, fermez et rouvrez Parvis.',
};

const NOTHING_WRITTEN = 'Rien n’a été enregistré.';

/** Conflicts that are about neither dates nor hours. */
const CONFLICTS: Readonly<Partial<Record<string, ErrorText>>> = {
  ...BACKUP_CONFLICTS,
  'entry-put-away': {
    title: 'Cette fiche de l’annuaire est mise de côté',
    body: `${NOTHING_WRITTEN} Choisissez quelqu’un d’autre, ou remettez la fiche dans l’annuaire.`,
  },
  'extra-booked': {
    title: 'Quelqu’un a rendez-vous dans ce créneau',
    body: `${NOTHING_WRITTEN} Déplacez d’abord ce rendez-vous ; le créneau se retire ensuite.`,
  },
  'already-refused': {
    title: 'Ce refus est déjà enregistré',
    body: `${NOTHING_WRITTEN} Il a été dit une fois, peut-être à un autre poste : l’attestation est sur le parcours de la personne.`,
  },
  'place-promised': {
    title: 'Un confrère vient d’accepter : conclure ainsi perdrait sa place',
    body: `${NOTHING_WRITTEN} Laissez la demande ouverte pour chercher un créneau avec lui, ou promettez un rappel.`,
  },
  'practitioner-closed': {
    title: 'Ce praticien ne prend plus de nouveaux patients',
    body: `${NOTHING_WRITTEN} Sa règle vient de changer ; proposez un autre confrère.`,
  },
  'practitioner-decided': {
    title: 'Ce praticien a décidé de ne plus recevoir cette personne',
    body: `${NOTHING_WRITTEN} Proposez un autre confrère.`,
  },
  'redirection-ended': {
    title: 'Cette orientation a déjà sa réponse',
    body: `${NOTHING_WRITTEN} L’écran vient d’être remis à jour.`,
  },
};

const textOf = (failure: Exclude<DeskFailure, WaitlistFailure>): ErrorText => {
  switch (failure.code) {
    case 'NO_ACTOR':
      return {
        title: 'Personne n’est au poste',
        body: `${NOTHING_WRITTEN} Choisissez vos initiales en haut à droite, puis recommencez.`,
      };
    case 'FORBIDDEN':
      return {
        title: 'Votre rôle ne permet pas cette action',
        body: `${NOTHING_WRITTEN} Demandez à une personne de l’accueil ou à la coordination.`,
      };
    case 'DESK_CLOSED':
      return {
        title: 'Le fichier de la maison n’est pas ouvert',
        body: `${NOTHING_WRITTEN} Parvis va montrer ce qui l’empêche de s’ouvrir.`,
      };
    case 'NOT_FOUND':
      return {
        title: `${notFoundWhat(failure.data.what)} introuvable`,
        body: `${NOTHING_WRITTEN} L’élément a pu être retiré entre-temps ; l’écran vient d’être remis à jour.`,
      };
    case 'INVALID_INPUT':
      return {
        title: 'Un champ est à corriger',
        body: `${NOTHING_WRITTEN} Le champ en cause est signalé ; votre saisie est gardée.`,
      };
    case 'STALE_VERSION':
      return {
        title: 'Quelqu’un d’autre a modifié cet élément entre-temps',
        body: `${NOTHING_WRITTEN} Regardez ce qui a changé, puis recommencez si c’est encore utile.`,
      };
    case 'CONFLICT':
      return (
        CONFLICTS[failure.data.reason] ?? {
          title: 'Cela contredit ce qui est déjà enregistré',
          body: `${NOTHING_WRITTEN} Vérifiez les dates et les heures saisies.`,
        }
      );
    case 'DESPITE_REQUIRED':
      return {
        title: 'Ne prend plus de nouveaux patients',
        body: `${NOTHING_WRITTEN} Dites pourquoi orienter là quand même, ou choisissez quelqu’un d’autre.`,
      };
    case 'SLOT_TAKEN':
      return {
        title: 'Ce créneau vient d’être pris',
        body: `${NOTHING_WRITTEN} Voici les créneaux libres les plus proches ; la demande et la personne sont gardées.`,
      };
    case 'OUTSIDE_HOURS':
      return outsideHours(failure.data.why);
    case 'SLOT_NOT_GIVEN':
      return slotNotGiven(failure.data);
    case 'NOT_RELEASED':
      return notReleased(failure.data.why);
    case 'PATIENT_BUSY':
      return {
        title: 'Cette personne a déjà un rendez-vous à cette heure',
        body: `${NOTHING_WRITTEN} Choisissez un autre créneau, ou confirmez si les deux sont voulus.`,
      };
    case 'OUTCOME_REQUIRED':
      return outcomeRequired(failure.data.why);
    case 'STATUS_NOT_ALLOWED':
      return {
        title: 'Ce changement d’état n’est pas possible',
        body: `${NOTHING_WRITTEN} L’état a changé entre-temps, ou la journée est passée.`,
      };
    case 'RESEMBLES':
      return {
        title: 'Une personne qui lui ressemble est déjà connue',
        body: `${NOTHING_WRITTEN} Regardez d’abord si c’est la même ; sinon, confirmez la création.`,
      };
    case 'NO_POLICY':
      return {
        title: 'Personne n’a encore dit comment ce praticien reçoit les nouveaux patients',
        body: `${NOTHING_WRITTEN} Demandez-le-lui, notez sa politique dans Réglages, puis reprenez. D’ici là, promettez un rappel.`,
      };
    case 'QUOTA_FULL':
      return {
        title: 'La dernière place du mois vient d’être prise',
        body: `${NOTHING_WRITTEN} Voici qui peut encore accueillir cette personne ; sa demande est gardée.`,
      };
    case 'NOT_A_PRACTITIONER':
      return {
        title: 'Seul un praticien de la maison peut le faire',
        body: `${NOTHING_WRITTEN} Qu’il choisisse ses initiales en haut à droite, puis recommence. D’ici là, le doute veut dire le 15.`,
      };
    case 'URGENCY_NOT_RULED_OUT':
      return {
        title: 'L’urgence n’est pas encore écartée',
        body: `${NOTHING_WRITTEN} Ouvrez d’abord la carte d’urgence (F8) : au moindre doute, c’est le 15 ou un praticien.`,
      };
    case 'CARD_NOT_SIGNED':
      return {
        title: 'La carte d’urgence n’est signée par aucun praticien de la maison',
        body: `${NOTHING_WRITTEN} Aucun refus n’est possible d’ici là : promettez le rappel d’un praticien, ou orientez vers le 15. Un praticien signe la carte sous ses initiales.`,
      };
    case 'GROUND_NOT_ALLOWED':
      return groundNotAllowed(failure.data.why);
    case 'COLLEAGUE_NOT_ASKED':
      return {
        title: 'Un confrère de la maison peut encore accueillir cette personne',
        body: `${NOTHING_WRITTEN} Proposez-le d’abord, puis notez la réponse : acceptée, déclinée par la personne, ou condition non remplie.`,
      };
    case 'NO_WAY_FORWARD':
      return noWayForward(failure.data.why);
    case 'WORDS_NOT_SHOWN':
      return {
        title: 'Les mots à dire n’ont pas été affichés',
        body: `${NOTHING_WRITTEN} Relisez à la personne les phrases proposées, puis enregistrez.`,
      };
    case 'NOTHING_TO_UNDO':
      return {
        title: 'Rien à annuler',
        body: 'Votre dernière action ne s’annule pas, ou elle date de plus de dix minutes.',
      };
    case 'UNDO_TOO_LATE':
      return {
        title: 'Annulation impossible',
        body: 'Quelqu’un a modifié le même élément depuis : annuler effacerait son travail. Corrigez à la main.',
      };
    case 'WRONG_RECOVERY_CODE':
      return {
        title: 'Ce code de récupération n’ouvre pas le fichier',
        body: 'Le fichier est intact. Vérifiez le code imprimé au premier démarrage : les tirets et les majuscules ne comptent pas.',
      };
    case 'UNREADABLE_FILE':
      return unreadableText(failure.data);
    case 'DIRECTORY_FILE_REFUSED':
      return fileRefusedText(failure.data);
    case 'DIRECTORY_TOO_LARGE':
      return {
        title: 'Ce choix garderait trop de monde',
        body: `Rien n’a été importé. L’annuaire garde au plus ${frenchNumber(failure.data.most)} personnes : choisissez moins de départements, ou quelques professions.`,
      };
    case 'TEXT_REFUSED':
      return {
        title: 'Ce texte ne peut pas être enregistré',
        body: `${NOTHING_WRITTEN} Ce qui ne va pas est signalé sous le texte ; votre saisie est gardée.`,
      };
    case 'PAPER_TOO_LONG':
      return {
        title: 'Ce papier ne tient pas sur une page',
        body: 'Rien n’est perdu : copiez le texte à la place. Raccourcissez ensuite les textes de la maison dans Réglages, Textes.',
      };
    case 'BUSY':
      return {
        title: 'Parvis est déjà occupé à un long travail',
        body: `${NOTHING_WRITTEN} Attendez qu’il se termine, ou arrêtez-le, puis recommencez.`,
      };
    case 'STORAGE_FULL':
      return {
        title: 'Le disque de ce poste est plein',
        body: `${NOTHING_WRITTEN} Ce qui l’était déjà est en sécurité. Libérez de la place sur le disque, puis recommencez.`,
      };
    case 'INTERNAL':
      return {
        title: 'Une erreur inattendue s’est produite',
        body: `${NOTHING_WRITTEN} Ce qui l’était déjà est en sécurité. Réessayez ; si cela continue, signalez la référence ${failure.data.reference}.`,
      };
    default:
      return unknownCode(failure);
  }
};

/** Unreachable as long as the switch above is complete: this is what makes the compiler check it. */
const unknownCode = (_: never): ErrorText => unanswered;

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

const notFoundWhat = (what: string): string => {
  const names: Readonly<Record<string, string>> = {
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
  };
  return names[what] ?? 'Élément';
};
