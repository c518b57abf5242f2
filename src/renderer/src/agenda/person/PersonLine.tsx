import type { PatientSummary } from '../../../../contract/patients.ts';
import './person.css';

const birthOf = ({ birth, sex }: PatientSummary): string => {
  const born = { female: 'née', male: 'né', unknown: 'né(e)' }[sex];
  switch (birth.precision) {
    case 'day':
      return `${born} le ${birth.value.split('-').reverse().join('/')}`;
    case 'year':
      return `${born} en ${birth.value}`;
    case 'estimated':
      return `${born} vers ${birth.value}`;
    case 'unknown':
      return 'date de naissance inconnue';
  }
};

/** One person in a list: enough to tell homonyms apart on the phone, no more. */
export const PersonLine = ({ person }: { readonly person: PatientSummary }) => (
  <span className="person-line">
    <strong className="pv-name">{person.displayName}</strong>
    <span className="person-facts">
      <span className="pv-name">{birthOf(person)}</span>
      {person.city === null ? null : <span>{person.city}</span>}
      {person.phone === null ? null : <span className="pv-name">…{person.phone.slice(-4)}</span>}
    </span>
  </span>
);
