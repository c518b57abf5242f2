import { useQuery } from '@tanstack/react-query';
import type { PatientId } from '../../../contract/ids.ts';
import { api } from '../api/query.ts';
import { useNow, useZone } from '../app/now.ts';
import type { PathLine } from '../requests/path/path-line.ts';
import { redirectionPath } from './path.ts';

export const useRedirectionPath = (patientId: PatientId): readonly PathLine[] => {
  const now = useNow();
  const zone = useZone();
  const { data } = useQuery(api.redirections.history.queryOptions({ input: { patientId } }));
  return data === undefined ? [] : redirectionPath(data, now, zone);
};
