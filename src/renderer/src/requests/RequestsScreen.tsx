import { useQuery } from '@tanstack/react-query';
import { api } from '../api/query.ts';
import { hashOf, useRoute } from '../app/router.ts';
import { CommandButton } from '../app/shortcuts/CommandButton.tsx';
import { CallbackList } from './callbacks/CallbackList.tsx';
import { RequestList } from './list/RequestList.tsx';
import './requests.css';

export const REQUESTS_PATH = 'demandes';
const CALLBACKS = 'rappels';

interface TabProps {
  readonly view: string | null;
  readonly label: string;
  readonly open: number | undefined;
  readonly late: number | undefined;
  readonly current: boolean;
}

const Tab = ({ view, label, open = 0, late = 0, current }: TabProps) => (
  <a href={hashOf(REQUESTS_PATH, { vue: view })} aria-current={current ? 'page' : undefined}>
    {label} <b>{open}</b>
    {late === 0 ? null : <span className="requests-late">{late} en retard</span>}
  </a>
);

/** What somebody asked for and nobody has answered yet; and who was promised a call. The most pressing first. */
export const RequestsScreen = () => {
  const { params } = useRoute();
  const { data: counts } = useQuery(api.requests.counts.queryOptions());
  const calling = params['vue'] === CALLBACKS;
  return (
    <div className="requests">
      <header>
        <h1>{calling ? 'À rappeler' : 'Demandes ouvertes'}</h1>
        <nav aria-label="Demandes et rappels">
          <Tab
            view={null}
            label="Demandes"
            open={counts?.requests.open}
            late={counts?.requests.late}
            current={!calling}
          />
          <Tab
            view={CALLBACKS}
            label="Rappels promis"
            open={counts?.callbacks.open}
            late={counts?.callbacks.late}
            current={calling}
          />
        </nav>
        <span className="requests-gap" />
        <CommandButton command="request.new" />
      </header>
      {calling ? <CallbackList /> : <RequestList />}
    </div>
  );
};
