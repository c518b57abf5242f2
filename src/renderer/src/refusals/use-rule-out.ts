import { useMutation } from '@tanstack/react-query';
import type { DeskRequest } from '../../../contract/requests.ts';
import type { UrgencyCardToday } from '../../../contract/urgency.ts';
import { client } from '../api/client.ts';
import { type ErrorText, errorText } from '../api/error-text.ts';
import { refresh } from '../api/live.ts';
import { queryClient } from '../api/query.ts';
import { useStation } from '../app/station.ts';
import { withUrgencyOut } from './draft.ts';
import { changeRefusal } from './hand.ts';

interface RuleOut {
  readonly failure: ErrorText | null;
  ruleOut(): void;
}

/** « Non, aucun signe » : written down at once, for nothing else may come before. */
export const useRuleOut = (request: DeskRequest, { inForce }: UrgencyCardToday): RuleOut => {
  const staffId = useStation((state) => state.actorId);
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      client.urgency.record({
        key: crypto.randomUUID(),
        at: Date.now(),
        what: 'ruled-out',
        requestId: request.id,
        requestOpenedAt: request.openedAt,
        staffId,
        cardId: inForce.id,
      }),
    onSuccess: () => {
      changeRefusal(request.id, withUrgencyOut);
      void refresh(queryClient, ['urgency']);
    },
  });
  return {
    failure: mutation.isError ? errorText(mutation.error) : null,
    ruleOut: () => {
      if (!mutation.isPending) mutation.mutate();
    },
  };
};
