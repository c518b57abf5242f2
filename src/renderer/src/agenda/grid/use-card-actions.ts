import { useCallback } from 'react';
import type { AgendaDay, Appointment } from '../../../../contract/agenda.ts';
import type { ClaimId } from '../../../../contract/ids.ts';
import { client } from '../../api/client.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { usePanel } from '../../app/panel.ts';
import { capitalised } from '../../ui/dates.ts';
import { changeDraft, startMove } from '../booking/call.ts';
import { conflictOf } from '../booking/confirm/use-save.ts';
import type { PlaceInLane } from '../calendar/types.ts';

/** Dragging and the keys of a card. The same command as from the panel: only the hand differs. */
export const useCardActions = (days: readonly AgendaDay[]) => {
  const find = useCallback(
    (id: ClaimId): Appointment | null =>
      days.flatMap(({ appointments }) => appointments).find((one) => one.id === id) ?? null,
    [days],
  );

  const move = useCallback(
    (id: ClaimId, { lane, start }: PlaceInLane, back: () => void): void => {
      const appointment = find(id);
      const place = { practitionerId: lane.practitionerId, day: lane.day, start };
      // Another practitioner is another promise: the panel asks before anything is written.
      if (appointment === null || appointment.practitionerId !== lane.practitionerId) {
        back();
        if (appointment !== null) startMove(appointment, place);
        return;
      }
      if (appointment.day === place.day && appointment.start === start) {
        back();
        return;
      }
      client.agenda.move({ id, version: appointment.version, ...place }).then(
        ({ advice }) => showSuccess(`Déplacé : ${capitalised(advice.readBack)}`),
        (error: unknown) => {
          back();
          const conflict = conflictOf(error);
          if (conflict === null) showError(error);
          else {
            startMove(appointment, place);
            changeDraft((draft) => ({ ...draft, conflict }));
          }
        },
      );
    },
    [find],
  );

  const onCardKey = useCallback(
    (id: ClaimId, key: string): boolean => {
      const appointment = find(id);
      if (appointment === null || !['booked', 'arrived'].includes(appointment.status)) return false;
      if (key === 'd') startMove(appointment);
      else if (key === 'Delete') usePanel.getState().open({ kind: 'appointment', id, cancelling: true });
      else return false;
      return true;
    },
    [find],
  );

  return { move, onCardKey };
};
