import type { DirectoryEntry } from '../../../../contract/directory.ts';
import { entryName, whatItIs } from '../../../../contract/directory-words.ts';
import { useNow } from '../../app/now.ts';
import { ShapeMark } from '../../ui/StatusChip.tsx';
import { newcomersSign, verificationSign } from '../words.ts';

/** One entry in a list: who, what, where, and whether there is room. */
export const EntryLine = ({ entry }: { readonly entry: DirectoryEntry }) => {
  const { day } = useNow();
  const { tone, shape, short } = newcomersSign[entry.takesNewcomers];
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
        {verification.tone === 'amber' ? <span className="entry-line-stale">à revérifier</span> : null}
      </span>
    </span>
  );
};
