import { capitalised, dayText, durationText, hourText } from '../../../ui/dates.ts';
import { practitionerName } from '../../practitioner-name.ts';
import { usePractitioners } from '../../use-house.ts';
import type { Place } from '../draft.ts';

interface Props {
  readonly place: Place;
  /** The desk's own sentence, once it has come. */
  readonly sentence: string | null;
  readonly minutes: number | null;
}

/** The sentence of the phone, before it is saved: large, because it is read aloud. */
export const ReadBack = ({ place, sentence, minutes }: Props) => {
  const practitioner = usePractitioners().find(({ id }) => id === place.practitionerId);
  const name = practitioner === undefined ? '' : ` avec ${practitionerName(practitioner)}`;
  return (
    <p className="read-back" style={{ borderColor: practitioner?.colour }}>
      {capitalised(sentence ?? `${dayText(place.day, 'day')} à ${hourText(place.start)}${name}`)}
      {minutes === null ? null : <span className="read-back-hint">{durationText(minutes)}</span>}
    </p>
  );
};
