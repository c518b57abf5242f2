/** A line becomes what is proposed, or is set aside; the next one that waits is then under the cursor. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReturnLineId } from '../../../../contract/ids.ts';
import type { AsideReason, LineCells, ReturnLine } from '../../../../contract/night-return.ts';
import { client } from '../../api/client.ts';
import { errorText, isFailure } from '../../api/error-text.ts';
import { refresh } from '../../api/live.ts';
import { queryClient } from '../../api/query.ts';
import type { Proposal } from './proposal.ts';
import { forgetChoice } from './state.ts';
import { problemTexts } from './words.ts';

type Act =
  | { readonly kind: 'accept'; readonly proposal: Exclude<Proposal, { what: 'aside' }> }
  | { readonly kind: 'aside'; readonly reason: AsideReason }
  | { readonly kind: 'correct'; readonly cells: LineCells };

interface Done {
  readonly line: Pick<ReturnLine, 'id' | 'version'>;
  readonly act: Act;
}

const ask = ({ line: { id, version }, act }: Done): Promise<ReturnLine> => {
  switch (act.kind) {
    case 'accept': {
      const { what, patientId, confirmedNew, place } = act.proposal;
      return client.handover.settle({
        id,
        version,
        what,
        patientId,
        confirmedNew,
        ...(place === undefined ? {} : { place }),
      });
    }
    case 'aside':
      return client.handover.setAside({ id, version, reason: act.reason });
    case 'correct':
      return client.handover.correct({ id, version, cells: act.cells });
  }
};

const said = (error: unknown): string => {
  const [field] = isFailure(error, 'INVALID_INPUT')?.fields ?? [];
  const own =
    field === undefined ? undefined : (problemTexts as Readonly<Record<string, string>>)[field.code];
  const { title, body } = errorText(error);
  return own ?? `${title}. ${body}`;
};

export const useSettle = (onSettled: (line: ReturnLine) => void) => {
  const [failure, setFailure] = useState<{ readonly id: ReturnLineId; readonly said: string } | null>(null);
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: ask,
    onSuccess: async (line, { act }) => {
      setFailure(null);
      forgetChoice(line.id);
      await refresh(queryClient, ['handover']);
      if (act.kind !== 'correct') onSettled(line);
    },
    onError: async (error, { line }) => {
      setFailure({ id: line.id, said: said(error) });
      // Somebody else's booking or correction may be the reason: the line is shown as it is now.
      await refresh(queryClient, ['handover']);
    },
  });
  return {
    failure,
    pending: mutation.isPending,
    /** A second key before the answer means the same line: it is left alone. */
    act: (done: Done, then?: () => void) => {
      if (!mutation.isPending) mutation.mutate(done, then === undefined ? {} : { onSuccess: then });
    },
  };
};
