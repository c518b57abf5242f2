import { IconCheck } from '@tabler/icons-react';
import type { Step } from './draft.ts';

const labels: Readonly<Record<Step, string>> = {
  house: 'La maison',
  practitioners: 'Les praticiens',
  staff: 'À l’accueil',
  code: 'Le code de récupération',
};

/** Where one stands in the assistant. */
export const StepTrail = ({
  steps,
  current,
}: {
  readonly steps: readonly Step[];
  readonly current: Step;
}) => {
  const at = steps.indexOf(current);
  return (
    <ol className="fs-trail">
      {steps.map((step, index) => (
        <li key={step} data-done={index < at || undefined} aria-current={index === at ? 'step' : undefined}>
          <span aria-hidden="true">{index < at ? <IconCheck size={13} stroke={3} /> : index + 1}</span>
          {labels[step]}
        </li>
      ))}
    </ol>
  );
};
