import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { DeskRequest } from '../../../../contract/requests.ts';
import { PersonCard } from '../../agenda/person/PersonCard.tsx';
import { client } from '../../api/client.ts';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { type PaperAct, useHandOut } from '../../paper/use-hand-out.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import type { Recorded, RefusalDraft } from '../draft.ts';
import { finishRefusal, slotsToday } from '../go.ts';
import { Words } from './SayStep.tsx';

interface Props {
  readonly draft: RefusalDraft;
  readonly request: DeskRequest;
  readonly recorded: Recorded;
}

const PAPERS: readonly { readonly key: string; readonly how: PaperAct; readonly label: string }[] = [
  { key: 'i', how: 'print', label: 'Imprimer' },
  { key: 'p', how: 'pdf', label: 'PDF' },
  { key: 'c', how: 'copy', label: 'Copier le texte' },
];

/** Written. The words stay in sight while they are said; then the paper, and what comes next. */
export const DoneStep = ({ draft, request, recorded }: Props) => {
  const body = useFocusOnMount<HTMLElement>();
  const { text, pending, hand } = useHandOut({
    name: 'Attestation',
    ask: () => client.refusals.attestation({ refusalId: recorded.refusalId }),
  });
  const open = request.closedAt === null;
  useCommand('slots.find', () => slotsToday(request), open);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const paper = PAPERS.find(({ key }) => key === meantKey(event));
    if (paper !== undefined) {
      event.preventDefault();
      // One paper does not wait for another: only the same one is not asked for twice.
      if (pending !== paper.how) hand(paper.how);
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      finishRefusal(draft.requestId);
    }
  };
  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Refus enregistré">
        <div className="refusal-done">
          <StatusChip tone="green" shape="check">
            Refus enregistré
          </StatusChip>
          {recorded.promised === null ? null : (
            <StatusChip tone="amber" shape="ring">
              {recorded.promised}
            </StatusChip>
          )}
        </div>
        {request.patient === null ? null : <PersonCard person={request.patient} />}
        <section className="refusal-papers" aria-label="Attestation de démarche">
          <h4>Attestation de démarche</h4>
          <p className="refusal-hint">Une page, sans donnée de santé. Rien n’est envoyé par Parvis.</p>
          <div className="refusal-paper-keys">
            {PAPERS.map(({ key, how, label }) => (
              <Button
                key={how}
                size="compact-md"
                variant="default"
                loading={pending === how}
                rightSection={<Kbd>{key.toUpperCase()}</Kbd>}
                onClick={() => hand(how)}
              >
                {label}
              </Button>
            ))}
          </div>
          {text === null ? null : <pre className="refusal-paper-text">{text}</pre>}
        </section>
        <Words words={recorded.words} />
      </PanelBody>
      <PanelFoot>
        <Button rightSection={<Kbd>Entrée</Kbd>} onClick={() => finishRefusal(draft.requestId)}>
          Terminer
        </Button>
        {open ? <CommandButton command="slots.find" variant="default" /> : null}
      </PanelFoot>
    </>
  );
};
