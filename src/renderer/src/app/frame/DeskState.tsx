import { useQuery } from '@tanstack/react-query';
import type { BackupState } from '../../../../contract/copies.ts';
import { useLive } from '../../api/live.ts';
import { api } from '../../api/query.ts';
import { hasLasted, sinceText } from '../../practice/backups/copy-words.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { hashOf } from '../router.ts';

const EVERY_MS = 5 * 60_000;

/** Says so when what is on screen may be out of date, or what is saved may be lost; silent while all is well. */
export const DeskState = () => {
  const { state, writesWait } = useLive();
  const { data: backup } = useQuery(api.copies.state.queryOptions({ refetchInterval: EVERY_MS }));
  const { data: status } = useQuery(api.gate.status.queryOptions({ refetchInterval: EVERY_MS }));
  const damaged = status?.state === 'open' && status.check?.ok === false;
  const { data: sheets } = useQuery(api.fallback.state.queryOptions({ refetchInterval: EVERY_MS }));
  const alarm = damaged ? 'Fichier abîmé : voir' : backup ? alarmOf(backup, Date.now()) : null;
  const toType = backup?.setAside ? 'Saisies à refaire : voir' : null;
  const sheetsFail = alarm === null && sheets?.failure ? 'Papier de secours en échec : voir' : null;
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
        (alarm ?? sheetsFail ?? toType) && (
          <a href={hashOf(alarm === null && sheetsFail ? 'reglages/secours' : 'reglages/sauvegardes')}>
            <StatusChip tone={alarm || sheetsFail ? 'red' : 'amber'} shape="triangle">
              {alarm ?? sheetsFail ?? toType}
            </StatusChip>
          </a>
        )
      )}
    </span>
  );
};

const alarmOf = ({ failure, failedProof, proof, target }: BackupState, now: number): string | null => {
  if (failure) return 'Sauvegarde en échec : voir';
  if (failedProof && (proof === null || proof.at < failedProof.at)) return 'Sauvegarde douteuse : voir';
  if (target?.failure) return 'Copie sur la clé en échec : voir';
  if (target?.absent && hasLasted(target.seenAt, now))
    return `Clé de sauvegarde absente ${sinceText(target.seenAt, now)}`;
  return null;
};
