/** What counts as unscheduled care given: only who was seen, and only within 48 hours of asking. Pure. */
import type { AppointmentStatus } from '../../../contract/agenda.ts';
import { RequestOrigin } from '../../../contract/requests.ts';
import { type Day, type Instant, instantOf, type Minute } from '../../../contract/time.ts';
import type { UnscheduledCount } from '../../../contract/unscheduled.ts';
import { WITHIN_MS } from './windows.ts';

export interface Care {
  readonly origin: RequestOrigin;
  /** When somebody asked. */
  readonly askedAt: Instant;
  readonly day: Day;
  readonly start: Minute;
  readonly status: AppointmentStatus;
}

/** With the practitioner, or done. Arrived is not seen: people leave waiting rooms. */
const isSeen = ({ status }: Care): boolean => status === 'in-progress' || status === 'fulfilled';

/** Elapsed time to the hour of the appointment: how late the practitioner ran is another figure. */
const isSoon = ({ askedAt, day, start }: Care, zone: string): boolean =>
  instantOf(day, start, zone) <= askedAt + WITHIN_MS;

/** One line for each door that anybody came through, in the order of the doors. What was cancelled was not booked. */
export const countsByOrigin = (cares: readonly Care[], zone: string): UnscheduledCount[] =>
  RequestOrigin.options.flatMap((origin) => {
    const own = cares.filter((care) => care.origin === origin && care.status !== 'cancelled');
    if (own.length === 0) return [];
    const seen = own.filter(isSeen);
    return [
      {
        origin,
        booked: own.length,
        seen: seen.length,
        within48h: seen.filter((care) => isSoon(care, zone)).length,
      },
    ];
  });
