import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PatientId } from '../../../../contract/ids.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { api } from '../../api/query.ts';
import type { PathLine } from '../../requests/path/path-line.ts';
import { urgencyPath } from './lines.ts';

const NOTHING: readonly PathLine[] = [];

export const useUrgencyPath = (patientId: PatientId): readonly PathLine[] => {
  const practitioners = usePractitioners();
  const { data } = useQuery(api.urgency.history.queryOptions({ input: { patientId } }));
  return useMemo(
    () => (data === undefined ? NOTHING : urgencyPath(data, practitioners)),
    [data, practitioners],
  );
};
