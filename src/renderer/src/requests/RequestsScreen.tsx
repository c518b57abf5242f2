import { hashOf, useRoute } from '../app/router.ts';
import { CommandButton } from '../app/shortcuts/CommandButton.tsx';
import { CallbackList } from './callbacks/CallbackList.tsx';
import { RequestList } from './list/RequestList.tsx';
import { useWork, type Waits } from './use-work.ts';
import './requests.css';

export const REQUESTS_PATH = 'demandes';
const CALLBACKS = 'rappels';
const NOBODY: Waits = { open: 0, late: 0 };

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

/** What somebody asked for and nobody has answered yet; and who was promised a call. The most pressing first. */
export const RequestsScreen = () => {
  const { params } = useRoute();
  const work = useWork();
  const calling = params['vue'] === CALLBACKS;
  return (
    <div className="requests">
      <header>
        <h1>{calling ? 'À rappeler' : 'Demandes ouvertes'}</h1>
        <nav aria-label="Demandes et rappels">
          <Tab view={null} label="Demandes" waits={work?.requests} current={!calling} />
          <Tab view={CALLBACKS} label="À rappeler" waits={work?.toRing} current={calling} />
        </nav>
        <span className="requests-gap" />
        <CommandButton command="request.new" />
      </header>
      {calling ? <CallbackList /> : <RequestList />}
    </div>
  );
};
