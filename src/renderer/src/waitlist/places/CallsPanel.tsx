import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { GivenPlacesId } from '../../../../contract/ids.ts';
import type { Candidate, GivenPlaces, Offer } from '../../../../contract/waitlist-offers.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Panel, PanelBody } from '../../ui/Panel.tsx';
import { CallList } from './CallList.tsx';
import { Taken, type TakenOn } from './Taken.tsx';
import { TakeOn } from './TakeOn.tsx';
import '../freed/freed.css';
import './places.css';

interface Shown {
  readonly places: GivenPlaces;
  readonly candidates: readonly Candidate[];
  readonly others: readonly Candidate[];
}

/** The places of one practitioner: who is rung, in the order of the rule, and what came of it. */
export const CallsPanel = ({ id }: { readonly id: GivenPlacesId }) => {
  const close = usePanel((state) => state.close);
  const query = useQuery(api.waitlist.places.queryOptions({ input: { id }, staleTime: 0 }));
  useCommand('back', close);
  return (
    <Panel title="Places données" onClose={close}>
      {query.data === undefined ? (
        <PanelBody>
          {query.isError ? (
            <Notice tone="red" title={errorText(query.error).title}>
              {errorText(query.error).body}
            </Notice>
          ) : (
            <p className="freed-soft">Recherche des personnes qui attendent…</p>
          )}
        </PanelBody>
      ) : (
        <Steps {...query.data} />
      )}
    </Panel>
  );
};

/** The list, then the appointment of whoever says yes, then what to say. */
const Steps = (shown: Shown) => {
  const { places, candidates, others } = shown;
  const [accepting, setAccepting] = useState<Offer | null>(null);
  const [taken, setTaken] = useState<TakenOn | null>(null);
  const line =
    accepting === null
      ? undefined
      : [...others, ...candidates].find(({ entry }) => entry.id === accepting.entryId);
  // Taken back by Ctrl+Z: the place is to be had again, and so is the list.
  if (taken !== null && places.taken >= taken.places.taken)
    return <Taken taken={taken} places={places} onNext={() => setTaken(null)} />;
  if (accepting !== null && line !== undefined)
    return (
      <TakeOn
        line={line}
        offer={accepting}
        places={places}
        onTaken={(what) => {
          setAccepting(null);
          setTaken(what);
        }}
        onBack={() => setAccepting(null)}
      />
    );
  return <CallList {...shown} onAccepts={setAccepting} />;
};
