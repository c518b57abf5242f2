import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { DeskRequest } from '../../../contract/requests.ts';
import { resume } from '../agenda/booking/call.ts';
import { PersonLine } from '../agenda/person/PersonLine.tsx';
import { errorText } from '../api/error-text.ts';
import { api } from '../api/query.ts';
import { showError, showSuccess } from '../app/notify.ts';
import { CommandButton } from '../app/shortcuts/CommandButton.tsx';
import { durationText } from '../ui/dates.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { originLabel } from './origin.ts';
import './requests.css';

const since = (request: DeskRequest): string => {
  const minutes = Math.max(0, Math.floor((Date.now() - request.openedAt) / 60_000));
  if (minutes < 24 * 60) return `depuis ${durationText(minutes)}`;
  const days = Math.floor(minutes / (24 * 60));
  return `depuis ${days} jour${days > 1 ? 's' : ''}`;
};

const RequestLine = ({ request }: { readonly request: DeskRequest }) => {
  const withdraw = useMutation(
    api.requests.close.mutationOptions({
      onSuccess: () => showSuccess('Demande classée sans suite'),
      onError: showError,
    }),
  );
  const { id, version, patient, wish } = request;
  return (
    <li className="request">
      <div className="request-who">
        {patient === null ? <strong>Personne non précisée</strong> : <PersonLine person={patient} />}
        {wish === null ? null : <p>« {wish} »</p>}
      </div>
      <span className="request-since">
        {originLabel[request.origin]}, {since(request)}
      </span>
      <Button onClick={() => resume(request)}>Reprendre</Button>
      <Button
        variant="subtle"
        color="gray"
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate({ id, version, outcome: { kind: 'withdrawn' } })}
      >
        Sans suite
      </Button>
    </li>
  );
};

/** What somebody asked for and nobody has answered yet, the earliest due first. */
export const RequestsScreen = () => {
  const { data, isError, error } = useQuery(api.requests.pending.queryOptions());
  if (isError) return <EmptyState title={errorText(error).title}>{errorText(error).body}</EmptyState>;
  if (data === undefined) return null;
  return (
    <div className="requests">
      <header>
        <h1>Demandes ouvertes</h1>
        <CommandButton command="request.new" />
      </header>
      {data.length === 0 ? (
        <EmptyState title="Toutes les demandes ont une réponse">
          Une demande commencée puis mise de côté attend ici, la plus pressée en premier.
        </EmptyState>
      ) : (
        <ul>
          {data.map((request) => (
            <RequestLine key={request.id} request={request} />
          ))}
        </ul>
      )}
    </div>
  );
};
