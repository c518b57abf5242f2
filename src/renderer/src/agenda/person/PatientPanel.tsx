import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { displayName } from '../../../../contract/display.ts';
import type { PatientId } from '../../../../contract/ids.ts';
import type { Patient, PatientSummary } from '../../../../contract/patients.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { goToPerson } from '../../patients/go.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Panel, PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { startCall } from '../booking/call.ts';
import { PatientAppointments } from '../card/PatientAppointments.tsx';
import { PersonCard } from './PersonCard.tsx';

const summaryOf = (patient: Patient): PatientSummary => ({
  id: patient.id,
  displayName: displayName(patient),
  birth: patient.birth,
  sex: patient.sex,
  phone: patient.phones[0]?.e164 ?? null,
  city: patient.city,
  identity: patient.identity,
  attendingDoctor: patient.attendingDoctor,
  needs: patient.needs,
  homonym: false,
});

/** A person found by the search: who, and their appointments. */
export const PatientPanel = ({ id }: { readonly id: PatientId }) => {
  const close = usePanel((state) => state.close);
  const query = useQuery(api.patients.get.queryOptions({ input: { id } }));
  const person = query.data === undefined ? null : summaryOf(query.data);
  useCommand('back', close);
  useCommand('request.new', () => startCall(person), person !== null);
  return (
    <Panel title="Patient" onClose={close}>
      <PanelBody>
        {query.isError ? (
          <Notice tone="red" title={errorText(query.error).title}>
            {errorText(query.error).body}
          </Notice>
        ) : null}
        {person === null ? null : <PersonCard person={person} />}
        {query.data?.note == null ? null : (
          <Notice tone="blue" title="Note">
            {query.data.note}
          </Notice>
        )}
        <PatientAppointments key={id} patientId={id} />
      </PanelBody>
      <PanelFoot>
        <CommandButton command="request.new">Nouveau rendez-vous</CommandButton>
        <Button variant="default" onClick={() => goToPerson(id)}>
          Ouvrir la fiche
        </Button>
      </PanelFoot>
    </Panel>
  );
};
