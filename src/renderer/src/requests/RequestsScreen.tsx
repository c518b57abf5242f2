import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { api } from '../api/query.ts';
import { hashOf, navigate, useRoute } from '../app/router.ts';
import { CommandButton } from '../app/shortcuts/CommandButton.tsx';
import { isTextField } from '../app/shortcuts/keys.ts';
import { meantKey } from '../app/shortcuts/meant-key.ts';
import { RedirectionList } from '../redirections/RedirectionList.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { CallbackList } from './callbacks/CallbackList.tsx';
import { RequestList } from './list/RequestList.tsx';
import { OnLists } from './lists/OnLists.tsx';
import { useWork, type Waits } from './use-work.ts';
import './requests.css';

export const REQUESTS_PATH = 'demandes';
const CALLBACKS = 'rappels';
export const REDIRECTIONS_VIEW = 'orientations';
const LISTS = 'listes';
const LISTS_KEY = 'l';
const NOBODY: Waits = { open: 0, late: 0 };

const TITLES: Readonly<Record<string, string>> = {
  [CALLBACKS]: 'À rappeler',
  [REDIRECTIONS_VIEW]: 'Orientations à suivre',
  [LISTS]: 'Sur liste',
};

interface TabProps {
  readonly view: string | null;
  readonly label: string;
  readonly waits: Waits | undefined;
  readonly current: boolean;
  readonly shortcut?: string;
}

const Tab = ({ view, label, waits = NOBODY, current, shortcut }: TabProps) => (
  <a
    href={hashOf(REQUESTS_PATH, { vue: view })}
    aria-current={current ? 'page' : undefined}
    aria-keyshortcuts={shortcut}
  >
    {label} <b>{waits.open}</b>
    {waits.late === 0 ? null : <span className="requests-late">{waits.late} en retard</span>}
    {shortcut === undefined ? null : <Kbd>{shortcut.toUpperCase()}</Kbd>}
  </a>
);

/**
 * What somebody asked for and nobody has answered yet; who was promised a call; who was sent on; who waits on a list. The most pressing
 * first.
 */
export const RequestsScreen = () => {
  const { params } = useRoute();
  const work = useWork();
  const { data: listed } = useQuery(api.requests.onLists.queryOptions());
  const view = params['vue'] ?? null;
  const shown = view !== null && Object.hasOwn(TITLES, view) ? view : null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTextField(event.target) || meantKey(event) !== LISTS_KEY) return;
    event.preventDefault();
    navigate(REQUESTS_PATH, { vue: shown === LISTS ? null : LISTS });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the letter that opens the lists, wherever the keyboard is inside
    <div className="requests" onKeyDown={onKeyDown}>
      <header>
        <h1>{shown === null ? 'Demandes ouvertes' : TITLES[shown]}</h1>
        <nav aria-label="Demandes, rappels et listes">
          <Tab view={null} label="Demandes" waits={work?.requests} current={shown === null} />
          <Tab view={CALLBACKS} label="À rappeler" waits={work?.toRing} current={shown === CALLBACKS} />
          <Tab
            view={REDIRECTIONS_VIEW}
            label="Orientations"
            waits={work?.redirections}
            current={shown === REDIRECTIONS_VIEW}
          />
          <Tab
            view={LISTS}
            label="Sur liste"
            waits={listed === undefined ? undefined : { open: listed.length, late: 0 }}
            current={shown === LISTS}
            shortcut={LISTS_KEY}
          />
        </nav>
        <span className="requests-gap" />
        <CommandButton command="request.new" />
      </header>
      {shown === CALLBACKS ? (
        <CallbackList />
      ) : shown === REDIRECTIONS_VIEW ? (
        <RedirectionList />
      ) : shown === LISTS ? (
        <OnLists />
      ) : (
        <RequestList />
      )}
    </div>
  );
};
