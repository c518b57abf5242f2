import { useMutation } from '@tanstack/react-query';
import type { Redirection, RedirectionStep } from '../../../contract/redirections.ts';
import type { Instant } from '../../../contract/time.ts';
import { api } from '../api/query.ts';
import { showError, showSuccess } from '../app/notify.ts';
import { whomText } from './text.ts';

const said = (row: Redirection, step: RedirectionStep): string => {
  const whom = whomText(row);
  const goesOn = row.takenUpBy === null ? '' : ' La demande est rouverte.';
  switch (step) {
    case 'tried':
      return `${whom} : pas de réponse, ${row.attempts}${row.attempts === 1 ? 'ᵉʳ' : 'ᵉ'} essai noté`;
    case 'contacted':
      return `${whom} : joint, réponse à venir`;
    case 'accepted':
      return `${whom} : accepte`;
    case 'full':
      return `${whom} : complet.${goesOn}`;
    case 'unreachable':
      return `${whom} : injoignable.${goesOn}`;
    case 'not-gone':
      return `${whom} : la personne n’y est pas allée`;
  }
};

/** What a hand can do with somebody sent on; each ends in a visible success, or in the desk's own sentence. */
export const useRedirectionActs = () => {
  const step = useMutation(api.redirections.step.mutationOptions({ onError: showError }));
  const postpone = useMutation(api.redirections.postpone.mutationOptions({ onError: showError }));
  const at = ({ id, version }: Redirection) => ({ id, version });
  return {
    pending: step.isPending || postpone.isPending,
    step: (row: Redirection, taken: RedirectionStep): void =>
      step.mutate({ ...at(row), step: taken }, { onSuccess: (after) => showSuccess(said(after, taken)) }),
    postpone: (row: Redirection, due: Instant, then: () => void): void =>
      postpone.mutate(
        { ...at(row), due },
        {
          onSuccess: () => {
            showSuccess(`${whomText(row)} : date de réponse changée`);
            then();
          },
        },
      ),
  };
};
