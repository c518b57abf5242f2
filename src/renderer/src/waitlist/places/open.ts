import { api, queryClient } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';

/** What stands comes first: to be rung for. Nothing does: straight to giving some. */
export const openPlaces = (): void => {
  const standing = queryClient.getQueryData(api.waitlist.givenPlaces.queryKey()) ?? [];
  usePanel
    .getState()
    .open(standing.length === 0 ? { kind: 'give-places', practitionerId: null } : { kind: 'places' });
};
