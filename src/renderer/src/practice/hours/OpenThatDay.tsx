import { useQuery } from '@tanstack/react-query';
import type { Practitioner } from '../../../../contract/practice.ts';
import type { Day } from '../../../../contract/time.ts';
import { api } from '../../api/query.ts';
import { capitalised, dayText, hourText } from '../../ui/dates.ts';
import { kinds } from '../words.ts';

/** What that date looks like now, so that nobody changes it blindly. */
export const OpenThatDay = ({
  practitioner,
  day,
}: {
  readonly practitioner: Practitioner;
  readonly day: Day;
}) => {
  const { data } = useQuery(
    api.agenda.range.queryOptions({ input: { from: day, to: day, practitionerIds: [practitioner.id] } }),
  );
  const frame = data?.[0];
  const column = frame?.columns.find(({ practitionerId }) => practitionerId === practitioner.id);
  if (!frame || !column) return null;
  const ranges = column.open.map(({ start, end, kind }) => {
    const hours = `${hourText(start)} à ${hourText(end)}`;
    return kind === 'regular' ? hours : `${hours} (${kinds[kind].short})`;
  });
  const facts = [frame.holiday?.name ?? '', column.absences.length > 0 ? 'absent' : ''].filter(
    (fact) => fact !== '',
  );
  return (
    <p className="set-now">
      <b>{capitalised(dayText(day))}</b>
      {facts.length > 0 ? ` (${facts.join(', ')})` : ''} : {ranges.length === 0 ? 'fermé' : ranges.join(', ')}
    </p>
  );
};
