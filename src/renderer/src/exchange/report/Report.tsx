import type { ImportReport } from '../../../../contract/exchange.ts';
import { acceptedLines, many } from '../../../../contract/exchange-report.ts';
import { Failure } from '../Failure.tsx';
import { Foot } from '../Foot.tsx';
import { StepHead } from '../StepHead.tsx';
import { useTakeOver } from '../state.ts';
import { apply, goTo } from '../take-over.ts';
import { Counts } from './Counts.tsx';
import { Duplicates } from './Duplicates.tsx';
import { Oddities } from './Oddities.tsx';
import { Overlaps } from './Overlaps.tsx';
import { Refused } from './Refused.tsx';
import './report.css';

/** What would come out, to be read before anything is written. */
export const Report = ({ report }: { readonly report: ImportReport }) => {
  const { failure, stopped } = useTakeOver();
  const nothing = acceptedLines(report) === 0;
  return (
    <>
      <div className="imp-body">
        <div className="imp-inner">
          <StepHead title="Ce qui sera repris">
            {nothing
              ? 'Aucune ligne ne peut être reprise telle quelle. Rien n’est écrit.'
              : `${stopped ? 'Arrêté : tout est comme avant. ' : ''}${many(acceptedLines(report), 'ligne prête', 'lignes prêtes')}. Rien n’est encore écrit : lisez, puis décidez.`}
          </StepHead>
          {failure === null ? null : <Failure failure={failure} onRetry={() => void apply()} />}
          <Counts report={report} />
          <div className="imp-report">
            <Refused report={report} />
            <div className="imp-report-side">
              <Duplicates pairs={report.patients.likelyDuplicates} />
              <Overlaps codes={report.appointments.deliberateOverlaps} />
              <Oddities report={report} />
            </div>
          </div>
        </div>
      </div>
      <Foot
        back={{ label: 'Retour aux colonnes', run: () => goTo('columns') }}
        next={{
          label: 'Reprendre ces données',
          run: () => void apply(),
          disabled: nothing || failure?.way === 'again',
        }}
      >
        Tout est écrit d’un seul tenant, en quelques secondes : une fois écrit, cela ne s’annule pas.
      </Foot>
    </>
  );
};
