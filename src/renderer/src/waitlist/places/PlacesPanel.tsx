import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { useLineCursor } from '../../requests/callbacks/use-line-cursor.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel, PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { Meter } from './Meter.tsx';
import '../freed/freed.css';
import './places.css';

/** Every set of places that stands: Enter rings for it, D gives some more. */
export const PlacesPanel = () => {
  const { open, close } = usePanel();
  const practitioners = usePractitioners();
  const query = useQuery(api.waitlist.givenPlaces.queryOptions());
  const standing = query.data ?? [];
  const body = useFocusOnMount<HTMLElement>();
  const cursor = useLineCursor(
    standing.map(({ id }) => ({ key: String(id) })),
    null,
  );
  useCommand('back', close);
  const give = () => open({ kind: 'give-places', practitionerId: null });
  const onKeyDown = (event: KeyboardEvent) => {
    cursor.onKey(event);
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (meantKey(event) !== 'd') return;
    event.preventDefault();
    give();
  };
  return (
    <Panel title="Places données" onClose={close}>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Places données">
        {query.isError ? (
          <Notice tone="red" title={errorText(query.error).title}>
            {errorText(query.error).body}
          </Notice>
        ) : null}
        {query.data === undefined ? null : standing.length === 0 ? (
          <EmptyState title="Aucune place donnée">
            Un praticien complet peut rouvrir quelques places jusqu’à une date : elles vont à qui attend, dans
            l’ordre de la règle. Rien n’en est dit aux appelants.
          </EmptyState>
        ) : (
          <ul className="freed-lines" aria-label="Places en cours">
            {standing.map((places) => {
              const key = String(places.id);
              const active = key === cursor.active;
              const who = practitioners.find(({ id }) => id === places.practitionerId);
              return (
                <li key={key}>
                  <button
                    type="button"
                    className="waiting-row freed-place"
                    data-active={active || undefined}
                    tabIndex={active ? 0 : -1}
                    ref={(element) => cursor.hold(key, element)}
                    onFocus={() => cursor.move(key)}
                    onClick={() => open({ kind: 'given-places', id: places.id })}
                  >
                    <strong>{who === undefined ? 'Praticien parti' : practitionerName(who)}</strong>
                    {active ? <Kbd>Entrée</Kbd> : null}
                    <Meter places={places} />
                  </button>
                </li>
              );
            })}
          </ul>
        )}
      </PanelBody>
      <PanelFoot>
        <Button variant="default" rightSection={<Kbd>D</Kbd>} onClick={give}>
          Donner des places
        </Button>
      </PanelFoot>
    </Panel>
  );
};
