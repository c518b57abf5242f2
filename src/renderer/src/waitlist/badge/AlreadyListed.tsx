import type { PatientId } from '../../../../contract/ids.ts';
import type { Profession } from '../../../../contract/professions.ts';
import type { RequestNature } from '../../../../contract/requests.ts';
import type { WaitlistLine } from '../../../../contract/waitlist.ts';
import { useNow, useZone } from '../../app/now.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { entryHash } from '../go.ts';
import { listTitle, shortDate, sinceDay } from '../text.ts';
import { isOpen, useEntries } from './use-entries.ts';
import './badge.css';

/** The place that somebody already has for what she asks again; null when it is something else. */
export const useListed = (
  patientId: PatientId | null,
  nature: RequestNature,
  profession: Profession | null,
): WaitlistLine['entry'] | null =>
  useEntries(patientId)
    .filter(isOpen)
    .find(({ entry }) =>
      nature === 'registration'
        ? entry.kind === 'registration' && (profession === null || entry.profession === profession)
        : nature === 'appointment' && entry.kind === 'earlier',
    )?.entry ?? null;

interface Props {
  readonly entry: WaitlistLine['entry'];
  readonly keys: boolean;
}

/** Calling again loses nobody her place: it is said, and opened at a key. */
export const AlreadyListed = ({ entry, keys }: Props) => {
  const { day: today } = useNow();
  const zone = useZone();
  const since = shortDate(sinceDay(entry.since, zone), today);
  return (
    <Notice tone="blue" title={`Déjà sur liste depuis le ${since}`}>
      <p>
        {listTitle(entry)} : sa place et son ancienneté sont gardées.{' '}
        <a href={entryHash(entry)} className="listed-way">
          Ouvrir l’inscription
        </a>{' '}
        {keys ? <Kbd>I</Kbd> : null}
      </p>
    </Notice>
  );
};
