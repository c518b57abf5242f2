import { capitalised, dayText, hourText } from '../../ui/dates.ts';
import { practitionerName } from '../practitioner-name.ts';
import { usePractitioners } from '../use-house.ts';
import type { Place } from './draft.ts';

/** The place in hand: when, and with whom. */
export const PlaceLine = ({ place }: { readonly place: Place }) => {
  const practitioner = usePractitioners().find(({ id }) => id === place.practitionerId);
  return (
    <section className="place" aria-label="Créneau choisi" style={{ borderColor: practitioner?.colour }}>
      <strong>
        {capitalised(dayText(place.day, 'day'))} à {hourText(place.start)}
      </strong>
      <span>{practitioner === undefined ? '' : practitionerName(practitioner)}</span>
    </section>
  );
};
