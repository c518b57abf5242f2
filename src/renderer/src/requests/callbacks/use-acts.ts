import { useMutation } from '@tanstack/react-query';
import type { Callback, CallbackChange, CallbackOutcome, Owner } from '../../../../contract/callbacks.ts';
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

interface Act {
  readonly call: () => Promise<Callback>;
  readonly say: (after: Callback) => string;
  /** It stays among those to ring. */
  readonly stays: boolean;
}

/**
 * What a hand can do with a promised call; each ends in a visible success, or in the desk's own sentence. Said by the act
 * itself, not by the line: the news of it may have taken the line elsewhere before its own answer comes.
 */
export const useCallbackActs = (): CallbackActs => {
  const { mutate, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: ({ call }: Act) => call(),
    onSuccess: (after, { say, stays }) => {
      if (stays) keep(after);
      showSuccess(say(after));
    },
    onError: showError,
  });
  const at = ({ id, version }: Callback) => ({ id, version });
  const end = (row: Callback, outcome: CallbackOutcome, say: string, then?: () => void): void =>
    mutate(
      {
        call: () => client.callbacks.close({ ...at(row), outcome }),
        say: (after) => `${nameOf(after)} : ${say}`,
        stays: false,
      },
      { onSuccess: () => then?.() },
    );
  const change = (row: Callback, to: CallbackChange, say: string, then: () => void): void =>
    mutate(
      {
        call: () => client.callbacks.update({ ...at(row), ...to }),
        say: (after) => `${nameOf(after)} : ${say}`,
        stays: true,
      },
      { onSuccess: then },
    );
  return {
    pending: isPending,
    tried: (row) =>
      mutate({
        call: () => client.callbacks.tried(at(row)),
        say: (after) =>
          `${nameOf(after)} : pas de réponse, ${after.attempts}${after.attempts === 1 ? 'ᵉʳ' : 'ᵉ'} essai noté`,
        stays: true,
      }),
    kept: (row, said, then) => end(row, { kind: 'kept', said }, 'rappel tenu', then),
    unreachable: (row) => end(row, { kind: 'unreachable' }, 'injoignable, rappel clos'),
    withdrawn: (row) => end(row, { kind: 'withdrawn' }, 'rappel retiré'),
    give: (row, owner, then) => change(row, { owner }, 'rappel confié', then),
    postpone: (row, due, then) => change(row, { due }, 'échéance changée', then),
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
