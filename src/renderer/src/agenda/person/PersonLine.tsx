import { birthLabel } from '../../../../contract/birth.ts';
import { lastFour } from '../../../../contract/display.ts';
import type { PatientSummary } from '../../../../contract/patients.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import './person.css';

/** One person in a list: enough to tell homonyms apart on the phone, no more. */
export const PersonLine = ({ person }: { readonly person: PatientSummary }) => (
  <span className="person-line">
    <span className="person-head">
      <strong className="pv-name">{person.displayName}</strong>
      {person.homonym ? (
        <StatusChip tone="amber" shape="triangle">
          homonyme
        </StatusChip>
      ) : null}
    </span>
    <span className="person-facts">
      <span className="pv-name">{birthLabel(person.birth, person.sex)}</span>
      {person.phone === null ? null : <span className="pv-name">…{lastFour(person.phone)}</span>}
      {person.city === null ? null : <span className="person-city">{person.city}</span>}
    </span>
  </span>
);
