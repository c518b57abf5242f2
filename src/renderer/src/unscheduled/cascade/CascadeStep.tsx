import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import type { RequestId } from '../../../../contract/ids.ts';
import type { Draft } from '../../agenda/booking/draft.ts';
import { PersonCard } from '../../agenda/person/PersonCard.tsx';
import { api } from '../../api/query.ts';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { runCommand } from '../../app/shortcuts/registry.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { SignsQuestion } from '../../urgency/SignsQuestion.tsx';
import { useRuleOut } from '../../urgency/use-rule-out.ts';
import { CascadeSteps } from './CascadeSteps.tsx';
import './cascade.css';

/** Unscheduled care: urgency first, then the seven steps, each with its hour. */
export const CascadeStep = ({ draft }: { readonly draft: Draft }) =>
  draft.requestId === null ? null : <OfRequest draft={draft} requestId={draft.requestId} />;

interface Props {
  readonly draft: Draft;
  readonly requestId: RequestId;
}

const OfRequest = ({ draft, requestId }: Props) => {
  const urgency = useQuery(api.urgency.ofRequest.queryOptions({ input: { requestId } })).data;
  if (urgency === undefined) return <PanelBody />;
  return urgency.state === 'ruled-out' ? (
    <CascadeSteps draft={draft} requestId={requestId} ruledOutAt={urgency.ruledOutAt} />
  ) : (
    <UrgencyFirst draft={draft} requestId={requestId} waits={urgency.state === 'waiting'} />
  );
};

/** No place is shown before this is answered. */
const UrgencyFirst = ({ draft, requestId, waits }: Props & { readonly waits: boolean }) => {
  const body = useFocusOnMount<HTMLElement>(waits);
  const card = useQuery(api.urgency.card.queryOptions()).data;
  const ruling = useRuleOut(
    { id: requestId, openedAt: draft.requestOpenedAt ?? 0 },
    card?.inForce.id ?? null,
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const key = meantKey(event);
    if (key === 'n' && !waits && card !== undefined) ruling.ruleOut();
    else if (key === 'o' || key === 'd') runCommand('emergency');
    else return;
    event.preventDefault();
  };
  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Urgence d’abord">
        {draft.patient === null ? null : <PersonCard person={draft.patient} />}
        {waits ? (
          <Notice tone="red" title="Un doute attend la réponse d’un praticien">
            D’ici là, c’est le 15. Les places se proposent dès que le praticien a répondu.
          </Notice>
        ) : null}
        {waits || card === undefined ? null : (
          <section className="cascade-urgency">
            {card.status === 'signed' || card.status === 'overdue' ? null : (
              <Notice tone="amber" title="La carte d’urgence n’est pas signée">
                Aucun praticien de la maison ne l’a validée : au moindre doute, c’est le 15 ou un praticien.
              </Notice>
            )}
            <SignsQuestion
              inUse={card}
              error={ruling.failure?.title ?? null}
              onNo={ruling.ruleOut}
              onCard={() => runCommand('emergency')}
            />
          </section>
        )}
      </PanelBody>
      <PanelFoot>
        <CommandButton command="emergency" color="red" variant="light" />
        <CommandButton command="callbacks" px={10} variant="default">
          Rappeler
        </CommandButton>
      </PanelFoot>
    </>
  );
};
