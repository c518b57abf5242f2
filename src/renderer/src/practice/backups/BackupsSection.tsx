import { Button } from '@mantine/core';
import { IconDeviceFloppy, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BackupState } from '../../../../contract/copies.ts';
import type { FullCheckState } from '../../../../contract/gate.ts';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { Callout } from '../Callout.tsx';
import { SectionHead } from '../SectionHead.tsx';
import './backups.css';
import { momentText } from './copy-words.ts';
import { GoBack } from './GoBack.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import { Salvage } from './Salvage.tsx';
import { SecondPlace } from './SecondPlace.tsx';

/** The copies that Parvis makes by itself: what was made, proven, carried elsewhere, what failed, and the way back. */
export const BackupsSection = () => {
  const queries = useQueryClient();
  const { data: state } = useQuery(api.copies.state.queryOptions({ staleTime: 0 }));
  const { data: status } = useQuery(
    api.gate.status.queryOptions({
      staleTime: 0,
      refetchInterval: ({ state: { data } }) => (data?.state === 'open' && !data.check ? 3_000 : false),
    }),
  );
  const keep = (made: BackupState) => {
    queries.setQueryData(api.copies.state.queryKey(), made);
    return queries.invalidateQueries({ queryKey: api.copies.list.key() });
  };
  const backUp = useMutation(
    api.copies.make.mutationOptions({
      onSuccess: (made) => {
        if (made.failure === null) showSuccess('Sauvegarde faite et vérifiée.');
        return keep(made);
      },
      onError: showError,
    }),
  );
  const prove = useMutation(
    api.copies.prove.mutationOptions({
      onSuccess: (made) => {
        if (isHeld(made)) showSuccess('La dernière sauvegarde a été restaurée à part : tout y est.');
        return keep(made);
      },
      onError: showError,
    }),
  );
  const check = status?.state === 'open' ? (status.check ?? null) : null;
  return (
    <section className="set-section">
      <SectionHead
        title="Sauvegardes"
        action={
          <Button
            leftSection={<IconDeviceFloppy size={16} />}
            loading={backUp.isPending}
            onClick={() => backUp.mutate(undefined)}
          >
            Sauvegarder maintenant
          </Button>
        }
      >
        Parvis copie la maison chaque heure où quelque chose a changé, et à la fermeture. Chaque copie est
        chiffrée, relue et vérifiée ; chaque semaine, la dernière est restaurée à part et comparée.
      </SectionHead>
      <Alarms state={state} check={check} />
      {state?.setAside ? <Salvage key={state.setAside.at} setAside={state.setAside} /> : null}
      <dl className="set-facts">
        <dt>Dernière sauvegarde</dt>
        <dd>
          {state?.lastAt ? (
            <>
              <time dateTime={new Date(state.lastAt).toISOString()}>{momentText(state.lastAt)}</time>
              <small className="set-quiet"> sauvegardes/{state.file}</small>
            </>
          ) : (
            'pas encore : la première se fait quelques secondes après l’ouverture'
          )}
        </dd>
        <dt>Dernière preuve</dt>
        <dd>
          {state?.proof ? (
            <StatusChip tone="green" shape="check">
              restaurée à part et comparée le {momentText(state.proof.at)}
            </StatusChip>
          ) : (
            'pas encore'
          )}{' '}
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconRosetteDiscountCheck size={15} />}
            loading={prove.isPending}
            disabled={!state?.lastAt}
            onClick={() => prove.mutate(undefined)}
          >
            Éprouver maintenant
          </Button>
        </dd>
        <dt>Vérification du fichier et du journal</dt>
        <dd>
          {check === null ? (
            'en cours : elle suit chaque ouverture'
          ) : check.ok ? (
            <StatusChip tone="green" shape="check">
              tout est en ordre, {momentText(check.at)}
            </StatusChip>
          ) : (
            <StatusChip tone="red" shape="cross">
              anomalie trouvée
            </StatusChip>
          )}
        </dd>
        <dt>Dossier de données</dt>
        <dd>{status?.folder ?? '—'}</dd>
      </dl>
      {state ? (
        <div className="bk-cards">
          <SecondPlace key={state.target?.path ?? ''} target={state.target} now={Date.now()} />
          <RecoveryCode code={state.code} />
          <GoBack />
        </div>
      ) : null}
    </section>
  );
};

const isHeld = ({ proof, failedProof, proofTrouble }: BackupState): boolean =>
  proof !== null && proofTrouble === null && (failedProof === null || failedProof.at < proof.at);

const MONTH_MS = 30 * 24 * 3_600_000;

interface AlarmsProps {
  readonly state: BackupState | undefined;
  readonly check: FullCheckState | null;
}

/** What went wrong, each with what is safe and what to do. */
const Alarms = ({ state, check }: AlarmsProps) => {
  const failed = state?.failedProof;
  return (
    <>
      {state?.failure && (
        <Callout tone="warning" title="La dernière sauvegarde a échoué" alert>
          <p>{state.failure}</p>
        </Callout>
      )}
      {check?.message && (
        <Callout tone="warning" title="La vérification du fichier a trouvé une anomalie" alert>
          <p>{check.message}</p>
        </Callout>
      )}
      {failed && Date.now() - failed.at < MONTH_MS && (
        <Callout tone="warning" title="Une sauvegarde n’a pas résisté à la preuve" alert>
          <p>
            Celle du {momentText(failed.copyAt)} ne rendrait pas la maison telle qu’elle était. Elle est mise
            de côté, sous le nom « sauvegardes/{failed.file} », et une autre a été faite aussitôt.{' '}
            {state.proof && state.proof.at >= failed.at
              ? 'Celle-là a été éprouvée.'
              : 'Faites vérifier le disque de ce poste.'}
          </p>
        </Callout>
      )}
      {state?.proofTrouble && (
        <Callout tone="warning" title="La preuve n’a pas pu être faite">
          <p>{state.proofTrouble}</p>
        </Callout>
      )}
    </>
  );
};
