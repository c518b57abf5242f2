import { Failure } from '../Failure.tsx';
import { Foot } from '../Foot.tsx';
import { StepHead } from '../StepHead.tsx';
import { useTakeOver } from '../state.ts';
import { check, goTo } from '../take-over.ts';

/** Stopped on purpose, or by a failure: either way nothing was written. */
export const Interrupted = () => {
  const failure = useTakeOver((state) => state.failure);
  return (
    <>
      <div className="imp-body">
        <div className="imp-inner">
          {failure === null ? (
            <StepHead title="Vérification arrêtée">
              Rien n’a été écrit, les fichiers et les colonnes sont gardés : reprenez quand vous voulez.
            </StepHead>
          ) : (
            <>
              <StepHead title="La vérification n’a pas abouti" />
              <Failure failure={failure} onRetry={() => void check()} />
            </>
          )}
        </div>
      </div>
      <Foot
        back={{ label: 'Retour aux colonnes', run: () => goTo('columns') }}
        {...(failure === null ? { next: { label: 'Vérifier de nouveau', run: () => void check() } } : {})}
      />
    </>
  );
};
