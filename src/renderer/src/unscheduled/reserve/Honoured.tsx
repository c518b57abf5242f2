import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/query.ts';
import { useNow } from '../../app/now.ts';
import { originLabel } from '../../requests/words.ts';

/** This month's unscheduled care by the door through which it came: only who was seen counts. */
export const Honoured = () => {
  const { day } = useNow();
  const { data } = useQuery(
    api.unscheduled.counts.queryOptions({ input: { from: `${day.slice(0, 8)}01`, to: day } }),
  );
  if (data === undefined || data.length === 0) return null;
  return (
    <table className="honoured">
      <caption>Ce mois-ci, par porte d’entrée</caption>
      <thead>
        <tr>
          <th scope="col">Porte</th>
          <th scope="col">pris</th>
          <th scope="col">vus</th>
          <th scope="col">sous 48 h</th>
        </tr>
      </thead>
      <tbody>
        {data.map(({ origin, booked, seen, within48h }) => (
          <tr key={origin}>
            <th scope="row">{originLabel[origin]}</th>
            <td>{booked}</td>
            <td>{seen}</td>
            <td>{within48h}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
