/** « Un créneau SNP de plus » from the glance: G, then a digit. */
import { useState } from 'react';
import type { PractitionerId } from '../../../../contract/ids.ts';
import { addDays, type Day, type Minute } from '../../../../contract/time.ts';
import type { ExtraPlace } from '../../../../contract/unscheduled.ts';
import type { ErrorText } from '../../api/error-text.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useExtraPlaces, useGiveExtra } from './give.ts';

export interface GivingOne {
  readonly day: Day;
  readonly today: boolean;
  readonly places: readonly ExtraPlace[];
  readonly failure: ErrorText | null;
  /** Given: said where the question was. */
  readonly given: Minute | null;
  give(start: Minute): void;
}

interface GlanceExtra {
  readonly shown: GivingOne | null;
  /** @returns whether the key was meant for this */
  onKey(event: KeyboardEvent): boolean;
}

/** Today, or tomorrow once nothing of today is left to give. */
export const useGlanceExtra = (who: PractitionerId, today: Day): GlanceExtra => {
  const [asking, setAsking] = useState(false);
  const [given, setGiven] = useState<Minute | null>(null);
  const ofToday = useExtraPlaces(who, today, true);
  const tomorrow = addDays(today, 1);
  const ofTomorrow = useExtraPlaces(who, tomorrow, ofToday.length === 0);
  const late = ofToday.length === 0;
  const day = late ? tomorrow : today;
  const places = late ? ofTomorrow : ofToday;
  const extra = useGiveExtra(() => undefined);
  const give = (start: Minute) => {
    setGiven(start);
    extra.give(who, day, start);
  };
  return {
    shown: asking
      ? {
          day,
          today: !late,
          places,
          failure: extra.failure,
          given: extra.failure === null ? given : null,
          give,
        }
      : null,
    onKey: (event) => {
      const key = meantKey(event);
      if (key === 'g' && !asking) {
        setAsking(true);
        return true;
      }
      const place = asking && given === null && /^[1-9]$/.test(key) ? places[Number(key) - 1] : undefined;
      if (place === undefined) return false;
      give(place.start);
      return true;
    },
  };
};
