import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from '../../api/client.ts';
import { errorText } from '../../api/error-text.ts';
import { followChanges } from '../../api/live.ts';
import { api, queryClient } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Frame } from '../frame/Frame.tsx';
import { SeatCommands } from '../seat/SeatCommands.tsx';
import { useStation } from '../station.ts';
import { ClosedDoor, FirstStart } from './doors.tsx';
import { SitDown } from './SitDown.tsx';

/** What stands before the desk: the session, the file, the first start, and who sits there. */
export const Gate = () => {
  const lost = useSession((state) => state.lost);
  const status = useQuery(
    api.gate.status.queryOptions({
      refetchInterval: ({ state }) => (state.data?.state === 'open' ? false : 2_000),
    }),
  );
  if (lost) return <LostSession />;
  if (status.isPending) return <Loader className="frame-loader" aria-label="Ouverture" />;
  // Once it has answered, one question without an answer takes nobody's screen away: what is half typed stays.
  if (status.data === undefined) {
    const { title, body } = errorText(status.error);
    return (
      <EmptyState title={title} action={<Button onClick={() => status.refetch()}>Réessayer</Button>}>
        {body}
      </EmptyState>
    );
  }
  if (status.data.state === 'closed') return <ClosedDoor status={status.data} />;
  if (status.data.firstStart) return <FirstStart />;
  return <Desk />;
};

const Desk = () => {
  const actorId = useStation((state) => state.actorId);
  const locked = useStation((state) => state.locked);
  const seated = actorId !== null;
  const following = seated && !locked;
  useEffect(
    () =>
      following
        ? followChanges(queryClient, (signal) => client.gate.changes(undefined, { signal }))
        : undefined,
    [following],
  );
  if (!seated) return <SitDown />;
  return (
    <>
      <Frame />
      <SeatCommands />
    </>
  );
};

const LostSession = () => (
  <EmptyState title="Cette page n’est plus reliée à Parvis">
    Ce qui est enregistré est en sécurité. Ouvrez de nouveau l’adresse que Parvis a affichée en démarrant ;
    elle ne sert qu’une fois.
  </EmptyState>
);
