import { ageLabel, birthLabel } from '../../../../contract/birth.ts';
import { phonePairs } from '../../../../contract/display.ts';
import type { Need, PatientSummary } from '../../../../contract/patients.ts';
import { useNow } from '../../app/now.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { ListedBadge } from '../../waitlist/badge/ListedBadge.tsx';
import { practitionerName } from '../practitioner-name.ts';
import { usePractitioners } from '../use-house.ts';
import './person.css';

const NEEDS: Readonly<Record<Need, string>> = {
  wheelchair: 'Fauteuil roulant',
  interpreter: 'Interprète',
  'sign-language': 'Langue des signes',
  companion: 'Accompagnant',
  'low-vision': 'Malvoyance',
  'home-visit': 'À domicile',
};

/** Who is on the phone: what is said back to make sure, and what the visit needs. */
export const PersonCard = ({ person }: { readonly person: PatientSummary }) => {
  const { day } = useNow();
  const practitioners = usePractitioners();
  const { attendingDoctor, birth, sex } = person;
  const own =
    attendingDoctor.kind === 'house'
      ? practitioners.find(({ id }) => id === attendingDoctor.practitionerId)
      : undefined;
  const doctor =
    attendingDoctor.kind === 'outside'
      ? `${attendingDoctor.name} (hors de la maison)`
      : attendingDoctor.kind === 'none'
        ? 'sans médecin traitant'
        : own === undefined
          ? 'non renseigné'
          : practitionerName(own);
  return (
    <section className="person-card" aria-label="Personne">
      <div className="person-head">
        <h3 className="pv-name">{person.displayName}</h3>
        {person.homonym ? (
          <StatusChip tone="amber" shape="triangle">
            homonyme
          </StatusChip>
        ) : null}
      </div>
      <p className="person-facts">
        <span className="pv-name">{birthLabel(birth, sex)}</span>
        {birth.precision === 'unknown' ? null : <span>{ageLabel(birth, day)}</span>}
        {person.phone === null ? null : <span className="pv-name">{phonePairs(person.phone)}</span>}
        {person.city === null ? null : <span>{person.city}</span>}
      </p>
      <p className="person-facts">
        <span>
          Médecin traitant : <b>{doctor}</b>
        </span>
      </p>
      <ListedBadge patientId={person.id} />
      {person.needs.length === 0 ? null : (
        <p className="person-needs">
          {person.needs.map((need) => (
            <StatusChip key={need} tone="blue" shape="square">
              {NEEDS[need]}
            </StatusChip>
          ))}
        </p>
      )}
    </section>
  );
};
