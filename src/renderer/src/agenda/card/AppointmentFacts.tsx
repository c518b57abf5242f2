import type { Appointment } from '../../../../contract/agenda.ts';
import { type Instant, localNow } from '../../../../contract/time.ts';
import { useHouse } from '../../app/now.ts';
import { clockText, durationText, hourText } from '../../ui/dates.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PlaceLine } from '../booking/PlaceLine.tsx';

const BY: Readonly<Record<NonNullable<Appointment['cancelled']>['by'], string>> = {
  patient: 'le patient',
  practitioner: 'le praticien',
  house: 'la maison de santé',
  error: 'erreur de saisie',
  unknown: 'on ne sait pas par qui',
};

/** When, what for, and the hours that were noted on the way. */
export const AppointmentFacts = ({ appointment }: { readonly appointment: Appointment }) => {
  const zone = useHouse()?.zone ?? 'Europe/Paris';
  const at = (instant: Instant) => clockText(localNow(instant, zone).minute);
  const {
    start,
    end,
    typeName,
    comment,
    overbooked,
    cancelled,
    arrivedAt,
    startedAt,
    endedAt,
    releasedFrom,
    excused,
  } = appointment;
  const facts: readonly (readonly [string, string])[] = [
    ['Motif', typeName === '' ? 'non précisé' : typeName],
    ['Durée', `${durationText(end - start)}, jusqu’à ${hourText(end)}`],
    ...(arrivedAt === null ? [] : [['Arrivée', at(arrivedAt)] as const]),
    ...(startedAt === null ? [] : [['Début de consultation', at(startedAt)] as const]),
    ...(endedAt === null ? [] : [['Fin de consultation', at(endedAt)] as const]),
    ...(excused === null ? [] : [['Absence', excused ? 'excusée' : 'non excusée'] as const]),
    ...(releasedFrom === null ? [] : [['Créneau rendu', `à partir de ${hourText(releasedFrom)}`] as const]),
    ...(comment === null ? [] : [['Commentaire', comment] as const]),
  ];
  return (
    <>
      <PlaceLine place={appointment} />
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {overbooked === null ? null : (
        <Notice tone="amber" title="Exception voulue">
          {overbooked.reason} ({overbooked.by})
        </Notice>
      )}
      {cancelled === null ? null : (
        <Notice tone="red" title={`Annulé : ${BY[cancelled.by]}`}>
          {cancelled.reason ?? 'Sans motif noté'}, à {at(cancelled.at)}
        </Notice>
      )}
    </>
  );
};
