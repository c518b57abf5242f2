import { Kbd } from '../../ui/Kbd.tsx';
import type { Teammate } from '../known-card.ts';

const KEYS = '1234567890abcdefghijklmnopqrstuvwxyz';

/** One key each, in the order of the columns. */
export const teammateOf = (team: readonly Teammate[], key: string): Teammate | null => {
  const index = key.length === 1 ? KEYS.indexOf(key) : -1;
  return team[index] ?? null;
};

interface Props {
  readonly team: readonly Teammate[];
  readonly onChoose: (who: Teammate) => void;
}

export const WhoIsTold = ({ team, onChoose }: Props) => (
  <section className="urg-who" aria-labelledby="urg-who-title">
    <h3 id="urg-who-title">Qui est prévenu ?</h3>
    <ul>
      {team.map((one, index) => (
        <li key={one.id}>
          <button type="button" onClick={() => onChoose(one)}>
            <Kbd>{(KEYS[index] ?? '').toLocaleUpperCase('fr-FR')}</Kbd>
            <span>
              <b>{one.name}</b>
              <small>{one.profession}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  </section>
);
