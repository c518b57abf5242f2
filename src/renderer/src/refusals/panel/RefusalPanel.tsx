import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RequestId } from '../../../../contract/ids.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Panel, PanelBody } from '../../ui/Panel.tsx';
import type { RefusalDraft } from '../draft.ts';
import { leaveRefusal } from '../go.ts';
import { useHand } from '../hand.ts';
import { DoneStep } from './DoneStep.tsx';
import { RefusalSteps } from './RefusalSteps.tsx';
import './panel.css';

const Inside = ({ draft }: { readonly draft: RefusalDraft }) => {
  const { requestId } = draft;
  const request = useQuery(api.requests.get.queryOptions({ input: { id: requestId } }));
  const card = useQuery(api.urgency.card.queryOptions());
  const urgency = useQuery(api.urgency.ofRequest.queryOptions({ input: { requestId } }));
  const practitioners = usePractitioners();
  const named = practitioners.find(({ id }) => id === request.data?.practitionerId);
  const whoCan = useQuery(
    api.refusals.whoCan.queryOptions({
      input: {
        requestId,
        homeVisit: draft.homeVisit,
        // Nobody said of which profession: a médecin, as everywhere at this desk.
        profession: request.data?.profession ?? named?.profession ?? 'general-practitioner',
      },
      enabled: request.data !== undefined && practitioners.length > 0,
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  );
  const failed = [request, card, urgency, whoCan].find(({ isError }) => isError);
  if (failed !== undefined) {
    const { title, body } = errorText(failed.error);
    return (
      <PanelBody>
        <Notice tone="red" title={title}>
          {body}
        </Notice>
      </PanelBody>
    );
  }
  if (
    request.data === undefined ||
    card.data === undefined ||
    urgency.data === undefined ||
    whoCan.data === undefined
  )
    return <PanelBody />;
  if (draft.recorded !== null)
    return <DoneStep draft={draft} request={request.data} recorded={draft.recorded} />;
  return (
    <RefusalSteps
      draft={draft}
      request={request.data}
      card={card.data}
      urgency={urgency.data}
      standings={whoCan.data}
    />
  );
};

/** F6: from the question of urgency to the paper in the person's hand, on the request in hand. */
export const RefusalPanel = ({ requestId }: { readonly requestId: RequestId }) => {
  const draft = useHand(({ drafts }) => drafts.get(requestId) ?? null);
  const close = usePanel((state) => state.close);
  useCommand('back', () => leaveRefusal(requestId));
  if (draft === null) return null;
  return (
    <Panel title="Refus et orientation" onClose={close}>
      <Inside draft={draft} />
    </Panel>
  );
};
