import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { LetterKeys, useLetter } from '../../redirections/LetterKeys.tsx';
import { capitalised } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { FreedWay } from '../../waitlist/freed/FreedWay.tsx';
import { AdviceNotes } from './confirm/AdviceNotes.tsx';
import type { Draft, Achieved as What } from './draft.ts';
import { useSlip } from './slip.ts';

/** Saved. The sentence to read back, large, and what the person must know. */
export const DoneStep = ({ draft }: { readonly draft: Draft }) => {
  const body = useFocusOnMount<HTMLElement>();
  const slip = useSlip(draft.done?.appointment.id ?? null);
  if (draft.achieved !== null) return <Achieved draft={draft} achieved={draft.achieved} />;
  if (draft.done === null) return null;
  const { advice, appointment } = draft.done;
  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={slip.onKeyDown}>
        <div>
          <StatusChip tone="green" shape="check">
            {draft.purpose === 'move' ? 'Rendez-vous déplacé' : 'Rendez-vous enregistré'}
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
        {draft.moving === null ? null : <FreedWay left={draft.moving} />}
        {slip.text === null ? null : <pre className="slip-text">{slip.text}</pre>}
      </PanelBody>
      <PanelFoot>
        <CommandButton command="request.new" />
        <Button variant="default" rightSection={<Kbd>I</Kbd>} onClick={() => slip.hand('print')}>
          Imprimer
        </Button>
        <Button px={12} variant="default" rightSection={<Kbd>C</Kbd>} onClick={() => slip.hand('copy')}>
          Copier
        </Button>
      </PanelFoot>
    </>
  );
};

/** Ended otherwise, or left with somebody: what was achieved, and what to say before hanging up. */
const Achieved = ({ draft, achieved }: { readonly draft: Draft; readonly achieved: What }) => {
  const body = useFocusOnMount<HTMLElement>();
  const letter = useLetter(achieved.redirectionId ?? null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (letter.onKey(event)) event.preventDefault();
  };
  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown}>
        <div>
          <StatusChip tone="green" shape="check">
            {achieved.title}
          </StatusChip>
        </div>
        {achieved.say === null ? null : (
          <p className="read-back" role="status">
            <span className="read-back-hint">À dire avant de raccrocher</span>
            {achieved.say}
          </p>
        )}
        {draft.patient === null ? null : <p className="pv-name">{draft.patient.displayName}</p>}
        {achieved.note === null ? null : <p className="achieved-note">{achieved.note}</p>}
        {achieved.redirectionId === undefined ? null : (
          <section className="achieved-letter" aria-label="Lettre d’adressage">
            <h4>Lettre d’adressage</h4>
            <p className="achieved-note">
              Une page à signer, sans donnée de santé. Rien n’est envoyé par Parvis.
            </p>
            <LetterKeys letter={letter} />
          </section>
        )}
      </PanelBody>
      <PanelFoot>
        <CommandButton command="request.new" />
        <CommandButton command="callbacks" variant="default" />
      </PanelFoot>
    </>
  );
};
