import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import type { ImportProgress } from '../../../../contract/exchange.ts';
import { frenchNumber } from '../../../../contract/exchange-report.ts';
import { Foot } from '../Foot.tsx';
import { StepHead } from '../StepHead.tsx';
import { useTakeOver } from '../state.ts';
import { stop } from '../take-over.ts';
import './check.css';

const STAY = 'Ne fermez pas Parvis : s’il s’arrêtait, rien ne serait repris, et il suffirait de recommencer.';

interface WorkingProps {
  readonly work: 'checking' | 'applying';
}

const phases: Readonly<Record<ImportProgress['step'], string>> = {
  reading: 'Lecture des fichiers',
  checking: 'Vérification des lignes',
  writing: 'Écriture, en une seule fois',
  done: 'Terminé',
  stopped: 'Arrêt',
  failed: 'Arrêt',
};

/** Every line was looked at: what remains is compared as a whole. */
const isComparing = (progress: ImportProgress | null): boolean =>
  progress?.step === 'checking' && progress.total > 0 && progress.done > progress.total - LAST_LINES;
const LAST_LINES = 1000;

const phaseText = (progress: ImportProgress | null): string =>
  isComparing(progress) ? 'Recherche des doublons et des oublis' : phases[progress?.step ?? 'reading'];

/** How far the desk is. It can be stopped at any moment: what was begun is taken back whole. */
export const Working = ({ work }: WorkingProps) => {
  const progress = useTakeOver((state) => state.progress);
  const [stopping, setStopping] = useState(false);
  const known = progress !== null && progress.total > 0 && !isComparing(progress);
  const share = known ? Math.min(1, progress.done / progress.total) : 0;
  return (
    <>
      <div className="imp-body">
        <div className="imp-inner">
          <StepHead title={work === 'checking' ? 'Vérification en cours' : 'Reprise en cours'}>
            {work === 'checking'
              ? 'Parvis lit chaque ligne sans rien écrire. L’accueil peut continuer à travailler.'
              : 'Parvis vérifie une dernière fois, puis écrit d’un seul tenant : tout est repris, ou rien. L’accueil continue à lire les agendas ; un rendez-vous posé pendant l’écriture attend quelques secondes, puis s’enregistre.'}
          </StepHead>
          <div className="imp-working">
            <p aria-live="polite">{phaseText(progress)}</p>
            <Progress.Root size="lg">
              <Progress.Section value={known ? share * 100 : 100} animated={!known} aria-label="Avancement" />
            </Progress.Root>
            <small>
              {known ? `${frenchNumber(progress.done)} sur ${frenchNumber(progress.total)} lignes` : '\u00a0'}
            </small>
            <Button
              variant="default"
              loading={stopping}
              onClick={() => {
                setStopping(true);
                void stop();
              }}
            >
              Arrêter
            </Button>
          </div>
        </div>
      </div>
      <Foot>{work === 'checking' ? 'Rien n’est écrit.' : STAY}</Foot>
    </>
  );
};
