import type { WaitlistEntry } from '../../../../contract/waitlist.ts';
import { ActButton } from '../../requests/callbacks/ActButton.tsx';

export interface Act {
  readonly key: string;
  readonly shown: string;
  readonly label: string;
  readonly main?: boolean;
  readonly run: () => void;
}

interface Runs {
  readonly call: () => void;
  readonly tried: () => void;
  readonly reconfirm: () => void;
  readonly reopen: () => void;
  readonly open: (form: 'close' | 'criteria' | 'limits') => void;
}

/** What may be done with a line from where it stands, the most likely first. A key that is not here does nothing. */
export const actsFor = ({ state }: WaitlistEntry, runs: Runs): readonly Act[] => {
  const call: Act = { key: 'Enter', shown: 'Entrée', label: 'Ouvrir l’appel', run: runs.call };
  const reopen: Act = { key: 'o', shown: 'O', label: 'Remettre sur la liste', main: true, run: runs.reopen };
  if (state === 'closed') return [reopen, call];
  const kept: readonly Act[] = [
    { key: 'x', shown: 'X', label: 'Fin…', run: () => runs.open('close') },
    { key: 'c', shown: 'C', label: 'Critères', run: () => runs.open('criteria') },
    { key: 'm', shown: 'M', label: 'Modifier', run: () => runs.open('limits') },
  ];
  if (state === 'unreachable') return [reopen, call, ...kept];
  return [
    { ...call, main: true },
    { key: 'n', shown: 'N', label: 'Pas de réponse', run: runs.tried },
    { key: 'r', shown: 'R', label: 'Toujours en recherche', run: runs.reconfirm },
    ...kept,
  ];
};

export const ActRow = ({ acts }: { readonly acts: readonly Act[] }) => (
  <footer className="wl-acts">
    {acts.map(({ key, shown, label, main, run }) => (
      <ActButton key={key} main={main === true} shortcut={shown} onAct={run}>
        {label}
      </ActButton>
    ))}
  </footer>
);
