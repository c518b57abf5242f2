import { useMutation } from '@tanstack/react-query';
import type { SaidEnd, WaitlistEntry, WaitlistLine } from '../../../contract/waitlist.ts';
import { api, queryClient } from '../api/query.ts';
import { showError, showSuccess } from '../app/notify.ts';
import { saidEnds } from './words.ts';

const nameOf = ({ patient }: WaitlistEntry): string => patient.displayName;
const at = ({ id, version }: WaitlistEntry) => ({ id, version });

/** At once, before the news of it comes: a second key on the same line would be too late for the desk otherwise. */
const keep = (entry: WaitlistEntry): void => {
  for (const queryKey of [api.waitlist.list.key(), api.waitlist.toReconfirm.key()])
    queryClient.setQueriesData<readonly WaitlistLine[]>({ queryKey }, (lines) =>
      lines?.map((line) => (line.entry.id === entry.id ? { ...line, entry } : line)),
    );
};

export interface EntryActs {
  readonly pending: boolean;
  tried(entry: WaitlistEntry): void;
  reconfirm(entry: WaitlistEntry): void;
  close(entry: WaitlistEntry, end: SaidEnd, then: () => void): void;
  reopen(entry: WaitlistEntry): void;
}

/**
 * What a hand does with a place on a list; each ends in a visible success, or in the desk's own sentence. A key held too long
 * says its act once; another key is never lost to it.
 */
export const useEntryActs = (): EntryActs => {
  const tried = useMutation(
    api.waitlist.tried.mutationOptions({
      onSuccess: (entry) => {
        keep(entry);
        showSuccess(
          entry.state === 'unreachable'
            ? `${nameOf(entry)} : injoignable après ${entry.attempts} essais, gardée sous la liste`
            : `${nameOf(entry)} : pas de réponse, ${entry.attempts}${entry.attempts === 1 ? 'ᵉʳ' : 'ᵉ'} essai noté`,
        );
      },
      onError: showError,
    }),
  );
  const reconfirm = useMutation(
    api.waitlist.reconfirm.mutationOptions({
      onSuccess: (entry) => {
        keep(entry);
        showSuccess(`${nameOf(entry)} : toujours en recherche, sa place est gardée`);
      },
      onError: showError,
    }),
  );
  const close = useMutation(api.waitlist.close.mutationOptions({ onError: showError }));
  const reopen = useMutation(
    api.waitlist.reopen.mutationOptions({
      onSuccess: (entry) => {
        keep(entry);
        showSuccess(`${nameOf(entry)} : de nouveau sur la liste, avec son ancienneté`);
      },
      onError: showError,
    }),
  );
  return {
    pending: tried.isPending || reconfirm.isPending || close.isPending || reopen.isPending,
    tried: (entry) => {
      if (!tried.isPending) tried.mutate(at(entry));
    },
    reconfirm: (entry) => {
      if (!reconfirm.isPending) reconfirm.mutate(at(entry));
    },
    close: (entry, end, then) =>
      close.mutate(
        { ...at(entry), end },
        {
          onSuccess: () => {
            showSuccess(`${nameOf(entry)} : ${saidEnds[end].toLocaleLowerCase('fr-FR')}, inscription close`);
            then();
          },
        },
      ),
    reopen: (entry) => {
      if (!reopen.isPending) reopen.mutate(at(entry));
    },
  };
};
