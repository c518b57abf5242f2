import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import type { Appointment } from '../../../../contract/agenda.ts';
import type { AppointmentTypeId } from '../../../../contract/ids.ts';
import type { PatientSummary } from '../../../../contract/patients.ts';
import type { GivenPlaces } from '../../../../contract/waitlist-offers.ts';
import { ReadBack } from '../../agenda/booking/confirm/ReadBack.tsx';
import { shortName } from '../../agenda/short-name.ts';
import { api } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { GivenHead } from './GivenHead.tsx';
import { closedTitles } from './words.ts';

export interface TakenOn {
  readonly patient: PatientSummary;
  /** As they stood once she had hers. */
  readonly places: GivenPlaces;
  /** Null: she is rung back, and knows until when. */
  readonly appointment: Appointment | null;
}

interface Props {
  readonly taken: TakenOn;
  readonly places: GivenPlaces;
  readonly onNext: () => void;
}

/** She has a place: what to read back, and how many are left. */
export const Taken = ({ taken: { patient, appointment }, places, onNext }: Props) => {
  const body = useFocusOnMount<HTMLElement>();
  const close = usePanel((state) => state.close);
  const over = places.closed !== null;
  const enter = over ? close : onNext;
  const typeId = appointment?.appointmentTypeId ?? null;
  const { data: advice } = useQuery(
    api.agenda.advice.queryOptions({
      input: {
        practitionerId: places.practitionerId,
        day: appointment?.day ?? '',
        start: appointment?.start ?? 0,
        appointmentTypeId: typeId ?? (0 as AppointmentTypeId),
        patientId: patient.id,
      },
      enabled: appointment !== null && typeId !== null,
    }),
  );
  useCommand('back', enter);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.repeat || event.target !== event.currentTarget) return;
    event.preventDefault();
    enter();
  };
  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Place acceptée">
        <GivenHead places={places} inHand={null} now={Date.now()} />
        <div className="given-taken" role="status">
          <StatusChip tone="green" shape="check">
            {appointment === null ? 'Rappel promis' : 'Rendez-vous enregistré'}
          </StatusChip>
          <strong className="pv-name">{shortName(patient.displayName)}</strong>
        </div>
        {appointment === null ? (
          <p>La place est gardée. Le rappel attend dans « À rappeler » (F7).</p>
        ) : (
          <>
            <ReadBack
              place={appointment}
              sentence={advice?.readBack ?? null}
              minutes={appointment.end - appointment.start}
            />
            <p className="freed-soft">{advice?.where}</p>
          </>
        )}
        {places.closed === null ? null : (
          <p className="freed-next">{closedTitles[places.closed]} : la liste d’appels se referme.</p>
        )}
      </PanelBody>
      <PanelFoot>
        <Button rightSection={<Kbd>Entrée</Kbd>} onClick={enter}>
          {over ? 'Terminé' : 'Personne suivante'}
        </Button>
      </PanelFoot>
    </>
  );
};
