import { ShapeMark } from '../ui/StatusChip.tsx';
import { type Step, steps } from './state.ts';

const labels: Readonly<Record<Step, string>> = {
  files: 'Fichiers',
  columns: 'Colonnes',
  check: 'Vérification',
  outcome: 'Reprise',
};

/** Where we are. Going back is done by the buttons below, which say what they do. */
export const Steps = ({ current }: { readonly current: Step }) => {
  const at = steps.indexOf(current);
  return (
    <ol className="imp-steps" aria-label="Étapes">
      {steps.map((step, index) => {
        const done = index < at || current === 'outcome';
        return (
          <li
            key={step}
            data-state={done ? 'done' : index === at ? 'on' : 'to-come'}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className="imp-step-mark" aria-hidden="true">
              {done ? <ShapeMark shape="check" /> : index + 1}
            </span>
            {labels[step]}
            {done ? <span className="pv-sr-only"> (fait)</span> : null}
          </li>
        );
      })}
    </ol>
  );
};
