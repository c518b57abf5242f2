import { useQuery } from '@tanstack/react-query';
import { api } from '../api/query.ts';
import { hashOf } from '../app/router.ts';
import { CommandHint } from '../app/shortcuts/CommandButton.tsx';

export const RETURN_PATH = 'retour';

/** Lines of a night that are still nothing: said on the day until each of them is something. */
export const ReturnWay = () => {
  const { data } = useQuery(api.handover.returnCounts.queryOptions());
  if (data === undefined || data.open === 0) return null;
  return (
    <a className="strip-way" href={hashOf(RETURN_PATH)}>
      Retour de nuit <b>{data.open}</b> <CommandHint command="night-return" />
    </a>
  );
};
