import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type { Appointment } from '../../../../contract/agenda.ts';
import type { PatientId } from '../../../../contract/ids.ts';
import { api } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { useListCursor } from '../../ui/use-list.ts';
import { startMove } from '../booking/call.ts';
import { AppointmentLine } from './AppointmentLine.tsx';
import { CancelForm } from './CancelForm.tsx';

interface Props {
  readonly patientId: PatientId;
  /** Enter opens the line under the cursor; `once-walked`: only after the arrows, before that it is somebody else's. */
  readonly enter?: 'always' | 'once-walked';
}

const MOVABLE: readonly Appointment['status'][] = ['booked', 'arrived'];
const PAST_SHOWN = 5;

/** The person's appointments, the coming ones first: `d` moves, Suppr cancels, Enter opens. */
export const PatientAppointments = ({ patientId, enter = 'always' }: Props) => {
  const { data } = useQuery(api.agenda.ofPatient.queryOptions({ input: { patientId } }));
  const coming = data?.coming ?? [];
  const past = (data?.past ?? []).slice(0, PAST_SHOWN);
  const cancelled = (data?.cancelled ?? []).slice(0, PAST_SHOWN);
  const cursor = useListCursor(coming.length);
  const [cancelling, setCancelling] = useState<Appointment | null>(null);
  const list = useFocusOnMount<HTMLElement>(cancelling === null);
  const [hurried, setHurried] = useState(false);
  const [walked, setWalked] = useState(enter === 'always');
  const active = coming[cursor.active];

  // `d` pressed before the list came: a hand that knows the keys does not wait.
  if (hurried && data !== undefined) {
    setHurried(false);
    if (active !== undefined) queueMicrotask(() => startMove(active));
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || cancelling !== null) return;
    if (cursor.onKey(event)) return setWalked(true);
    const movable = active !== undefined && MOVABLE.includes(active.status);
    if (meantKey(event) === 'd' && data === undefined) setHurried(true);
    else if (meantKey(event) === 'd' && movable) startMove(active);
    else if (event.key === 'Delete' && movable) setCancelling(active);
    else if (event.key === 'Enter' && walked && active !== undefined)
      usePanel.getState().open({ kind: 'appointment', id: active.id });
    else return;
    event.preventDefault();
  };

  return (
    <section ref={list} tabIndex={-1} className="appointments" aria-label="Rendez-vous" onKeyDown={onKeyDown}>
      <h3>
        À venir
        {coming.length === 0 ? null : (
          <span className="appointments-keys">
            <Kbd>D</Kbd> déplacer <Kbd>Suppr</Kbd> annuler
          </span>
        )}
      </h3>
      {data !== undefined && coming.length === 0 ? (
        <p className="appointments-none">Aucun rendez-vous à venir.</p>
      ) : null}
      <ul>
        {coming.map((appointment, index) => (
          <li key={appointment.id}>
            <button
              type="button"
              tabIndex={-1}
              className="pv-option"
              aria-current={(walked && index === cursor.active) || undefined}
              onClick={() => usePanel.getState().open({ kind: 'appointment', id: appointment.id })}
            >
              <AppointmentLine appointment={appointment} />
            </button>
            {cancelling?.id === appointment.id ? (
              <CancelForm appointment={appointment} onDone={() => setCancelling(null)} />
            ) : null}
          </li>
        ))}
      </ul>
      {past.length === 0 ? null : (
        <>
          <h3>Passés</h3>
          <ul className="appointments-past">
            {past.map((appointment) => (
              <li key={appointment.id}>
                <AppointmentLine appointment={appointment} />
              </li>
            ))}
          </ul>
        </>
      )}
      {cancelled.length === 0 ? null : (
        <>
          <h3>Annulés</h3>
          <ul className="appointments-past">
            {cancelled.map((appointment) => (
              <li key={appointment.id}>
                <AppointmentLine appointment={appointment} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
