import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { JournalLine } from '../../../contract/journal.ts';
import { localNow } from '../../../contract/time.ts';
import { useZone } from '../app/now.ts';
import { goToPerson } from '../patients/go.ts';
import { clockText, dayText } from '../ui/dates.ts';
import { EntryDetail } from './EntryDetail.tsx';

interface Props {
  readonly lines: readonly JournalLine[];
  /** Whose journal it is needs no name on each line. */
  readonly ofOne?: true;
  /** What each entry changed may be asked for. */
  readonly detailed?: true;
}

/** Newest first: when, who, from which desk, what, about whom. */
export const JournalLines = ({ lines, ofOne, detailed }: Props) => {
  const zone = useZone();
  const [open, setOpen] = useState<number | null>(null);
  const columns = 4 + (ofOne ? 0 : 1) + (detailed ? 1 : 0);
  return (
    <table className="jr-table" aria-label="Journal, du plus récent au plus ancien">
      <thead>
        <tr>
          <th scope="col">Quand</th>
          <th scope="col">Qui</th>
          <th scope="col">Poste</th>
          <th scope="col">Acte</th>
          {ofOne ? null : <th scope="col">Au sujet de</th>}
          {detailed ? (
            <th scope="col">
              <span className="pv-sr-only">Détail</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { day, minute } = localNow(line.at, zone);
          const shown = open === line.seq;
          return (
            <Fragment key={line.seq}>
              <tr data-testid="journal-line">
                <td className="jr-when">
                  <time dateTime={new Date(line.at).toISOString()} title={dayText(day, 'long')}>
                    {dayText(day, 'numeric')} {clockText(minute)}
                  </time>
                </td>
                <td className="jr-by">{line.by}</td>
                <td className="jr-station">{line.station}</td>
                <td className="jr-what">
                  {line.what}
                  {line.erased ? <small> · contenu effacé</small> : null}
                </td>
                {ofOne ? null : (
                  <td className="jr-people">
                    <People line={line} />
                  </td>
                )}
                {detailed ? (
                  <td className="jr-open">
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      color="gray"
                      aria-expanded={shown}
                      aria-label={`Détail de l’entrée ${line.seq}`}
                      onClick={() => setOpen(shown ? null : line.seq)}
                    >
                      {shown ? 'Fermer' : 'Détail'}
                    </Button>
                  </td>
                ) : null}
              </tr>
              {shown ? (
                <tr className="jr-detail">
                  <td colSpan={columns}>
                    <EntryDetail seq={line.seq} undoes={line.undoes} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
};

const People = ({ line: { people, others } }: { readonly line: JournalLine }) => (
  <>
    {people.map(({ id, name }, index) => (
      <Fragment key={`${id} ${name}`}>
        {index === 0 ? '' : ', '}
        <a
          className="pv-name"
          href={`#/patients?fiche=${id}`}
          onClick={(event) => {
            event.preventDefault();
            goToPerson(id);
          }}
        >
          {name}
        </a>
      </Fragment>
    ))}
    {others === 0 ? null : ` et ${others} de plus`}
  </>
);
