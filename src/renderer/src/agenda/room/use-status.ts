import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Appointment } from '../../../../contract/agenda.ts';
import type { Minute } from '../../../../contract/time.ts';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { shortName } from '../short-name.ts';
import { statusLook } from '../status.ts';
import { punctuality, type Wish } from './room.ts';

interface Change {
  readonly row: Appointment;
  readonly to: Wish;
  readonly excused?: boolean;
  readonly minute: Minute;
}

const said = ({ row, to, excused, minute }: Change): string => {
  const who = shortName(row.patient.displayName);
  if (to === 'arrived' && row.status !== 'in-progress')
    return `${who} : arrivée notée, ${punctuality(row.start, minute)}`;
  if (to === 'noshow') return `${who} : non venu${excused === true ? ', excusé' : ''}`;
  return `${who} : ${statusLook[to].label.toLocaleLowerCase('fr-FR')}`;
};

/** One status change from the counter, said aloud when done, and never left silent when refused. */
export const useStatus = () => {
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation(
    api.agenda.setStatus.mutationOptions({
      onError: showError,
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.agenda.key() }),
    }),
  );
  const change = (wish: Change): void => {
    if (isPending) return;
    const { row, to, excused, minute } = wish;
    mutate(
      {
        id: row.id,
        version: row.version,
        status: to,
        ...(excused === undefined ? {} : { excused }),
        // Minutes that nobody will use can still serve somebody.
        release: to === 'noshow' && minute < row.end,
      },
      { onSuccess: () => showSuccess(said(wish)) },
    );
  };
  return { change, isPending };
};
