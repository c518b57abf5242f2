import { clockText, dayText } from '../../ui/dates.ts';
import { useNow } from '../now.ts';

/** The wall clock of the house, whatever zone the PC believes in. */
export const Clock = () => {
  const now = useNow();
  return (
    <time className="clock" dateTime={now.day} title={dayText(now.day, 'long')}>
      {clockText(now.minute)}
    </time>
  );
};
