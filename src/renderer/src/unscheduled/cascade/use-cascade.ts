import { useMutation, useQuery } from '@tanstack/react-query';
import type { RequestId } from '../../../../contract/ids.ts';
import type { Cascade, CascadeStepKind } from '../../../../contract/unscheduled.ts';
import { client } from '../../api/client.ts';
import { type ErrorText, errorText } from '../../api/error-text.ts';
import { api, queryClient } from '../../api/query.ts';

interface CascadeInHand {
  /** Null until the desk has looked. */
  readonly cascade: Cascade | null;
  readonly failure: ErrorText | null;
  pass(step: CascadeStepKind): void;
}

/** Looked at again whenever a place is taken or comes free; what had nothing to offer is ticked by the desk. */
export const useCascade = (requestId: RequestId): CascadeInHand => {
  const options = api.unscheduled.walk.queryOptions({ input: { requestId }, staleTime: 0 });
  const query = useQuery(options);
  const passing = useMutation({
    networkMode: 'always',
    mutationFn: (step: CascadeStepKind) => client.unscheduled.pass({ requestId, step }),
    onSuccess: (after) => {
      queryClient.setQueryData(options.queryKey, after);
    },
  });
  const error = passing.error ?? query.error;
  return {
    cascade: query.data ?? null,
    failure: error === null ? null : errorText(error),
    pass: (step) => {
      if (!passing.isPending) passing.mutate(step);
    },
  };
};
