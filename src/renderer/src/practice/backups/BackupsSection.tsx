import { Button } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { Callout } from '../Callout.tsx';
import { SectionHead } from '../SectionHead.tsx';

/** By the clock of the PC, like the file's own date in its folder. */
const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short' });

/** The copies that Parvis makes by itself: when the last one was made, what failed, and one more on request. */
export const BackupsSection = () => {
  const queries = useQueryClient();
  const { data: state } = useQuery(api.gate.backup.queryOptions({ staleTime: 0 }));
  const { data: status } = useQuery(
    api.gate.status.queryOptions({
      staleTime: 0,
      refetchInterval: ({ state: { data } }) => (data?.state === 'open' && !data.check ? 3_000 : false),
    }),
  );
  const backUp = useMutation(
    api.gate.backUpNow.mutationOptions({
      onSuccess: (made) => {
        queries.setQueryData(api.gate.backup.queryKey(), made);
        if (made.failure === null) showSuccess('Sauvegarde faite et vérifiée.');
      },
      onError: showError,
    }),
  );
  const check = status?.state === 'open' ? status.check : null;
  const folder = status?.folder;
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
        Parvis copie la maison chaque jour, puis chaque heure où quelque chose a changé. Chaque copie est
        chiffrée, relue et vérifiée.
      </SectionHead>
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
      <dl className="set-facts">
        <dt>Dernière sauvegarde</dt>
        <dd>
          {state?.lastAt ? (
            <time dateTime={new Date(state.lastAt).toISOString()}>{moment.format(state.lastAt)}</time>
          ) : (
            'pas encore : la première se fait quelques secondes après l’ouverture'
          )}
        </dd>
        <dt>Fichier</dt>
        <dd>{state?.file ? `sauvegardes/${state.file}` : '—'}</dd>
        <dt>Dossier de données</dt>
        <dd>{folder ?? '—'}</dd>
        <dt>Vérification du fichier et du journal</dt>
        <dd>
          {check?.ok === true && (
            <StatusChip tone="green" shape="check">
              tout est en ordre, {moment.format(check.at)}
            </StatusChip>
          )}
          {check?.ok === false && (
            <StatusChip tone="red" shape="cross">
              anomalie trouvée
            </StatusChip>
          )}
          {!check && 'en cours : elle suit chaque ouverture'}
        </dd>
      </dl>
      <Callout tone="note" title="Ces copies restent sur ce poste">
        <p>
          Recopiez de temps en temps les trois fichiers de la dernière (.db, .keys, .json) sur une clé USB
          rangée hors du poste. Le code de récupération, imprimé au premier démarrage, les ouvre sur un autre
          poste.
        </p>
      </Callout>
    </section>
  );
};
