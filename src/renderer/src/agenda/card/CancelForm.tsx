import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type { CancelledBy as AnyCancelledBy, Appointment } from '../../../../contract/agenda.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { showSuccess } from '../../app/notify.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';

/** An export may not say who; a desk always does. */
type CancelledBy = Exclude<AnyCancelledBy, 'unknown'>;

const WHO: readonly { readonly by: CancelledBy; readonly label: string }[] = [
  { by: 'patient', label: 'Le patient' },
  { by: 'practitioner', label: 'Le praticien' },
  { by: 'house', label: 'La maison de santé' },
  { by: 'error', label: 'Erreur de saisie' },
];

interface Props {
  readonly appointment: Appointment;
  readonly onDone: () => void;
}

/** Who cancels, and why if that is worth keeping. The row stays; the time is free again at once. */
export const CancelForm = ({ appointment, onDone }: Props) => {
  const [by, setBy] = useState<CancelledBy>('patient');
  const [reason, setReason] = useState('');
  const form = useFocusOnMount<HTMLElement>();
  const cancel = useMutation(
    api.agenda.cancel.mutationOptions({
      onSuccess: () => {
        showSuccess('Rendez-vous annulé : le créneau est libre');
        onDone();
      },
    }),
  );
  const submit = () => {
    if (cancel.isPending) return;
    const { id, version } = appointment;
    cancel.mutate({ id, version, by, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const who = isTextField(event.target) ? undefined : WHO[Number(meantKey(event)) - 1];
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      if (!event.repeat) submit();
    } else if (who !== undefined) setBy(who.by);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section
      ref={form}
      tabIndex={-1}
      className="cancel"
      aria-label="Annuler le rendez-vous"
      onKeyDown={onKeyDown}
    >
      <ChipRow label="Qui annule ?">
        {WHO.map((one, index) => (
          <Chip
            key={one.by}
            shortcut={String(index + 1)}
            chosen={by === one.by}
            onChoose={() => setBy(one.by)}
          >
            {one.label}
          </Chip>
        ))}
      </ChipRow>
      <TextInput
        aria-label="Motif de l’annulation"
        placeholder="Motif, facultatif"
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {cancel.isError ? (
        <Notice tone="red" title={errorText(cancel.error).title}>
          {errorText(cancel.error).body}
        </Notice>
      ) : null}
      <Group gap="xs">
        <Button color="red" loading={cancel.isPending} rightSection={<Kbd>Entrée</Kbd>} onClick={submit}>
          Annuler le rendez-vous
        </Button>
        <Button variant="default" rightSection={<Kbd>Échap</Kbd>} onClick={onDone}>
          Le garder
        </Button>
      </Group>
    </section>
  );
};
