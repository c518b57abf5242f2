import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { Minute } from '../../../../contract/time.ts';
import type { ExtraPlace } from '../../../../contract/unscheduled.ts';
import type { ErrorText } from '../../api/error-text.ts';
import { TimeField } from '../../practice/form/TimeField.tsx';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { clockText } from '../../ui/dates.ts';
import { placeNote } from './give.ts';

interface Props {
  readonly places: readonly ExtraPlace[];
  readonly failure: ErrorText | null;
  readonly onGive: (start: Minute) => void;
}

/** Where one more could be given: one digit each; another hour is typed, and what is wrong with it said under it. */
export const GiveField = ({ places, failure, onGive }: Props) => {
  const [typed, setTyped] = useState<Minute | null>(null);
  const send = () => {
    if (typed !== null) onGive(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) send();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field below sends it.
    <div className="reserve-give" onKeyDown={onKeyDown}>
      {places.length === 0 ? (
        <p className="reserve-hint">Aucune place ne saute aux yeux ce jour-là : écrivez l’heure.</p>
      ) : (
        <ChipRow label="Donner un créneau à">
          {places.map((place, index) => (
            <Chip
              key={place.start}
              shortcut={String(index + 1)}
              chosen={false}
              onChoose={() => onGive(place.start)}
            >
              {clockText(place.start)} <small>{placeNote(place)}</small>
            </Chip>
          ))}
        </ChipRow>
      )}
      <div className="reserve-hour">
        <TimeField
          label="Une autre heure"
          value={typed}
          onChange={setTyped}
          error={failure === null ? undefined : `${failure.title}. ${failure.body}`}
        />
        <Button size="xs" variant="default" disabled={typed === null} onClick={send}>
          Donner
        </Button>
      </div>
    </div>
  );
};
