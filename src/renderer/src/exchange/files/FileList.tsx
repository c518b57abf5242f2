import { CloseButton, Progress } from '@mantine/core';
import type { FileInspection } from '../../../../contract/exchange.ts';
import { many } from '../../../../contract/exchange-report.ts';
import { roleLabels } from '../../../../contract/exchange-words.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import type { ChosenFile } from '../state.ts';
import { removeFile } from '../take-over.ts';
import { sizeText } from '../words.ts';

interface FileListProps {
  readonly files: readonly ChosenFile[];
  readonly inspections: readonly FileInspection[];
}

export const FileList = ({ files, inspections }: FileListProps) =>
  files.length === 0 ? null : (
    <ul className="imp-file-list" aria-label="Fichiers choisis">
      {files.map((chosen) => (
        <FileLine
          key={chosen.file.name}
          chosen={chosen}
          inspection={inspections.find(({ name }) => name === chosen.file.name) ?? null}
        />
      ))}
    </ul>
  );

interface FileLineProps {
  readonly chosen: ChosenFile;
  readonly inspection: FileInspection | null;
}

const FileLine = ({ chosen, inspection }: FileLineProps) => {
  const { file, state, sent, failure } = chosen;
  return (
    <li className="imp-file-line" data-state={state}>
      <div className="imp-file-main">
        <b className="imp-file-name">{file.name}</b>
        <small className="imp-file-size">
          {sizeText(file.size)}
          {inspection === null ? null : ` · ${many(inspection.lines, 'ligne')}`}
        </small>
        {state === 'sending' ? (
          <Progress
            size="sm"
            value={file.size === 0 ? 0 : (sent / file.size) * 100}
            aria-label={`Lecture de ${file.name}`}
          />
        ) : null}
        {failure === null ? null : (
          <p className="imp-file-failure" role="alert">
            <b>{failure.title}.</b> {failure.body}
          </p>
        )}
      </div>
      <FileState state={state} inspection={inspection} />
      <CloseButton
        aria-label={`Retirer ${file.name}`}
        disabled={state === 'sending' || state === 'waiting'}
        onClick={() => void removeFile(file.name)}
      />
    </li>
  );
};

const FileState = ({
  state,
  inspection,
}: {
  readonly state: ChosenFile['state'];
  readonly inspection: FileInspection | null;
}) => {
  if (state === 'failed')
    return (
      <StatusChip tone="red" shape="cross">
        Illisible
      </StatusChip>
    );
  if (inspection === null)
    return (
      <StatusChip tone="grey" shape="ring">
        {state === 'waiting' ? 'En attente' : 'Lecture…'}
      </StatusChip>
    );
  if (inspection.role === 'ignored')
    return (
      <StatusChip tone="amber" shape="triangle">
        Non reconnu
      </StatusChip>
    );
  return (
    <StatusChip tone="brand" shape="check">
      {roleLabels[inspection.role]}
    </StatusChip>
  );
};
