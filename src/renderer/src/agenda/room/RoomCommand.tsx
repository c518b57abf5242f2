import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/query.ts';
import { useNow } from '../../app/now.ts';
import { usePanel } from '../../app/panel.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';

/** F9 opens the waiting room from any screen. */
export const RoomCommand = () => {
  const open = usePanel((state) => state.open);
  const { day } = useNow();
  // Kept at hand: two letters and Enter must work however fast they come after F9.
  useQuery(api.agenda.waitingRoom.queryOptions({ input: { day } }));
  useCommand('arrival', () => open({ kind: 'room' }));
  return null;
};
