import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { Appointment, BookingAdvice } from '../../../../contract/agenda.ts';
import type { FreedSlot } from '../../../../contract/waitlist-offers.ts';
import { AdviceNotes } from '../../agenda/booking/confirm/AdviceNotes.tsx';
import { useNow } from '../../app/now.ts';
import { usePanel } from '../../app/panel.ts';
import { capitalised } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { nextText } from './text.ts';

export interface Taken {
  readonly appointment: Appointment;
  readonly advice: BookingAdvice;
  /** The place that she left by coming sooner. */
  readonly next: FreedSlot | null;
  /** The card's, as it was when she accepted. */
  readonly version: number;
}

/** She takes it: what to read back, and, once, whether the time that she leaves is offered in its turn. */
export const Accepted = ({ taken: { appointment, advice, next } }: { readonly taken: Taken }) => {
  const body = useFocusOnMount<HTMLElement>();
  const { day } = useNow();
  const { open, close } = usePanel();
  const goesOn = next !== null && next.matching > 0;
  const enter = () => (goesOn ? open({ kind: 'freed', id: next.id }) : close());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.repeat || event.target !== event.currentTarget) return;
    event.preventDefault();
    enter();
  };
  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Créneau accepté">
        <div>
          <StatusChip tone="green" shape="check">
            {next === null ? 'Rendez-vous enregistré' : 'Rendez-vous avancé'}
          </StatusChip>
        </div>
        <p className="read-back" role="status">
          <span className="read-back-hint">À relire à voix haute</span>
          {capitalised(advice.readBack)}
          <span className="read-back-hint">{advice.where}</span>
        </p>
        <p className="pv-name">
          {appointment.patient.displayName} · {appointment.typeName}
        </p>
        <AdviceNotes advice={advice} />
        {next === null ? null : <p className="freed-next">{nextText(next, day)}</p>}
      </PanelBody>
      <PanelFoot>
        <Button rightSection={<Kbd>Entrée</Kbd>} onClick={enter}>
          {goesOn ? 'Proposer à son tour' : 'Terminé'}
        </Button>
        {goesOn ? (
          <Button variant="default" rightSection={<Kbd>Échap</Kbd>} onClick={close}>
            Le laisser
          </Button>
        ) : null}
      </PanelFoot>
    </>
  );
};
