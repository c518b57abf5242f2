/**
 * The call in hand, from the first word to the appointment: what is known so far, and the step on screen. Pure: the
 * store keeps it, the steps show it, the desk decides.
 */
import type { Appointment, BookingAdvice, Slot } from '../../../../contract/agenda.ts';
import type { ErrorData } from '../../../../contract/errors.ts';
import type { AppointmentTypeId, PractitionerId } from '../../../../contract/ids.ts';
import type { PatientSummary } from '../../../../contract/patients.ts';
import type { Day, Minute } from '../../../../contract/time.ts';
import { type Filters, noFilters } from './filters.ts';

/** Who is calling, what is known of them, which free slot, the last look before saving, and after. */
export type Step = 'person' | 'summary' | 'slots' | 'confirm' | 'done';

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
  readonly patient: PatientSummary | null;
  readonly wish: string;
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
}

export const newDraft = (key: number, startedAt: number): Draft => ({
  key,
  purpose: 'book',
  step: 'person',
  startedAt,
  patient: null,
  wish: '',
  moving: null,
  filters: noFilters,
  typeId: null,
  place: null,
  proposals: null,
  lost: null,
  conflict: null,
  comment: '',
  done: null,
});

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
      return { ...draft, place: null, conflict: null, step: 'slots' };
    case 'slots':
      if (draft.purpose === 'move') return null;
      return { ...draft, proposals: null, step: draft.patient === null ? 'person' : 'summary' };
    case 'person':
      return draft.place === null ? null : { ...draft, place: null };
    case 'summary':
    case 'done':
      return null;
  }
};

/** Something that somebody said and that must not be lost by closing the panel. */
export const worthKeeping = ({ purpose, step, patient, wish }: Draft): boolean =>
  purpose === 'book' && step !== 'done' && (patient !== null || wish.trim() !== '');
