import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ageLabel, birthLabel } from '../../../../contract/birth.ts';
import type { WaitlistLine, WaitlistSettings } from '../../../../contract/waitlist.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { api } from '../../api/query.ts';
import { useNow, useZone } from '../../app/now.ts';
import { hashOf } from '../../app/router.ts';
import { momentText } from '../../requests/due.ts';
import { originLabel } from '../../requests/words.ts';
import { dayText } from '../../ui/dates.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import {
  attemptsText,
  cptsText,
  limitsText,
  placeText,
  reconfirmText,
  sinceDay,
  toSay,
  whomText,
} from '../text.ts';
import { endLabels } from '../words.ts';
import { CriteriaList } from './CriteriaList.tsx';
import { Sum } from './Sum.tsx';

interface Props {
  readonly line: WaitlistLine;
  readonly place: number | null;
  readonly settings: WaitlistSettings | undefined;
  /** The keys of this line, under everything else. */
  readonly acts: ReactNode;
}

/** Who added it, through which door, and how it ended. */
const Origin = ({ line: { entry } }: Pick<Props, 'line'>) => {
  const now = useNow();
  const zone = useZone();
  const { data: staff = [] } = useQuery(api.people.list.queryOptions());
  const closer = staff.find(({ id }) => id === entry.closedBy)?.initials;
  return (
    <p className="wl-note">
      Inscription du {dayText(sinceDay(entry.since, zone), 'long')} · {originLabel[entry.origin]}
      {entry.closedAt === null || entry.end === null ? null : (
        <>
          {' '}
          · close {momentText(entry.closedAt, now, zone)}
          {closer === undefined ? '' : ` par ${closer}`} : {endLabels[entry.end].toLocaleLowerCase('fr-FR')}
        </>
      )}
    </p>
  );
};

/** One person: what may be said on the phone, apart from what is for the desk alone. */
export const Detail = ({ line, place, settings, acts }: Props) => {
  const now = useNow();
  const zone = useZone();
  const practitioners = usePractitioners();
  const { entry, rank, criteria } = line;
  const { patient } = entry;
  const tries = attemptsText(entry, settings?.attempts ?? null, (at) => momentText(at, now, zone));
  return (
    <section className="wl-detail" aria-label="Inscription">
      <header>
        <h2 className="pv-name">{patient.displayName}</h2>
        <p>
          <span className="pv-name">{birthLabel(patient.birth, patient.sex)}</span>
          {patient.birth.precision === 'unknown' ? null : <span>{ageLabel(patient.birth, now.day)}</span>}
          <a href={hashOf('patients', { fiche: String(patient.id) })}>Ouvrir la fiche</a>
        </p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <div className="wl-detail-body" tabIndex={0}>
        <div className="wl-say">
          <h3>À dire</h3>
          {toSay(line, practitioners, now.day, zone).map((sentence) => (
            <p key={sentence}>«&nbsp;{sentence}&nbsp;»</p>
          ))}
        </div>
        <div className="wl-desk">
          <h3>
            Pour l’accueil seulement
            {place === null ? null : (
              <StatusChip tone="brand" shape="none">
                {placeText(place)} de la liste
              </StatusChip>
            )}
          </h3>
          <Sum rank={rank} />
          <dl>
            <dt>Attend</dt>
            <dd>{whomText(entry, practitioners)}</dd>
            <dt>Peut venir</dt>
            <dd>
              {limitsText(entry) ?? 'sans contrainte'}
              {entry.wishes.note === null ? null : (
                <em className="pv-name"> «&nbsp;{entry.wishes.note}&nbsp;»</em>
              )}
            </dd>
            <dt>Critères</dt>
            <dd>
              <CriteriaList facts={criteria} />
            </dd>
            {entry.kind === 'registration' ? (
              <>
                <dt>CPTS</dt>
                <dd>{cptsText(entry.cptsAgrees)}</dd>
              </>
            ) : null}
            <dt>Appels</dt>
            <dd>
              {tries ?? 'aucun essai'}
              {entry.state === 'closed' ? null : ` · ${reconfirmText(entry.reconfirmBy, now.day)}`}
            </dd>
          </dl>
          <Origin line={line} />
        </div>
      </div>
      {acts}
    </section>
  );
};
