/** What an outcome needs before it can close anything: the table of docs/spec/requests.md. */
import type { CallbackOutcome } from '../../../contract/callbacks.ts';
import type { ErrorData } from '../../../contract/errors.ts';
import type { Closing } from '../../../contract/requests.ts';

export type Missing = ErrorData<'OUTCOME_REQUIRED'>['why'];

export interface ClosingFacts {
  /** Is it known whom the request is about? */
  readonly named: boolean;
  /**
   * Of the appointment that the outcome names, if it names one: does it stand (neither cancelled nor missed), is it
   * this person's, and is it still to come?
   */
  readonly appointment: { readonly stands: boolean; readonly own: boolean; readonly toCome: boolean } | null;
}

const lackingAppointment = (
  appointment: ClosingFacts['appointment'],
  needsToCome: boolean,
): Missing | null =>
  appointment?.stands && appointment.own && (appointment.toCome || !needsToCome) ? null : 'appointment';

/** What is missing for a request to be closed so, or null when nothing is. */
export const missingToClose = (
  closing: Closing | null | undefined,
  { named, appointment }: ClosingFacts,
): Missing | null => {
  switch (closing?.kind) {
    case undefined:
      return 'outcome';
    case 'appointment':
      return lackingAppointment(appointment, false);
    case 'registration-list':
      return named ? null : 'patient';
    case 'earlier-list':
      return named ? lackingAppointment(appointment, true) : 'patient';
    case 'redirected':
      return closing.to.kind === 'outside' && closing.to.label.trim() === '' ? 'label' : null;
    case 'answered':
      return closing.said.trim() === '' ? 'said' : null;
    case 'callback':
    case 'emergency':
    case 'withdrawn':
    case 'unresolved':
      return null;
  }
};

/** The same for a call-back: kept with what was said; unreachable only for whoever was tried. */
export const missingToEnd = (
  outcome: CallbackOutcome | null | undefined,
  attempts: number,
): Missing | null => {
  switch (outcome?.kind) {
    case undefined:
      return 'outcome';
    case 'kept':
      return outcome.said.trim() === '' ? 'said' : null;
    case 'unreachable':
      return attempts > 0 ? null : 'attempt';
    case 'withdrawn':
      return null;
  }
};
