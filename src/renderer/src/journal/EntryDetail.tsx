import { useQuery } from '@tanstack/react-query';
import { errorText } from '../api/error-text.ts';
import { api } from '../api/query.ts';
import { fieldName } from './fields.ts';

/** What one entry changed, as the file keeps it. Asked for one at a time: reading it is an act. */
export const EntryDetail = ({ seq, undoes }: { readonly seq: number; readonly undoes: number | null }) => {
  const { data, error } = useQuery(api.journal.details.queryOptions({ input: { seq }, staleTime: Infinity }));
  if (error !== null) return <p role="alert">{errorText(error).title}</p>;
  if (data === undefined) return <p>Lecture…</p>;
  return (
    <>
      <p className="set-quiet">
        Entrée {seq}
        {undoes === null ? '' : `, qui annule l’entrée ${undoes}`}.{' '}
        {data.erased
          ? 'Ce qu’elle disait de la personne a été effacé ; qui a fait quoi, et quand, reste.'
          : data.changes.length === 0
            ? 'Elle ne garde rien de plus.'
            : 'Avant, puis après, tel que le fichier le garde :'}
      </p>
      {data.changes.length === 0 ? null : (
        <dl>
          {data.changes.map(({ field, before, after }) => (
            <div key={field} style={{ display: 'contents' }}>
              <dt>{fieldName(field)}</dt>
              <dd className="pv-name">
                {before === null ? null : <del>{before}</del>} {after ?? ''}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
};
