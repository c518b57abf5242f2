import { useQuery } from '@tanstack/react-query';
import { client } from '../api/client.ts';
import { useNow } from '../app/now.ts';
import { useLineCursor } from '../requests/callbacks/use-line-cursor.ts';
import '../requests/callbacks/callbacks.css';
import { EmptyState } from '../ui/EmptyState.tsx';
import { lineGroups } from './groups.ts';
import { RedirectionRow } from './RedirectionRow.tsx';

/** Who was sent on and has no answer yet, late first; then what was answered lately. Arrows walk; letters act on the line. */
export const RedirectionList = () => {
  useNow();
  // Both in one answer: a line that leaves one group is in the other at once, and the cursor meets no stranger between.
  const { data } = useQuery({
    queryKey: [['redirections', 'followed']],
    queryFn: async () => {
      const [pending, answered] = await Promise.all([
        client.redirections.pending(),
        client.redirections.answered(),
      ]);
      return { pending, answered };
    },
  });
  const groups = data === undefined ? [] : lineGroups(data.pending, data.answered, Date.now());
  const lines = groups.flatMap((group) => group.lines);
  const cursor = useLineCursor(lines, null);

  if (data === undefined) return null;
  if (lines.length === 0)
    return (
      <EmptyState title="Aucune orientation à suivre">
        Quand une demande se conclut par « Orienté », la réponse attendue de l’autre côté se suit ici.
      </EmptyState>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows walk the lines inside; each line is focusable itself.
    <div className="waiting" onKeyDown={cursor.onKey}>
      {groups.map((group) => (
        <section key={group.key} className="waiting-group" data-group={group.key}>
          <h3>
            {group.label} <span>{group.lines.length}</span>
          </h3>
          <ul>
            {group.lines.map(({ key, row, waits }) => (
              <RedirectionRow
                key={key}
                row={row}
                waits={waits}
                active={key === cursor.active}
                onFocus={() => cursor.move(key)}
                refTo={(element) => cursor.hold(key, element)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
