import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/query.ts';
import { hashOf } from '../../app/router.ts';
import { CommandHint } from '../../app/shortcuts/CommandButton.tsx';
import { runCommand } from '../../app/shortcuts/registry.ts';

const Late = ({ late }: { readonly late: number }) =>
  late === 0 ? null : (
    <>
      , dont <b className="strip-late">{late} en retard</b>
    </>
  );

/** What waits for somebody, and the way there. Nothing waits: nothing is said. */
export const WorkCounts = () => {
  const { data } = useQuery(api.requests.counts.queryOptions());
  if (data === undefined) return null;
  const { requests, callbacks } = data;
  return (
    <>
      {callbacks.open === 0 ? null : (
        <button type="button" className="strip-way" onClick={() => runCommand('callbacks')}>
          À rappeler <b>{callbacks.open}</b>
          <Late late={callbacks.late} /> <CommandHint command="callbacks" />
        </button>
      )}
      {requests.open === 0 ? null : (
        <a className="strip-way" href={hashOf('demandes')}>
          Demandes ouvertes <b>{requests.open}</b>
          <Late late={requests.late} />
        </a>
      )}
    </>
  );
};
