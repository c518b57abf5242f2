import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PatientId } from '../../../../contract/ids.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { api } from '../../api/query.ts';
import { requestPath } from './lines.ts';
import type { PathLine } from './path-line.ts';

const NOTHING: readonly PathLine[] = [];

export const useRequestPath = (patientId: PatientId): readonly PathLine[] => {
  const practitioners = usePractitioners();
  const { data } = useQuery(api.requests.history.queryOptions({ input: { patientId } }));
  return useMemo(
    () => (data === undefined ? NOTHING : requestPath(data, practitioners)),
    [data, practitioners],
  );
};
