import { useEffect, useState } from 'react';
import { many } from '../../../../contract/exchange-report.ts';
import { Failure } from '../Failure.tsx';
import { Foot } from '../Foot.tsx';
import { StepHead } from '../StepHead.tsx';
import { useTakeOver } from '../state.ts';
import { addFiles, goTo } from '../take-over.ts';
import { DropZone } from './DropZone.tsx';
import { ExpectedKinds } from './ExpectedKinds.tsx';
import { FictitiousHouse } from './FictitiousHouse.tsx';
import { FileList } from './FileList.tsx';
import './files.css';

/** A file dropped beside the zone would replace the page. */
const useNoStrayDrop = (): boolean => {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const hold = (event: DragEvent): void => {
      event.preventDefault();
      setDragging(event.type === 'dragover');
    };
    for (const type of ['dragover', 'dragleave', 'drop'] as const) window.addEventListener(type, hold);
    return () => {
      for (const type of ['dragover', 'dragleave', 'drop'] as const) window.removeEventListener(type, hold);
    };
  }, []);
  return dragging;
};

export const FilesStep = () => {
  const { files, inspections, work, failure } = useTakeOver();
  const dragging = useNoStrayDrop();
  const read = files.filter(({ state }) => state === 'read').length;
  const failed = files.filter(({ state }) => state === 'failed').length;
  const note =
    failed === 0
      ? ''
      : `${many(failed, 'fichier illisible sera laissé', 'fichiers illisibles seront laissés')} de côté.`;
  return (
    <>
      <div className="imp-body">
        <div className="imp-inner">
          <StepHead title="Les fichiers de l’ancien logiciel">
            {
              'Demandez-lui un export CSV de tout ce qu’il sait donner. Les fichiers restent sur ce poste ; rien n’est écrit avant la dernière étape.'
            }
          </StepHead>
          <FictitiousHouse />
          {failure === null ? null : <Failure failure={failure} onRetry={() => void addFiles([])} />}
          <div className="imp-files">
            <div>
              <DropZone dragging={dragging} small={files.length > 0} />
              <FileList files={files} inspections={inspections} />
            </div>
            <ExpectedKinds inspections={inspections} />
          </div>
        </div>
      </div>
      <Foot
        next={{
          label: 'Continuer',
          run: () => goTo('columns'),
          disabled: read === 0 || work !== null || failure !== null,
        }}
      >
        {note}
      </Foot>
    </>
  );
};
