import { useQuery } from '@tanstack/react-query';
import { api } from '../api/query.ts';
import { viewHash } from './go.ts';

/** Of the lists, only what waits for somebody: whom to ask again, and who has waited too long. */
export const WaitlistCounts = () => {
  const { data } = useQuery(api.waitlist.counts.queryOptions());
  if (data === undefined) return null;
  return (
    <>
      {data.toReconfirm === 0 ? null : (
        <a className="strip-way" href={viewHash('reconfirm')}>
          À reconfirmer <b>{data.toReconfirm}</b>
        </a>
      )}
      {data.old === 0 ? null : (
        <a className="strip-way strip-more" href={viewHash('registration')}>
          Inscriptions anciennes <b>{data.old}</b>
        </a>
      )}
    </>
  );
};
