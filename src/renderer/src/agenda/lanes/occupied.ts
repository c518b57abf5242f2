import type { AgendaDay, Appointment, Column } from '../../../../contract/agenda.ts';
import type { Interval } from '../../../../contract/time.ts';
import { union } from './intervals.ts';

/** An appointment takes its place unless cancelled; an absent patient's may have been given back from a minute on. */
const placeOf = ({ start, end, status, releasedFrom }: Appointment): readonly Interval[] => {
  if (status === 'cancelled') return [];
  return [{ start, end: releasedFrom ?? end }];
};

/**
 * Where a column has no room left: as many claims at once as its opening range can hold. This is for drawing and for
 * the keyboard; the desk alone decides when something is booked.
 */
export const occupiedBy = (day: AgendaDay, column: Column): readonly Interval[] => {
  const claims = [
    ...day.appointments
      .filter(({ practitionerId }) => practitionerId === column.practitionerId)
      .flatMap(placeOf),
    ...day.holds.filter(({ practitionerId }) => practitionerId === column.practitionerId),
  ];
  const capacityAt = (minute: number) =>
    Math.max(
      1,
      ...column.open
        .filter(({ start, end }) => start <= minute && minute < end)
        .map(({ capacity }) => capacity),
    );
  const edges = [...new Set([...claims, ...column.open].flatMap(({ start, end }) => [start, end]))].sort(
    (a, b) => a - b,
  );
  const full = edges.slice(0, -1).flatMap((start, index) => {
    const end = edges[index + 1] ?? start;
    const there = claims.filter((claim) => claim.start < end && start < claim.end).length;
    return there >= capacityAt(start) ? [{ start, end }] : [];
  });
  return union(full);
};
