import { dayText, hourText } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { placeNote } from './give.ts';
import type { GivingOne } from './glance-extra.ts';
import './give-one.css';

/** Where she could give one more, large enough to be read from where she stands. */
export const GiveOne = ({ day, today, places, failure, given, give }: GivingOne) => (
  <section className="give-one" aria-label="Un créneau SNP de plus">
    <h3>{today ? 'Un créneau SNP de plus aujourd’hui' : `Un créneau SNP de plus ${dayText(day, 'day')}`}</h3>
    {given === null ? (
      <p>
        {places.length === 0 ? 'Aucune place ne saute aux yeux : demandez à l’accueil.' : null}
        {places.map((place, index) => (
          <button
            key={place.start}
            type="button"
            onClick={(event) => {
              event.stopPropagation();
              give(place.start);
            }}
          >
            {hourText(place.start)} <small>{placeNote(place)}</small> <Kbd>{String(index + 1)}</Kbd>
          </button>
        ))}
      </p>
    ) : (
      <p role="status">
        <b>Donné à {hourText(given)}.</b> L’accueil peut y placer quelqu’un.
      </p>
    )}
    {failure === null ? null : (
      <p className="give-one-error" role="alert">
        {failure.title}. {failure.body}
      </p>
    )}
  </section>
);
