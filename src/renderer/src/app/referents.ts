/** Who is to be asked when one's role does not suffice, as far as this page knows. */
import { api, queryClient } from '../api/query.ts';

export const referentNames = (): readonly string[] =>
  (queryClient.getQueryData(api.people.list.queryKey()) ?? [])
    .filter(({ active, role }) => active && role === 'coordinator')
    .map(({ name }) => name);
