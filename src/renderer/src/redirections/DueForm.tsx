import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { Redirection } from '../../../contract/redirections.ts';
import { useNow, useZone } from '../app/now.ts';
import { isTextField } from '../app/shortcuts/keys.ts';
import { meantKey } from '../app/shortcuts/meant-key.ts';
import { DueField, dueAt } from '../requests/DueField.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { answerChoices } from './due.ts';
import { useRedirectionActs } from './use-acts.ts';

interface Props {
  readonly row: Redirection;
  readonly onDone: () => void;
}

/** Another date for the answer. */
export const DueForm = ({ row, onDone }: Props) => {
  const acts = useRedirectionActs();
  const choices = answerChoices(useNow(), useZone());
  const field = useFocusOnMount<HTMLDivElement>();
  const [due, setDue] = useState(row.due);
  const [error, setError] = useState<string | null>(null);
  const submit = () => {
    if (due === row.due) return setError('Choisissez une autre échéance.');
    if (!acts.pending) acts.postpone(row, due, onDone);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      if (!event.repeat) submit();
    }
    const chosen = isTextField(event.target) ? null : dueAt(meantKey(event), choices);
    if (chosen === null) return;
    event.preventDefault();
    setDue(chosen);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the digits of the chips inside
    <div ref={field} tabIndex={-1} className="waiting-answer" onKeyDown={onKeyDown}>
      <DueField
        digits
        label="Réponse avant"
        choices={choices}
        value={due}
        error={error}
        onChange={(next) => setDue(next ?? row.due)}
      />
      <span className="waiting-choices">
        <Button size="compact-sm" loading={acts.pending} rightSection={<Kbd>Entrée</Kbd>} onClick={submit}>
          Changer l’échéance
        </Button>
      </span>
    </div>
  );
};
