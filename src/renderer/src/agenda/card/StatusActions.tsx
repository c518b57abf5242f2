import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Appointment, AppointmentStatus } from '../../../../contract/agenda.ts';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { useNow } from '../../app/now.ts';
import { statusLook } from '../status.ts';

type Live = Exclude<AppointmentStatus, 'cancelled'>;

interface Move {
  readonly to: Live;
  readonly label: string;
}

/** The next steps of a state, and its way back the same day. The desk decides; this only spares dead buttons. */
export const movesFrom = (status: AppointmentStatus, arrived: boolean, started: boolean): readonly Move[] => {
  switch (status) {
    case 'booked':
      return [
        { to: 'arrived', label: 'Arrivé' },
        { to: 'in-progress', label: 'En consultation' },
        { to: 'noshow', label: 'Non venu' },
      ];
    case 'arrived':
      return [
        { to: 'in-progress', label: 'En consultation' },
        { to: 'fulfilled', label: 'Terminé' },
        { to: 'booked', label: 'Pas encore arrivé' },
      ];
    case 'in-progress':
      return [
        { to: 'fulfilled', label: 'Terminé' },
        arrived
          ? { to: 'arrived', label: 'Encore en salle d’attente' }
          : { to: 'booked', label: 'Pas encore arrivé' },
      ];
    case 'fulfilled':
      return [
        started
          ? { to: 'in-progress', label: 'Encore en consultation' }
          : arrived
            ? { to: 'arrived', label: 'Encore en salle d’attente' }
            : { to: 'booked', label: 'Revenir à « prévu »' },
      ];
    case 'noshow':
      return [
        { to: 'arrived', label: 'Arrivé finalement' },
        { to: 'booked', label: 'Revenir à « prévu »' },
      ];
    case 'cancelled':
      return [];
  }
};

/** Only on the day itself: a state is something that happens at the desk. */
export const StatusActions = ({ appointment }: { readonly appointment: Appointment }) => {
  const { day } = useNow();
  const change = useMutation(
    api.agenda.setStatus.mutationOptions({
      onSuccess: ({ status }) => showSuccess(`État : ${statusLook[status].label.toLowerCase()}`),
      onError: showError,
    }),
  );
  const { id, version, status, arrivedAt, startedAt } = appointment;
  const moves = day === appointment.day ? movesFrom(status, arrivedAt !== null, startedAt !== null) : [];
  if (moves.length === 0) return null;
  return (
    <fieldset className="pv-choices" disabled={change.isPending}>
      <legend>État</legend>
      <div className="card-actions">
        {moves.map(({ to, label }) => (
          <Button
            key={to}
            size="xs"
            variant="default"
            onClick={() => change.mutate({ id, version, status: to })}
          >
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
};
