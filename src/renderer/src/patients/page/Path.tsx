import { useState } from 'react';
import type { PatientId } from '../../../../contract/ids.ts';
import { localNow } from '../../../../contract/time.ts';
import { useNow, useZone } from '../../app/now.ts';
import { useRedirectionPath } from '../../redirections/use-redirection-path.ts';
import { useRefusalPath } from '../../refusals/path/use-refusal-path.ts';
import { momentText } from '../../requests/due.ts';
import { mergedPath } from '../../requests/path/path-line.ts';
import { useRequestPath } from '../../requests/path/use-request-path.ts';
import { dayText } from '../../ui/dates.ts';
import { ShapeMark } from '../../ui/StatusChip.tsx';
import { useUrgencyPath } from '../../urgency/path/use-urgency-path.ts';
import './path.css';

const SHOWN = 12;

/** The whole path, the latest first: asked, tried, offered, said, when and by whom. */
export const Path = ({ id }: { readonly id: PatientId }) => {
  const now = useNow();
  const zone = useZone();
  const [all, setAll] = useState(false);
  // Other areas add their lines here, each from its own hook.
  const lines = mergedPath(
    useUrgencyPath(id),
    useRedirectionPath(id),
    useRequestPath(id),
    useRefusalPath(id),
  );
  const shown = all ? lines : lines.slice(0, SHOWN);
  return (
    <section className="path" aria-label="Parcours">
      <h2>Parcours</h2>
      {lines.length === 0 ? (
        <p className="path-none">
          Aucune demande enregistrée. Ce qui sera demandé, tenté et dit s’écrira ici.
        </p>
      ) : (
        <ol>
          {shown.map(({ key, at, by, tone, shape, title, detail, plain }) => (
            <li key={key} data-tone={tone}>
              <span className="path-mark">{shape === 'none' ? null : <ShapeMark shape={shape} />}</span>
              <span className="path-what">
                <span>{title}</span>
                {detail === null ? null : (
                  <span className="path-detail pv-name">{plain === true ? detail : `« ${detail} »`}</span>
                )}
              </span>
              <time dateTime={localNow(at, zone).day} title={dayText(localNow(at, zone).day, 'long')}>
                {momentText(at, now, zone)} · {by}
              </time>
            </li>
          ))}
        </ol>
      )}
      {lines.length > shown.length ? (
        <button type="button" className="path-more" onClick={() => setAll(true)}>
          Voir les {lines.length - shown.length} lignes plus anciennes
        </button>
      ) : null}
    </section>
  );
};
