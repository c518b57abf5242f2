import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { Callback, Owner } from '../../../../contract/callbacks.ts';
import type { DeskRequest } from '../../../../contract/requests.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { DueField, dueAt, useDueChoices } from '../DueField.tsx';
import { useOwners } from '../owner.ts';
import { SaidField } from '../SaidField.tsx';
import { useAnswer, useCallbackActs, useGiveMessage } from './use-acts.ts';
import { callbackKey, type Waiting } from './waiting.ts';

const NOTHING_SAID = 'Écrivez ce qui a été dit, ou choisissez une phrase.';

interface KeptProps {
  readonly row: Callback;
  readonly onDone: () => void;
}

/** The person was reached: what was said. What was to be said stands there already. */
export const KeptForm = ({ row, onDone }: KeptProps) => {
  const acts = useCallbackActs();
  const [said, setSaid] = useState(row.about ?? '');
  const [missing, setMissing] = useState(false);
  const submit = () => {
    setMissing(said.trim() === '');
    if (said.trim() !== '' && !acts.pending) acts.kept(row, said.trim(), onDone);
  };
  return (
    <>
      <SaidField
        label="Ce qui a été dit"
        value={said}
        error={missing ? NOTHING_SAID : null}
        onChange={setSaid}
        onSubmit={submit}
      />
      <Button size="compact-sm" loading={acts.pending} rightSection={<Kbd>Entrée</Kbd>} onClick={submit}>
        Rappel tenu
      </Button>
    </>
  );
};

interface AnswerProps {
  readonly row: DeskRequest;
  readonly onDone: () => void;
  readonly onMoveTo: (key: string) => void;
}

/** The practitioner answered: the person is to be rung within the hour, or was told already. */
export const AnswerForm = ({ row, onDone, onMoveTo }: AnswerProps) => {
  const [said, setSaid] = useState('');
  const [missing, setMissing] = useState(false);
  const { me } = useOwners();
  const [soonest] = useDueChoices();
  const answer = useAnswer((request) => {
    // The message goes with its form; the call to make takes its place.
    if (request.outcome?.kind === 'callback') onMoveTo(callbackKey(request.outcome.callbackId));
    else onDone();
  });
  const submit = (ring: boolean) => {
    setMissing(said.trim() === '');
    if (said.trim() === '' || answer.isPending || soonest === undefined) return;
    answer.mutate({ row, said: said.trim(), ring: ring ? { due: soonest.due, owner: me } : null });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    submit(false);
  };
  return (
    <div className="waiting-answer" onKeyDownCapture={onKeyDown}>
      <SaidField
        label="Réponse à dire à la personne"
        value={said}
        error={missing ? NOTHING_SAID : null}
        onChange={setSaid}
        onSubmit={() => submit(true)}
      />
      <span className="waiting-choices">
        <Button
          size="compact-sm"
          loading={answer.isPending}
          rightSection={<Kbd>Entrée</Kbd>}
          onClick={() => submit(true)}
        >
          À rappeler
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          rightSection={<Kbd>Ctrl Entrée</Kbd>}
          onClick={() => submit(false)}
        >
          Déjà dite
        </Button>
      </span>
    </div>
  );
};

interface GiveProps {
  readonly line: Waiting;
  readonly onDone: () => void;
}

export const GiveForm = ({ line, onDone }: GiveProps) => {
  const acts = useCallbackActs();
  const message = useGiveMessage();
  const owners = useOwners();
  const give = (owner: Owner) => {
    if (line.kind === 'callback') acts.give(line.row, owner, onDone);
    else message.mutate({ row: line.row, owner }, { onSuccess: onDone });
  };
  return (
    <PickField
      label="Donner à"
      listLabel="Qui peut rappeler"
      choices={owners.choices.map(({ key, label, owner }) => ({ key, label, value: owner }))}
      onChoose={give}
      onLeave={onDone}
    />
  );
};

export const DueForm = ({ row, onDone }: KeptProps) => {
  const acts = useCallbackActs();
  const dues = useDueChoices();
  const field = useFocusOnMount<HTMLDivElement>();
  const [due, setDue] = useState(row.due);
  const [error, setError] = useState<string | null>(null);
  const submit = () => {
    if (due === row.due) return setError('Choisissez une autre échéance.');
    acts.postpone(row, due, onDone);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      if (!event.repeat) submit();
    }
    const chosen = isTextField(event.target) ? null : dueAt(meantKey(event), dues);
    if (chosen === null) return;
    event.preventDefault();
    setDue(chosen);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the digits of the chips inside
    <div ref={field} tabIndex={-1} className="waiting-answer" onKeyDown={onKeyDown}>
      <DueField digits value={due} error={error} onChange={(next) => setDue(next ?? row.due)} />
      <span className="waiting-choices">
        <Button size="compact-sm" loading={acts.pending} rightSection={<Kbd>Entrée</Kbd>} onClick={submit}>
          Changer l’échéance
        </Button>
      </span>
    </div>
  );
};
