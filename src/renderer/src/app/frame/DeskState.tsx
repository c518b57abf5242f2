import { useQuery } from '@tanstack/react-query';
import { useLive } from '../../api/live.ts';
import { api } from '../../api/query.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { hashOf } from '../router.ts';

const EVERY_MS = 5 * 60_000;

/** Says so when what is on screen may be out of date, or what is saved may be lost; silent while all is well. */
export const DeskState = () => {
  const { state, writesWait } = useLive();
  const { data: backup } = useQuery(api.gate.backup.queryOptions({ refetchInterval: EVERY_MS }));
  const { data: status } = useQuery(api.gate.status.queryOptions({ refetchInterval: EVERY_MS }));
  const damaged = status?.state === 'open' && status.check?.ok === false;
  return (
    <span role="status">
      {state === 'lost' ? (
        <StatusChip tone="amber" shape="triangle">
          Parvis ne répond plus : nouvelle tentative…
        </StatusChip>
      ) : writesWait ? (
        <StatusChip tone="amber" shape="ring">
          Reprise en cours d’écriture : ce que vous enregistrez attend quelques secondes
        </StatusChip>
      ) : (
        (damaged || backup?.failure) && (
          <a href={hashOf('reglages/sauvegardes')}>
            <StatusChip tone="red" shape="triangle">
              {damaged ? 'Fichier abîmé : voir' : 'Sauvegarde en échec : voir'}
            </StatusChip>
          </a>
        )
      )}
    </span>
  );
};
