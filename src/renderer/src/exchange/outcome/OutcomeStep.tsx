import type { ImportOutcome, ImportReport } from '../../../../contract/exchange.ts';
import { navigate } from '../../app/router.ts';
import { Count } from '../report/Counts.tsx';
import { Refused } from '../report/Refused.tsx';
import '../report/report.css';
import { refusedLines } from '../../../../contract/exchange-report.ts';
import { Foot } from '../Foot.tsx';
import { StepHead } from '../StepHead.tsx';
import { useTakeOver } from '../state.ts';
import { leave } from '../take-over.ts';
import { NextSteps } from './NextSteps.tsx';
import './outcome.css';

/** What was done, in one sentence. */
const summary = ({ created, updated, keptBecauseChangedHere: kept }: ImportOutcome): string => {
  if (created + updated + kept === 0)
    return 'Tout ce que contiennent ces fichiers était déjà repris : rien n’a changé.';
  if (created > 0 && updated + kept === 0) return 'L’agenda de la maison est prêt.';
  return 'L’agenda de la maison est à jour.';
};

export const OutcomeStep = () => {
  const { outcome, report } = useTakeOver();
  return outcome === null || report === null ? null : <Outcome outcome={outcome} report={report} />;
};

interface OutcomeProps {
  readonly outcome: ImportOutcome;
  readonly report: ImportReport;
}

const Outcome = ({ outcome, report }: OutcomeProps) => {
  const { created, updated, unchanged, keptBecauseChangedHere: kept } = outcome;
  const changed = created + updated > 0;
  return (
    <>
      <div className="imp-body">
        <div className="imp-inner">
          <StepHead title={changed ? 'C’est repris' : 'Rien n’a changé'}>{summary(outcome)}</StepHead>
          <section className="imp-counts imp-outcome" aria-label="Résultat">
            <Count n={created} label={created < 2 ? 'créé' : 'créés'} />
            <Count n={updated} label="mis à jour" />
            <Count n={unchanged} label={unchanged < 2 ? 'inchangé' : 'inchangés'} />
            <Count n={kept} label={kept < 2 ? 'gardé, car modifié ici' : 'gardés, car modifiés ici'}>
              {kept === 0 ? null : (
                <span>L’accueil les a changés depuis la dernière reprise : sa version reste.</span>
              )}
            </Count>
          </section>
          <div className="imp-report">
            {refusedLines(report).length === 0 ? null : <Refused report={report} />}
            {created === 0 ? null : <NextSteps report={report} />}
          </div>
        </div>
      </div>
      <Foot
        back={{ label: 'Reprendre d’autres fichiers', run: leave }}
        next={{ label: 'Voir la journée', run: () => navigate('journee') }}
      >
        Les mêmes fichiers peuvent être repris de nouveau sans rien doubler.
      </Foot>
    </>
  );
};
