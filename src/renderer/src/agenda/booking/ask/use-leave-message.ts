import { useMutation } from '@tanstack/react-query';
import { type ErrorText, errorText } from '../../../api/error-text.ts';
import { showSuccess } from '../../../app/notify.ts';
import { useNow, useZone } from '../../../app/now.ts';
import { deadlineText } from '../../../requests/due.ts';
import { useOwners } from '../../../requests/owner.ts';
import { changeDraftOf } from '../call.ts';
import { type Draft, withAchieved, withRequest } from '../draft.ts';
import { forgetRequest, keepRequest } from '../request-line.ts';

interface LeaveMessage {
  readonly pending: boolean;
  readonly failure: ErrorText | null;
  leave(draft: Draft): void;
}

/** The message waits with whom it is for; the request stays open until it is answered. */
export const useLeaveMessage = (): LeaveMessage => {
  const now = useNow();
  const zone = useZone();
  const owners = useOwners();
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: keepRequest,
    onSuccess: (request, draft) => {
      forgetRequest(draft.key);
      const to = owners.nameOf(request.owner);
      const inHand = changeDraftOf(draft.key, (current) =>
        withAchieved(withRequest(current, request), {
          title: `Message laissé : ${to}`,
          say: `C’est transmis, vous aurez une réponse avant ${deadlineText(request.due, now, zone)}.`,
          note: 'La demande reste ouverte jusqu’à la réponse : elle attend dans « À rappeler ».',
        }),
      );
      if (!inHand) showSuccess(`Message de l’appel précédent laissé : ${to}`);
    },
  });
  return {
    pending: mutation.isPending,
    failure: mutation.isError ? errorText(mutation.error) : null,
    leave: (draft) => {
      if (!mutation.isPending) mutation.mutate(draft);
    },
  };
};
