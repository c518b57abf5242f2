import type { AgendaDay } from '../../../../contract/agenda.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { useShowCancelled } from './show-cancelled.ts';

/** R8: cancelled appointments are kept, counted, and one press away. Nothing cancelled: nothing to say. */
export const CancelledToggle = ({ days }: { readonly days: readonly AgendaDay[] }) => {
  const { shown, toggle } = useShowCancelled();
  const count = days.flatMap(({ appointments }) =>
    appointments.filter(({ status }) => status === 'cancelled'),
  ).length;
  useCommand('cancelled', toggle, count > 0);
  if (count === 0) return null;
  return (
    <button type="button" className="cancelled" aria-pressed={shown} onClick={toggle}>
      {shown ? 'Masquer' : 'Montrer'} {count === 1 ? 'l’annulé' : `les ${count} annulés`}
    </button>
  );
};
