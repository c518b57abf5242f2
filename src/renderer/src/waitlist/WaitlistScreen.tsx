import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { api } from '../api/query.ts';
import { isTextField } from '../app/shortcuts/keys.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { goToView, usePlace, type View, viewHash } from './go.ts';
import { type Form, ListView } from './list/ListView.tsx';
import { PlacesButton } from './places/PlacesButton.tsx';
import '../requests/requests.css';
import './waitlist.css';

interface TabProps {
  readonly view: View;
  readonly label: string;
  readonly count: number | undefined;
  readonly current: boolean;
}

const Tab = ({ view, label, count, current }: TabProps) => (
  <a href={viewHash(view)} aria-current={current ? 'page' : undefined}>
    {label} {count === undefined ? null : <b>{count}</b>}
  </a>
);

const TABS: readonly View[] = ['registration', 'earlier', 'reconfirm'];

/** Who waits: to be taken on, or to come sooner; never mixed. */
export const WaitlistScreen = () => {
  const place = usePlace();
  const { data: counts } = useQuery(api.waitlist.counts.queryOptions());
  const [form, setForm] = useState<Form | null>(null);
  const { view } = place;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form belongs to the view that it was opened in
  useEffect(() => setForm(null), [view]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || event.defaultPrevented || form !== null || isTextField(event.target)) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = TABS[TABS.indexOf(view) + step];
    if (next === undefined) return;
    event.preventDefault();
    goToView(next);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows go from one list to the next, wherever the keyboard is inside
    <div className="requests wl" onKeyDown={onKeyDown}>
      <header>
        <h1>Listes d’attente</h1>
        <nav aria-label="Listes">
          <Tab
            view="registration"
            label="Prise en charge"
            count={counts?.registration}
            current={view === 'registration'}
          />
          <Tab view="earlier" label="Plus tôt" count={counts?.earlier} current={view === 'earlier'} />
          <Tab
            view="reconfirm"
            label="À reconfirmer"
            count={counts?.toReconfirm}
            current={view === 'reconfirm'}
          />
        </nav>
        <Kbd>← →</Kbd>
        <span className="requests-gap" />
        {view === 'registration' ? <PlacesButton /> : null}
        {view === 'registration' ? (
          <Button
            size="compact-md"
            variant="subtle"
            color="gray"
            rightSection={<Kbd>E</Kbd>}
            onClick={() => setForm('export')}
          >
            Pour la CPTS
          </Button>
        ) : null}
        {view === 'reconfirm' ? null : (
          <Button size="compact-md" rightSection={<Kbd>A</Kbd>} onClick={() => setForm('add')}>
            Inscrire
          </Button>
        )}
      </header>
      <ListView key={view} view={view} wanted={place.entryId} form={form} onForm={setForm} />
    </div>
  );
};
