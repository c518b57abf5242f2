import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type { Appointment } from '../../../../contract/agenda.ts';
import type { ClaimId } from '../../../../contract/ids.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel, PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { FreedWay } from '../../waitlist/freed/FreedWay.tsx';
import { startCall, startMove } from '../booking/call.ts';
import { PersonCard } from '../person/PersonCard.tsx';
import { statusLook } from '../status.ts';
import { AppointmentFacts } from './AppointmentFacts.tsx';
import { CancelForm } from './CancelForm.tsx';
import { StatusActions } from './StatusActions.tsx';

interface Props {
  readonly id: ClaimId;
  /** Straight to who cancels and why. */
  readonly cancelling: boolean;
}

/** One appointment, opened from the day: who, when, how far it got, and what can be done with it. */
export const AppointmentPanel = ({ id, cancelling }: Props) => {
  const close = usePanel((state) => state.close);
  const query = useQuery(api.agenda.get.queryOptions({ input: { id } }));
  useCommand('back', close);
  return (
    <Panel
      title="Rendez-vous"
      aside={query.data === undefined ? null : <Status appointment={query.data} />}
      onClose={close}
    >
      {query.isError ? (
        <PanelBody>
          <Notice tone="red" title={errorText(query.error).title}>
            {errorText(query.error).body}
          </Notice>
        </PanelBody>
      ) : null}
      {query.data === undefined ? null : (
        <Card key={`${id} ${cancelling}`} appointment={query.data} start={cancelling} />
      )}
    </Panel>
  );
};

const Status = ({ appointment }: { readonly appointment: Appointment }) => {
  const { tone, shape, label } = statusLook[appointment.status];
  return (
    <StatusChip tone={tone} shape={shape}>
      {label}
    </StatusChip>
  );
};

const OPEN_STATES: readonly Appointment['status'][] = ['booked', 'arrived'];

/** Somebody else may have the time. */
const LEFT_STATES: readonly Appointment['status'][] = ['cancelled', 'noshow'];

interface CardProps {
  readonly appointment: Appointment;
  readonly start: boolean;
}

const Card = ({ appointment, start }: CardProps) => {
  const [cancelling, setCancelling] = useState(start && OPEN_STATES.includes(appointment.status));
  const body = useFocusOnMount<HTMLElement>(null, cancelling);
  const open = OPEN_STATES.includes(appointment.status);
  useCommand('request.new', () => startCall(appointment.patient));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || cancelling || isTextField(event.target)) return;
    if (!open) return;
    if (meantKey(event) === 'd') startMove(appointment);
    else if (event.key === 'Delete') setCancelling(true);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Rendez-vous">
        <AppointmentFacts appointment={appointment} />
        <PersonCard person={appointment.patient} />
        {LEFT_STATES.includes(appointment.status) ? <FreedWay left={appointment} /> : null}
        {cancelling ? (
          <CancelForm appointment={appointment} onDone={() => setCancelling(false)} />
        ) : (
          <StatusActions appointment={appointment} />
        )}
      </PanelBody>
      {open && !cancelling ? (
        <PanelFoot>
          <Button variant="default" rightSection={<Kbd>D</Kbd>} onClick={() => startMove(appointment)}>
            Déplacer
          </Button>
          <Button variant="default" rightSection={<Kbd>Suppr</Kbd>} onClick={() => setCancelling(true)}>
            Annuler
          </Button>
        </PanelFoot>
      ) : null}
    </>
  );
};
