import type { AgendaDay } from '../../../../contract/agenda.ts';
import type { Absence, Practitioner } from '../../../../contract/practice.ts';
import { practitionerName } from '../practitioner-name.ts';

const REASON: Readonly<Record<Absence['reason'], string>> = {
  leave: 'congés',
  sick: 'maladie',
  training: 'formation',
  meeting: 'réunion',
  other: 'absence',
};

interface Props {
  readonly day: AgendaDay;
  readonly practitioners: readonly Practitioner[];
}

/** Who would be asked for and has no column today: named, so that nobody looks for them. */
export const Absentees = ({ day, practitioners }: Props) => {
  const away = day.columns.flatMap(({ practitionerId, present, absences }) => {
    const person = practitioners.find(({ id }) => id === practitionerId);
    const [absence] = absences;
    return present || person === undefined || absence === undefined
      ? []
      : [{ id: person.id, text: `${practitionerName(person)} (${REASON[absence.reason]})` }];
  });
  if (away.length === 0) return null;
  return (
    <span className="absentees">
      <strong>Absents :</strong> {away.map(({ text }) => text).join(', ')}
    </span>
  );
};
