import { Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Owner } from '../../../../contract/callbacks.ts';
import type { Instant } from '../../../../contract/time.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { DueField, dueAt, useDueChoices } from '../../requests/DueField.tsx';
import { OwnerField } from '../../requests/OwnerField.tsx';
import { useOwners } from '../../requests/owner.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import type { Taking } from './use-take.ts';

interface Props {
  readonly head: ReactNode;
  readonly take: Taking;
  readonly onBack: () => void;
}

/** No hour to give now: the place is hers all the same, with a call that says when. */
export const PromiseCall = ({ head, take, onBack }: Props) => {
  const body = useFocusOnMount<HTMLElement>();
  const owners = useOwners();
  const dues = useDueChoices();
  const [due, setDue] = useState<Instant | null>(null);
  const [owner, setOwner] = useState<Owner | null>(null);
  const [missing, setMissing] = useState(false);
  const choose = (next: Instant | null) => {
    setDue(next);
    setMissing(false);
    take.forget();
  };
  const submit = () => {
    setMissing(due === null);
    if (due !== null) take.promise(due, owner);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      if (!event.repeat) submit();
      return;
    }
    const chosen = isTextField(event.target) ? null : dueAt(meantKey(event), dues);
    if (chosen === null) return;
    event.preventDefault();
    choose(chosen);
  };
  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Rappel promis">
        {head}
        <p className="freed-soft">
          La place est gardée pour cette personne. Le rappel promis lui dira quand venir.
        </p>
        <DueField
          digits
          label="Rappeler avant"
          value={due}
          error={missing ? 'Dites avant quand : une touche, ou une heure écrite.' : null}
          onChange={choose}
        />
        <OwnerField
          label="Qui rappelle"
          value={owner}
          fallback={owners.me === null ? '' : owners.nameOf(owners.me)}
          onChange={setOwner}
        />
      </PanelBody>
      <PanelFoot>
        <Button loading={take.pending} rightSection={<Kbd>Entrée</Kbd>} onClick={submit}>
          Promettre
        </Button>
        <Button variant="default" rightSection={<Kbd>Échap</Kbd>} onClick={onBack}>
          Retour
        </Button>
      </PanelFoot>
    </>
  );
};
