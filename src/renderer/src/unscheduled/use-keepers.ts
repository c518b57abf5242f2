import { useMemo } from 'react';
import type { Practitioner } from '../../../contract/practice.ts';
import { useAppointmentTypes, usePractitioners } from '../agenda/use-house.ts';

/** Whoever keeps time for unscheduled care, or could: there is a type for it. */
export const useKeepers = (): readonly Practitioner[] => {
  const practitioners = usePractitioners();
  const types = useAppointmentTypes();
  return useMemo(() => {
    const made = types.filter(({ kind }) => kind === 'unscheduled');
    return practitioners.filter(({ id, profession }) =>
      made.some((type) => type.practitionerId === id || type.profession === profession),
    );
  }, [practitioners, types]);
};
