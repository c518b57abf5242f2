/**
 * The call in hand, from the first word to the appointment: what is known so far, and the step on screen. Pure: the
 * store keeps it, the steps show it, the desk decides.
 */
import type { Appointment, BookingAdvice, Slot } from '../../../../contract/agenda.ts';
import type { ErrorData } from '../../../../contract/errors.ts';
import type {
  AppointmentTypeId,
  PractitionerId,
  RedirectionId,
  RequestId,
} from '../../../../contract/ids.ts';
import type { PatientSummary } from '../../../../contract/patients.ts';
import type { DeskRequest } from '../../../../contract/requests.ts';
import type { Day, Instant, Minute } from '../../../../contract/time.ts';
import type { CascadeStepKind } from '../../../../contract/unscheduled.ts';
import { type Asked, nothingAsked } from './asked.ts';
import { type Filters, noFilters } from './filters.ts';
import { type Ending, type EndingKind, newEnding } from './outcome/ending.ts';

/**
 * Who is calling; what they ask, beside what is known of them; the cascade of unscheduled care, or which free slot and the last look before saving; or
 * another way to end it; and after.
 */
export type Step = 'person' | 'summary' | 'cascade' | 'slots' | 'confirm' | 'outcome' | 'done';

/** What is rare is folded away behind a key: who asks, whom they ask for, by when and by whom it is answered. */
export type Fold = 'who' | 'whom' | 'when';

/** What was achieved, and the sentence to say on the phone. */
export interface Achieved {
  readonly title: string;
  readonly say: string | null;
  /** Where it waits from now on, if it does. */
  readonly note: string | null;
  /** Somebody was sent on: the letter is one key away. */
  readonly redirectionId?: RedirectionId;
}

export interface Place {
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly start: Minute;
}

/** Why the desk said no, and what may be confirmed in spite of it. */
export type Conflict =
  /** Full: possible only as a deliberate overbooking, with a reason. */
  | { readonly kind: 'taken' }
  /** Closed, absent, holiday, past or reserved: possible only as an exception, with a reason. */
  | { readonly kind: 'outside'; readonly why: ErrorData<'OUTSIDE_HOURS'>['why'] }
  /** The same person is elsewhere at that time. */
  | { readonly kind: 'busy' };

export interface Draft {
  /** Tells one call from the next. */
  readonly key: number;
  readonly purpose: 'book' | 'move';
  readonly step: Step;
  readonly startedAt: number;
  /** When the request was opened that this call takes up again from « Demandes »; null: it begins with this call. */
  readonly takenUp: Instant | null;
  readonly patient: PatientSummary | null;
  readonly asked: Asked;
  /** The desk's row behind this call, once it is written, and when it was opened. */
  readonly requestId: RequestId | null;
  readonly requestOpenedAt: Instant | null;
  /** The step of the cascade that the place or the ending was chosen from. */
  readonly cascadeStep: CascadeStepKind | null;
  readonly fold: Fold | null;
  readonly ending: Ending;
  /** The appointment that moves. */
  readonly moving: Appointment | null;
  readonly filters: Filters;
  readonly typeId: AppointmentTypeId | null;
  readonly place: Place | null;
  /** The place went while the call lasted: these are the nearest free ones. */
  readonly proposals: readonly Slot[] | null;
  /** That place, should it be taken all the same. */
  readonly lost: Place | null;
  readonly conflict: Conflict | null;
  readonly comment: string;
  readonly done: { readonly appointment: Appointment; readonly advice: BookingAdvice } | null;
  /** Ended, or left with somebody, without an appointment. */
  readonly achieved: Achieved | null;
}

export const newDraft = (key: number, startedAt: number): Draft => ({
  key,
  purpose: 'book',
  step: 'person',
  startedAt,
  takenUp: null,
  patient: null,
  asked: nothingAsked,
  requestId: null,
  requestOpenedAt: null,
  cascadeStep: null,
  fold: null,
  ending: newEnding(null),
  moving: null,
  filters: noFilters,
  typeId: null,
  place: null,
  proposals: null,
  lost: null,
  conflict: null,
  comment: '',
  done: null,
  achieved: null,
});

export const withRequest = (draft: Draft, { id, openedAt }: DeskRequest): Draft => ({
  ...draft,
  requestId: id,
  requestOpenedAt: openedAt,
});

export const callTitle = ({ purpose, takenUp }: Draft): string => {
  if (purpose === 'move') return 'Déplacer';
  return takenUp === null ? 'Nouvelle demande' : 'Demande reprise';
};

/** From a click in free time: the place first, then who. */
export const draftAtPlace = (draft: Draft, place: Place): Draft => ({
  ...draft,
  place,
  proposals: null,
  lost: null,
  conflict: null,
  step: draft.patient === null ? 'person' : 'confirm',
});

/** Moving looks first where the appointment already is: the same practitioner, the same length. */
export const draftToMove = (draft: Draft, moving: Appointment): Draft => ({
  ...draft,
  purpose: 'move',
  moving,
  patient: moving.patient,
  typeId: moving.appointmentTypeId,
  filters: { ...noFilters, who: { kind: 'practitioner', practitionerId: moving.practitionerId } },
  step: 'slots',
});

/** Another way to end it than an appointment; what was filled in for that way before is kept. */
export const withEnding = (draft: Draft, kind: EndingKind | null): Draft => ({
  ...draft,
  fold: null,
  ending: draft.ending.kind === kind ? draft.ending : { ...draft.ending, kind },
  step: 'outcome',
});

/** It ended, or waits with somebody: what was achieved stays in sight. */
export const withAchieved = (draft: Draft, achieved: Achieved): Draft => ({
  ...draft,
  step: 'done',
  fold: null,
  achieved,
});

/** Who it is: then what is already known of them, unless a place or the list of slots was asked for before. */
export const withPatient = (draft: Draft, patient: PatientSummary): Draft => ({
  ...draft,
  patient,
  step: draft.place !== null ? 'confirm' : draft.step === 'person' ? 'summary' : draft.step,
});

export const withSlot = (draft: Draft, { practitionerId, day, start }: Slot): Draft => ({
  ...draft,
  place: { practitionerId, day, start },
  lost: null,
  conflict: null,
  step: draft.patient === null ? 'person' : 'confirm',
});

/** A place of the cascade: what it is booked as is known, and it is ticked with the booking. */
export const withCascadePlace = (
  draft: Draft,
  slot: Slot,
  cascadeStep: CascadeStepKind,
  typeId: AppointmentTypeId | null,
): Draft => ({ ...withSlot(draft, slot), typeId, cascadeStep });

/** The place went in between: the list opens again on what is left nearby; the person and the type are kept. */
export const withProposals = (draft: Draft, proposals: readonly Slot[]): Draft => ({
  ...draft,
  proposals,
  lost: draft.place,
  place: null,
  conflict: null,
  step: 'slots',
});

/** The place that went, taken on purpose beside whoever took it. */
export const withOverbooking = (draft: Draft): Draft => ({
  ...draft,
  place: draft.lost,
  proposals: null,
  conflict: { kind: 'taken' },
  step: 'confirm',
});

/** One step back, or null when there is nothing before: the panel then closes. */
export const stepBack = (draft: Draft): Draft | null => {
  switch (draft.step) {
    case 'confirm':
      return {
        ...draft,
        place: null,
        conflict: null,
        step: draft.cascadeStep === null ? 'slots' : 'cascade',
      };
    case 'cascade':
      return { ...draft, cascadeStep: null, step: draft.patient === null ? 'person' : 'summary' };
    case 'slots':
      if (draft.purpose === 'move') return null;
      return { ...draft, proposals: null, step: draft.patient === null ? 'person' : 'summary' };
    case 'person':
      return draft.place === null ? null : { ...draft, place: null };
    case 'outcome':
      if (draft.cascadeStep !== null) return { ...draft, ending: newEnding(null), step: 'cascade' };
      return draft.ending.kind === null ? { ...draft, step: 'summary' } : withEnding(draft, null);
    case 'summary':
      if (draft.fold !== null) return { ...draft, fold: null };
      return draft.patient === null ? { ...draft, step: 'person' } : null;
    case 'done':
      return null;
  }
};

/** Something that somebody said and that must not be lost by closing the panel. */
export const worthKeeping = ({ purpose, step, patient, asked }: Draft): boolean =>
  purpose === 'book' &&
  step !== 'done' &&
  (patient !== null || [asked.wish, asked.callerName, asked.professional].some((said) => said.trim() !== ''));
