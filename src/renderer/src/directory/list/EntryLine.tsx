import type { DirectoryEntry } from '../../../../contract/directory.ts';
import { entryName, whatItIs } from '../../../../contract/directory-words.ts';
import type { EntryOutcomes } from '../../../../contract/redirections.ts';
import { useNow } from '../../app/now.ts';
import { badNews } from '../../redirections/text.ts';
import { ShapeMark } from '../../ui/StatusChip.tsx';
import { newcomersSign, verificationSign } from '../words.ts';

interface Props {
  readonly entry: DirectoryEntry;
  readonly outcomes: EntryOutcomes | null;
}

/** One entry in a list: who, what, where, whether there is room, and bad news of those sent there. */
export const EntryLine = ({ entry, outcomes }: Props) => {
  const { day } = useNow();
  const { tone, shape, short } = newcomersSign[entry.takesNewcomers];
  const news = outcomes === null ? null : badNews(outcomes);
  const verification = verificationSign(entry, day);
  return (
    <span className="entry-line">
      <span className="entry-line-head">
        <strong>{entryName(entry)}</strong>
        {shape === 'none' || entry.takesNewcomers === 'unknown' ? null : (
          <span className="entry-line-sign" data-tone={tone}>
            <ShapeMark shape={shape} />
            {short}
          </span>
        )}
      </span>
      <span className="entry-line-facts">
        <span>{whatItIs(entry)}</span>
        <span>{entry.places[0]?.commune}</span>
        {news === null ? null : <b className="entry-line-bad">{news}</b>}
        {verification.tone === 'amber' ? <span className="entry-line-stale">à revérifier</span> : null}
      </span>
    </span>
  );
};
