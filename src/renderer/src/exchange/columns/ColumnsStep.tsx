import { useState } from 'react';
import type { FileInspection } from '../../../../contract/exchange.ts';
import { many } from '../../../../contract/exchange-report.ts';
import { fieldLabel, roleLabels } from '../../../../contract/exchange-words.ts';
import { ShapeMark } from '../../ui/StatusChip.tsx';
import { Failure } from '../Failure.tsx';
import { Foot } from '../Foot.tsx';
import { StepHead } from '../StepHead.tsx';
import { incomplete, taken, useTakeOver } from '../state.ts';
import { check, goTo } from '../take-over.ts';
import { FileColumns } from './FileColumns.tsx';
import './columns.css';

const isComplete = ({ role, missing }: FileInspection): boolean => role !== 'ignored' && missing.length === 0;

/** What keeps us from going on, or null. */
const obstacle = (inspections: readonly FileInspection[]): string | null => {
  if (taken(inspections).length === 0)
    return 'Aucun fichier n’est à reprendre : dites ce que contient au moins l’un d’eux.';
  const [first, ...others] = incomplete(inspections);
  if (first === undefined) return null;
  const fields = first.missing.map((field) => fieldLabel(first.role, field)).join(', ');
  const more = others.length === 0 ? '' : ` (et ${many(others.length, 'autre fichier', 'autres fichiers')})`;
  return `Il manque dans ${first.name} : ${fields}${more}.`;
};

export const ColumnsStep = () => {
  const { inspections, work, failure } = useTakeOver();
  const [picked, setPicked] = useState<string | null>(null);
  // What needs a hand comes first.
  const current =
    inspections.find(({ name }) => name === picked) ??
    incomplete(inspections)[0] ??
    inspections.find(({ role }) => role === 'ignored') ??
    inspections[0];
  const hindered = obstacle(inspections);
  return (
    <>
      <div className="imp-body">
        <div className="imp-inner">
          <StepHead title="Les colonnes">
            {
              'Regardez les premières lignes et corrigez ce qui tombe à côté : Parvis s’en souviendra au prochain export.'
            }
          </StepHead>
          {failure === null ? null : <Failure failure={failure} onRetry={() => goTo('columns')} />}
          <div className="imp-columns">
            <nav className="imp-file-tabs" aria-label="Fichiers">
              {inspections.map((inspection) => (
                <button
                  key={inspection.name}
                  type="button"
                  aria-current={inspection === current ? 'true' : undefined}
                  onClick={() => setPicked(inspection.name)}
                >
                  <span data-state={tabState(inspection)}>
                    <ShapeMark shape={tabShape[tabState(inspection)]} />
                  </span>
                  <span className="imp-file-tab-text">
                    <b>{inspection.name}</b>
                    <small>
                      {roleLabels[inspection.role]}
                      {tabState(inspection) === 'missing' ? ' · à compléter' : ''}
                    </small>
                  </span>
                </button>
              ))}
            </nav>
            {current === undefined ? null : (
              <FileColumns key={current.name} inspection={current} onTouch={() => setPicked(current.name)} />
            )}
          </div>
        </div>
      </div>
      <Foot
        back={{ label: 'Retour aux fichiers', run: () => goTo('files') }}
        next={{
          label: 'Vérifier',
          run: () => void check(),
          disabled: hindered !== null || work !== null || failure !== null,
        }}
      >
        {hindered ?? 'Vérifier n’écrit rien.'}
      </Foot>
    </>
  );
};

const tabState = (inspection: FileInspection): 'complete' | 'missing' | 'ignored' =>
  inspection.role === 'ignored' ? 'ignored' : isComplete(inspection) ? 'complete' : 'missing';
const tabShape = { complete: 'check', missing: 'triangle', ignored: 'ring' } as const;
