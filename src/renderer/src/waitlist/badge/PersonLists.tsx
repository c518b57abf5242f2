import type { PatientId } from '../../../../contract/ids.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { useNow, useZone } from '../../app/now.ts';
import { momentText } from '../../requests/due.ts';
import { entryHash } from '../go.ts';
import { listTitle, shortDate, sinceDay, waitedText, whomText } from '../text.ts';
import { endLabels } from '../words.ts';
import { useEntries } from './use-entries.ts';
import './badge.css';

/** On the person's own page: where she waits, and where she waited; each line opens there, and can be put back from there. */
export const PersonLists = ({ patientId }: { readonly patientId: PatientId }) => {
  const now = useNow();
  const zone = useZone();
  const practitioners = usePractitioners();
  const lines = useEntries(patientId);
  if (lines.length === 0) return null;
  return (
    <section className="listed-lines" aria-label="Listes d’attente">
      <h2>Listes d’attente</h2>
      {lines.map(({ entry, rank }) => (
        <a key={entry.id} href={entryHash(entry)}>
          <b>{listTitle(entry)}</b>
          <span>depuis le {shortDate(sinceDay(entry.since, zone), now.day)}</span>
          <span>{whomText(entry, practitioners)}</span>
          <span>
            {entry.closedAt === null || entry.end === null
              ? entry.state === 'unreachable'
                ? 'injoignable'
                : waitedText(rank.waitingDays)
              : `${endLabels[entry.end].toLocaleLowerCase('fr-FR')}, close ${momentText(entry.closedAt, now, zone)}`}
          </span>
        </a>
      ))}
    </section>
  );
};
