import { useQuery } from '@tanstack/react-query';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { useNow, useZone } from '../../app/now.ts';
import { usePanel } from '../../app/panel.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel, PanelBody } from '../../ui/Panel.tsx';
import { FreedLines } from './FreedLines.tsx';
import './freed.css';

/** Every place that came free and still waits for somebody. */
export const FreedListPanel = () => {
  const close = usePanel((state) => state.close);
  const now = useNow();
  const zone = useZone();
  const query = useQuery(api.waitlist.freed.queryOptions());
  useCommand('back', close);
  return (
    <Panel title="Créneaux libérés" onClose={close}>
      <PanelBody>
        {query.isError ? (
          <Notice tone="red" title={errorText(query.error).title}>
            {errorText(query.error).body}
          </Notice>
        ) : null}
        {query.data === undefined ? null : query.data.length === 0 ? (
          <EmptyState title="Aucun créneau libéré">
            Quand un rendez-vous est annulé ou déplacé, son heure attend ici d’être proposée à la liste.
          </EmptyState>
        ) : (
          <FreedLines slots={query.data} now={now} zone={zone} />
        )}
      </PanelBody>
    </Panel>
  );
};
