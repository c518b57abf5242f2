import type { Day } from '../../../../contract/time.ts';
import { capitalised, dayText } from '../../ui/dates.ts';
import { Callout } from '../Callout.tsx';
import { nextDates, nextWeek53, type Rhythm, rhythmText } from './alternation.ts';

/** What an alternation means in dates, and the trap of week 53. */
export const AlternationNote = ({ rhythm, today }: { readonly rhythm: Rhythm; readonly today: Day }) => {
  const week53 = rhythm.everyWeeks % 2 === 0 ? nextWeek53(today) : null;
  // Dates around the turn of the year, when there is a trap in it.
  const dates = nextDates(rhythm, week53 ?? today, 4).map((day) => dayText(day, 'short'));
  return (
    <Callout
      tone={week53 === null ? 'note' : 'warning'}
      title={`${capitalised(rhythmText(rhythm.everyWeeks))}, à partir du ${dayText(rhythm.anchorDay, 'numeric')}`}
    >
      {week53 === null ? null : (
        <p>
          {week53.slice(0, 4)} a une semaine 53 : deux semaines impaires se suivent au nouvel an. Parvis
          compte de date en date, sans regarder le numéro. Vérifiez que c’est ce qui est convenu.
        </p>
      )}
      <p>
        {week53 === null ? 'Prochaines dates : ' : 'À ce moment-là : '}
        {dates.length === 0 ? 'aucune' : dates.join(', ')}
      </p>
    </Callout>
  );
};
