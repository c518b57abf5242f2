import { useQuery } from '@tanstack/react-query';
import type { PatientId, PractitionerId } from '../../../../contract/ids.ts';
import type { Correction } from '../../../../contract/patients.ts';
import { localNow } from '../../../../contract/time.ts';
import { practitionerFullName } from '../../agenda/practitioner-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { api } from '../../api/query.ts';
import { useNow, useZone } from '../../app/now.ts';
import { momentText } from '../../requests/due.ts';
import { dayText } from '../../ui/dates.ts';
import { fieldChanges } from './changes.ts';
import './corrections.css';

const What = ({ one }: { readonly one: Correction }) => {
  const practitioners = usePractitioners();
  const nameOf = (id: PractitionerId): string => {
    const own = practitioners.find((practitioner) => practitioner.id === id);
    return own === undefined ? 'dans la maison' : practitionerFullName(own);
  };
  if (one.undone) return <p>Correction annulée aussitôt (Ctrl+Z)</p>;
  if (one.before === null || one.after === null) return <p>Correction dont le détail n’est plus conservé</p>;
  return (
    <dl>
      {fieldChanges(one.before, one.after, nameOf).map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {before === '' ? <span>non renseigné</span> : <del className="pv-name">{before}</del>}
            <span aria-hidden="true"> → </span>
            <span className="pv-sr-only">, devenu </span>
            {after === '' ? <span>effacé</span> : <span className="pv-name">{after}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** What was corrected on her record, and by whom: she may ask for it, and for another correction (GDPR art. 16). */
export const Corrections = ({ id }: { readonly id: PatientId }) => {
  const now = useNow();
  const zone = useZone();
  const { data = [] } = useQuery(api.patients.corrections.queryOptions({ input: { id } }));
  if (data.length === 0) return null;
  return (
    <section className="corrections" aria-label="Corrections de la fiche">
      <h2>Corrections de la fiche</h2>
      <ol>
        {data.map((one) => (
          <li key={one.seq}>
            <What one={one} />
            <time dateTime={localNow(one.at, zone).day} title={dayText(localNow(one.at, zone).day, 'long')}>
              {momentText(one.at, now, zone)} · {one.by}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
};
