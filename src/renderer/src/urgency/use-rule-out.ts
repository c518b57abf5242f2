import { useMutation } from '@tanstack/react-query';
import type { DeskRequest } from '../../../contract/requests.ts';
import type { UrgencyCard } from '../../../contract/urgency.ts';
import { client } from '../api/client.ts';
import { type ErrorText, errorText } from '../api/error-text.ts';
import { refresh } from '../api/live.ts';
import { queryClient } from '../api/query.ts';
import { useStation } from '../app/station.ts';

interface RuleOut {
  readonly failure: ErrorText | null;
  ruleOut(): void;
}

/**
 * « Non, aucun signe » : written down at once, for nothing else may come before.
 * @param cardId the card that was on screen; null: the example @param onDone once it is written
 */
export const useRuleOut = (
  request: Pick<DeskRequest, 'id' | 'openedAt'>,
  cardId: UrgencyCard['id'],
  onDone?: () => void,
): RuleOut => {
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
        cardId,
      }),
    onSuccess: () => {
      onDone?.();
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
