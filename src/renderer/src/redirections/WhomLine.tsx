import type { DirectoryEntry } from '../../../contract/directory.ts';
import { entryName, whatItIs } from '../../../contract/directory-words.ts';
import type { EntryOutcomes } from '../../../contract/redirections.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { badNews, countsText } from './text.ts';

interface Props {
  readonly entry: DirectoryEntry;
  readonly outcomes: EntryOutcomes | null;
}

const Newcomers = ({ told }: { readonly told: DirectoryEntry['takesNewcomers'] }) => {
  if (told === 'unknown') return null;
  return told === 'yes' ? (
    <StatusChip tone="green" shape="check">
      Prend des nouveaux
    </StatusChip>
  ) : (
    <StatusChip tone="red" shape="square">
      Ne prend plus
    </StatusChip>
  );
};

/** Somebody of the directory: who, what, where, whether newcomers are taken, and what came of those sent there. */
export const WhomLine = ({ entry, outcomes }: Props) => {
  const news = outcomes === null ? null : badNews(outcomes);
  const about = [whatItIs(entry), entry.places[0]?.commune].filter((part) => part != null);
  return (
    <span className="whom-line">
      <span className="whom-name">{entryName(entry)}</span>
      <Newcomers told={entry.takesNewcomers} />
      <span className="whom-about">{about.join(' · ')}</span>
      {outcomes === null ? null : (
        <span className="whom-outcomes">
          {news === null ? null : <b>{news}</b>}
          {news === null ? null : ', '}
          {countsText(outcomes)}
        </span>
      )}
    </span>
  );
};
