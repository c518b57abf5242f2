import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PatientId } from '../../../../contract/ids.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { api } from '../../api/query.ts';
import type { PathLine } from '../../requests/path/path-line.ts';
import { refusalPath } from './lines.ts';

const NOTHING: readonly PathLine[] = [];

export const useRefusalPath = (patientId: PatientId): readonly PathLine[] => {
  const practitioners = usePractitioners();
  const { data } = useQuery(api.refusals.history.queryOptions({ input: { patientId } }));
  return useMemo(
    () => (data === undefined ? NOTHING : refusalPath(data, practitioners)),
    [data, practitioners],
  );
};
