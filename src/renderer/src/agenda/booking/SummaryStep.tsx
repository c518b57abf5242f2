import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { showError, showSuccess } from '../../app/notify.ts';
import { usePanel } from '../../app/panel.ts';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { PatientAppointments } from '../card/PatientAppointments.tsx';
import { PersonCard } from '../person/PersonCard.tsx';
import { useCall } from './call.ts';
import type { Draft } from './draft.ts';
import { withdrawDraft } from './request-line.ts';

/** What is already known of the person: often the answer is there. */
export const SummaryStep = ({ draft }: { readonly draft: Draft }) => {
  const withdraw = useMutation({
    mutationFn: () => withdrawDraft(draft),
    networkMode: 'always',
    onSuccess: () => {
      useCall.setState({ draft: null });
      usePanel.getState().close();
      showSuccess('Demande classée sans suite');
    },
    onError: showError,
  });
  const { patient } = draft;
  if (patient === null) return null;
  return (
    <>
      <PanelBody>
        <PersonCard person={patient} />
        {draft.wish.trim() === '' ? null : <p className="wish">« {draft.wish.trim()} »</p>}
        <PatientAppointments patientId={patient.id} />
      </PanelBody>
      <PanelFoot>
        <CommandButton command="slots.find" />
        <Button variant="subtle" color="gray" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          Sans suite
        </Button>
      </PanelFoot>
    </>
  );
};
