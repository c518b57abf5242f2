import { useEffect } from 'react';
import { hashOf, useRoute } from '../app/router.ts';
import { CommandButton } from '../app/shortcuts/CommandButton.tsx';
import { RedirectionList } from '../redirections/RedirectionList.tsx';
import { goToView } from '../waitlist/go.ts';
import { CallbackList } from './callbacks/CallbackList.tsx';
import { RequestList } from './list/RequestList.tsx';
import { useWork, type Waits } from './use-work.ts';
import './requests.css';

export const REQUESTS_PATH = 'demandes';
const CALLBACKS = 'rappels';
export const REDIRECTIONS_VIEW = 'orientations';
/** Where the lists once stood: an address that somebody kept leads to their own screen. */
const LISTS = 'listes';
const NOBODY: Waits = { open: 0, late: 0 };

const TITLES: Readonly<Record<string, string>> = {
  [CALLBACKS]: 'À rappeler',
  [REDIRECTIONS_VIEW]: 'Orientations à suivre',
};

interface TabProps {
  readonly view: string | null;
  readonly label: string;
  readonly waits: Waits | undefined;
  readonly current: boolean;
}

const Tab = ({ view, label, waits = NOBODY, current }: TabProps) => (
  <a href={hashOf(REQUESTS_PATH, { vue: view })} aria-current={current ? 'page' : undefined}>
    {label} <b>{waits.open}</b>
    {waits.late === 0 ? null : <span className="requests-late">{waits.late} en retard</span>}
  </a>
);

/** What somebody asked for and nobody has answered yet; who was promised a call; who was sent on. The most pressing first. */
export const RequestsScreen = () => {
  const { params } = useRoute();
  const work = useWork();
  const view = params['vue'] ?? null;
  const shown = view !== null && Object.hasOwn(TITLES, view) ? view : null;
  useEffect(() => {
    if (view === LISTS) goToView('registration');
  }, [view]);
  return (
    <div className="requests">
      <header>
        <h1>{shown === null ? 'Demandes ouvertes' : TITLES[shown]}</h1>
        <nav aria-label="Demandes et rappels">
          <Tab view={null} label="Demandes" waits={work?.requests} current={shown === null} />
          <Tab view={CALLBACKS} label="À rappeler" waits={work?.toRing} current={shown === CALLBACKS} />
          <Tab
            view={REDIRECTIONS_VIEW}
            label="Orientations"
            waits={work?.redirections}
            current={shown === REDIRECTIONS_VIEW}
          />
        </nav>
        <span className="requests-gap" />
        <CommandButton command="request.new" />
      </header>
      {shown === CALLBACKS ? (
        <CallbackList />
      ) : shown === REDIRECTIONS_VIEW ? (
        <RedirectionList />
      ) : (
        <RequestList />
      )}
    </div>
  );
};
