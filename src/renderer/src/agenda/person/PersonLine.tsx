import { birthLabel } from '../../../../contract/birth.ts';
import { lastFour } from '../../../../contract/display.ts';
import type { PatientSummary } from '../../../../contract/patients.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import './person.css';

interface Props {
  readonly person: PatientSummary;
  /** The whole number stands beside this line: its last digits would say it twice. */
  readonly numberBeside?: boolean;
}

/** One person in a list: enough to tell homonyms apart on the phone, no more. */
export const PersonLine = ({ person, numberBeside = false }: Props) => (
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
      {person.phone === null || numberBeside ? null : (
        <span className="pv-name">…{lastFour(person.phone)}</span>
      )}
      {person.city === null ? null : <span className="person-city">{person.city}</span>}
    </span>
  </span>
);
