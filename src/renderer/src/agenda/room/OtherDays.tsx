import { useQuery } from '@tanstack/react-query';
import type { PatientSummary } from '../../../../contract/patients.ts';
import { api } from '../../api/query.ts';
import { dayText, hourText } from '../../ui/dates.ts';
import { PersonLine } from '../person/PersonLine.tsx';
import { practitionerName } from '../practitioner-name.ts';
import { usePractitioners } from '../use-house.ts';

const FEW = 4;

const NextOf = ({ person }: { readonly person: PatientSummary }) => {
  const practitioners = usePractitioners();
  const { data } = useQuery(api.agenda.ofPatient.queryOptions({ input: { patientId: person.id } }));
  const next = data?.coming[0];
  if (data === undefined) return null;
  if (next === undefined) return <span>aucun rendez-vous à venir</span>;
  const who = practitioners.find(({ id }) => id === next.practitionerId);
  return (
    <span>
      attendu{{ female: 'e', male: '', unknown: '(e)' }[person.sex]} {dayText(next.day)} à{' '}
      {hourText(next.start)}
      {who === undefined ? null : ` avec ${practitionerName(who)}`}
    </span>
  );
};

/** Nobody of that name today: somebody came on the wrong day, and is told the right one at the counter. */
export const OtherDays = ({ text }: { readonly text: string }) => {
  const { data } = useQuery(api.patients.search.queryOptions({ input: { text, limit: FEW } }));
  if (data === undefined) return null;
  if (data.patients.length === 0)
    return <p className="room-none">Personne de ce nom n’est connu de la maison.</p>;
  return (
    <section className="room-group">
      <h3>Pas de rendez-vous aujourd’hui</h3>
      <ul className="room-list">
        {data.patients.map((person) => (
          <li key={person.id} className="room-other">
            <PersonLine person={person} />
            <NextOf person={person} />
          </li>
        ))}
      </ul>
    </section>
  );
};
