import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type ComponentType, useEffect, useRef } from 'react';
import { guardLeaving, navigate } from '../app/router.ts';
import { CheckStep } from './check/CheckStep.tsx';
import { ColumnsStep } from './columns/ColumnsStep.tsx';
import { FilesStep } from './files/FilesStep.tsx';
import { OutcomeStep } from './outcome/OutcomeStep.tsx';
import { Steps } from './Steps.tsx';
import { isUnderWay, now, type Step, useTakeOver } from './state.ts';
import './exchange.css';
import { leave } from './take-over.ts';

const bodies: Readonly<Record<Step, ComponentType>> = {
  files: FilesStep,
  columns: ColumnsStep,
  check: CheckStep,
  outcome: OutcomeStep,
};

const QUESTION = 'leave-take-over';

const askToLeave = (go: () => void): void => {
  const writing = now().work === 'applying';
  modals.openConfirmModal({
    modalId: QUESTION,
    title: writing ? 'Les données sont en train d’être écrites' : 'Quitter la reprise ?',
    children: writing
      ? 'L’écriture se termine d’elle-même dans quelques secondes, que vous restiez ou non. Restez pour lire le résultat.'
      : 'Rien n’a été écrit. Les fichiers choisis seront oubliés ; les colonnes corrigées seront retenues pour la prochaine fois.',
    labels: { confirm: writing ? 'Quitter quand même' : 'Quitter sans reprendre', cancel: 'Rester' },
    confirmProps: { variant: 'default', c: 'var(--pv-red)' },
    // Enter keeps what is there.
    cancelProps: { variant: 'filled', 'data-autofocus': true },
    onConfirm: () => {
      leave();
      go();
    },
  });
};

/** Without being asked, a browser would close the page on files that were chosen and checked. */
const stayOnUnload = (event: BeforeUnloadEvent): void => event.preventDefault();

const useGuardedWork = (): void => {
  const underWay = useTakeOver(isUnderWay);
  useEffect(() => {
    if (!underWay) return;
    const lift = guardLeaving(askToLeave);
    window.addEventListener('beforeunload', stayOnUnload);
    return () => {
      lift();
      // All is written by now, or all was left: nothing is asked any more.
      modals.close(QUESTION);
      window.removeEventListener('beforeunload', stayOnUnload);
    };
  }, [underWay]);
};

/** « Reprendre un ancien agenda »: files, columns, a dry run, then everything at once. */
export const ExchangeScreen = () => {
  const step = useTakeOver((state) => state.step);
  const root = useRef<HTMLDivElement>(null);
  useGuardedWork();
  // What is done is done: coming back later begins a new take-over.
  useEffect(
    () => () => {
      if (now().step === 'outcome') leave();
    },
    [],
  );
  const Body = bodies[step];
  // Wherever the focus is, and it is nowhere for a moment when a dialog closes: the key is shown on its button.
  useEffect(() => {
    const pressMain = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      root.current?.querySelector<HTMLButtonElement>('[data-main-action]:not(:disabled)')?.click();
    };
    window.addEventListener('keydown', pressMain);
    return () => window.removeEventListener('keydown', pressMain);
  }, []);
  return (
    <div className="imp" ref={root}>
      <header className="imp-head">
        <div className="imp-head-inner">
          <h1>Reprendre un ancien agenda</h1>
          <Steps current={step} />
          {step === 'outcome' ? null : (
            <Button variant="subtle" color="gray" onClick={() => navigate('reglages')}>
              Quitter
            </Button>
          )}
        </div>
      </header>
      <Body key={step} />
    </div>
  );
};
