import { useMutation } from '@tanstack/react-query';
import type { Callback, Owner } from '../../../../contract/callbacks.ts';
import type { DeskRequest } from '../../../../contract/requests.ts';
import type { Instant } from '../../../../contract/time.ts';
import { client } from '../../api/client.ts';
import { api, queryClient } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';

type Named = Pick<Callback, 'patient' | 'callerName'> & Partial<Pick<Callback, 'answersProfessional'>>;

const nameOf = ({ patient, callerName, answersProfessional = false }: Named): string =>
  (answersProfessional ? callerName : patient?.displayName) ?? callerName ?? 'Personne non précisée';

export interface CallbackActs {
  readonly pending: boolean;
  tried(row: Callback): void;
  /** @param then when it is done: the line goes */
  kept(row: Callback, said: string, then: () => void): void;
  unreachable(row: Callback): void;
  withdrawn(row: Callback): void;
  give(row: Callback, owner: Owner, then: () => void): void;
  postpone(row: Callback, due: Instant, then: () => void): void;
}

/** At once, before the news of it comes: a second key on the same line would be too late for the desk otherwise. */
const keep = (row: Callback): void => {
  queryClient.setQueryData(api.callbacks.pending.queryKey(), (rows) =>
    rows?.map((one) => (one.id === row.id ? row : one)),
  );
};

/** What a hand can do with a promised call; each ends in a visible success, or in the desk's own sentence. */
export const useCallbackActs = (): CallbackActs => {
  const tried = useMutation(
    api.callbacks.tried.mutationOptions({
      onSuccess: (row) => {
        keep(row);
        showSuccess(
          `${nameOf(row)} : pas de réponse, ${row.attempts}${row.attempts === 1 ? 'ᵉʳ' : 'ᵉ'} essai noté`,
        );
      },
      onError: showError,
    }),
  );
  const close = useMutation(api.callbacks.close.mutationOptions({ onError: showError }));
  const update = useMutation(api.callbacks.update.mutationOptions({ onSuccess: keep, onError: showError }));
  const at = ({ id, version }: Callback) => ({ id, version });
  return {
    pending: tried.isPending || close.isPending || update.isPending,
    tried: (row) => tried.mutate(at(row)),
    kept: (row, said, then) =>
      close.mutate(
        { ...at(row), outcome: { kind: 'kept', said } },
        {
          onSuccess: () => {
            showSuccess(`${nameOf(row)} : rappel tenu`);
            then();
          },
        },
      ),
    unreachable: (row) =>
      close.mutate(
        { ...at(row), outcome: { kind: 'unreachable' } },
        { onSuccess: () => showSuccess(`${nameOf(row)} : injoignable, rappel clos`) },
      ),
    withdrawn: (row) =>
      close.mutate(
        { ...at(row), outcome: { kind: 'withdrawn' } },
        { onSuccess: () => showSuccess(`${nameOf(row)} : rappel retiré`) },
      ),
    give: (row, owner, then) =>
      update.mutate(
        { ...at(row), owner },
        {
          onSuccess: () => {
            showSuccess(`${nameOf(row)} : rappel confié`);
            then();
          },
        },
      ),
    postpone: (row, due, then) =>
      update.mutate(
        { ...at(row), due },
        {
          onSuccess: () => {
            showSuccess(`${nameOf(row)} : échéance changée`);
            then();
          },
        },
      ),
  };
};

interface Answer {
  readonly row: DeskRequest;
  readonly said: string;
  /** Null: the person has had the answer. */
  readonly ring: { readonly due: Instant; readonly owner: Owner | null } | null;
}

/** A practitioner answered a message: the person is to be rung, or knows already. */
export const useAnswer = (onDone: (request: DeskRequest) => void) =>
  useMutation({
    networkMode: 'always',
    mutationFn: ({ row: { id, version }, said, ring }: Answer) =>
      client.requests.close({
        id,
        version,
        outcome:
          ring === null
            ? { kind: 'answered', said }
            : {
                kind: 'callback',
                callback: {
                  about: said,
                  due: ring.due,
                  ...(ring.owner === null ? {} : { owner: ring.owner }),
                },
              },
      }),
    onSuccess: (request, { row, ring }) => {
      showSuccess(
        ring === null ? `${nameOf(row)} : réponse enregistrée` : `${nameOf(row)} : réponse reçue, à rappeler`,
      );
      onDone(request);
    },
    onError: showError,
  });

/** Whose message it is may change: a colleague answers for whoever is away. */
export const useGiveMessage = () =>
  useMutation({
    networkMode: 'always',
    mutationFn: ({ row: { id, version }, owner }: { readonly row: DeskRequest; readonly owner: Owner }) =>
      client.requests.update({ id, version, owner }),
    onSuccess: (_, { row }) => showSuccess(`${nameOf(row)} : message confié`),
    onError: showError,
  });
