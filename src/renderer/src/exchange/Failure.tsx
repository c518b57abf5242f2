import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { TakeOverFailure } from './failure.ts';
import { goTo, resendAll } from './take-over.ts';

interface FailureProps {
  readonly failure: TakeOverFailure;
  readonly onRetry: () => void;
}

/** What happened, what is safe, and the one thing to do now. */
export const Failure = ({ failure, onRetry }: FailureProps) => (
  <section className="imp-failure" role="alert">
    <IconAlertTriangle size={20} stroke={1.8} aria-hidden="true" />
    <div>
      <h3>{failure.title}</h3>
      <p>{failure.body}</p>
    </div>
    <Button
      variant="default"
      c="var(--pv-red)"
      onClick={() => {
        if (failure.way === 'again') void resendAll();
        else if (failure.way === 'files') goTo('files');
        else onRetry();
      }}
    >
      {{ again: 'Renvoyer les fichiers', files: 'Revoir les fichiers', retry: 'Réessayer' }[failure.way]}
    </Button>
  </section>
);
