import { phonePairs } from '../../../../contract/display.ts';
import type { AttendingDoctor, Patient, PhoneKind } from '../../../../contract/patients.ts';
import { practitionerFullName } from '../../agenda/practitioner-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { needLabel, sexLabel } from '../form/words.ts';

const phoneKind: Readonly<Record<PhoneKind, string>> = { mobile: 'mobile', landline: 'fixe', other: 'autre' };

const useDoctorName = (doctor: AttendingDoctor): string => {
  const practitioners = usePractitioners();
  switch (doctor.kind) {
    case 'house': {
      const own = practitioners.find(({ id }) => id === doctor.practitionerId);
      return own === undefined ? 'dans la maison' : practitionerFullName(own);
    }
    case 'outside':
      return doctor.name === '' ? 'hors de la maison' : `${doctor.name} (hors de la maison)`;
    case 'none':
      return 'aucun';
    case 'unknown':
      return 'pas encore demandé';
  }
};

interface LineProps {
  readonly term: string;
  readonly children: React.ReactNode;
}

const Line = ({ term, children }: LineProps) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

/** What is written down of a person; a blank is said, not hidden, where somebody should ask. */
export const Facts = ({ patient }: { readonly patient: Patient }) => {
  const doctor = useDoctorName(patient.attendingDoctor);
  const place = [patient.postalCode, patient.city].filter((part) => part !== null).join(' ');
  return (
    <dl className="sheet">
      <Line term="Téléphones">
        {patient.phones.length === 0 ? (
          <span className="sheet-missing">aucun numéro</span>
        ) : (
          patient.phones.map((phone) => (
            <span key={phone.e164} className="sheet-phone">
              <b className="pv-name">{phonePairs(phone.e164)}</b> {phoneKind[phone.kind]}
            </span>
          ))
        )}
      </Line>
      <Line term="Médecin traitant">{doctor}</Line>
      {patient.needs.length === 0 ? null : (
        <Line term="Besoins">
          {patient.needs.map((need) => (
            <StatusChip key={need} tone="blue" shape="square">
              {needLabel[need]}
            </StatusChip>
          ))}
        </Line>
      )}
      <Line term="Adresse">
        {patient.address === null ? null : <span className="pv-name">{patient.address}</span>}
        {place === '' ? null : <span>{place}</span>}
        {patient.address === null && place === '' ? (
          <span className="sheet-missing">non renseignée</span>
        ) : null}
      </Line>
      {patient.email === null ? null : (
        <Line term="E-mail">
          <span className="pv-name">{patient.email}</span>
        </Line>
      )}
      <Line term="Nom de naissance">
        <span className="pv-name">{patient.birthName}</span>
      </Line>
      {patient.usedName === null ? null : (
        <Line term="Nom utilisé">
          <span className="pv-name">{patient.usedName}</span>
        </Line>
      )}
      <Line term="Prénoms">
        <span className="pv-name">{patient.givenNames === '' ? 'aucun' : patient.givenNames}</span>
        {patient.usedGivenName === null ? null : (
          <span className="pv-name">utilise {patient.usedGivenName}</span>
        )}
      </Line>
      <Line term="Sexe">{sexLabel[patient.sex].toLocaleLowerCase('fr-FR')}</Line>
    </dl>
  );
};
