import { Button } from '@mantine/core';
import { IconCheck, IconFileTypePdf, IconListSearch, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupState } from '../../../../contract/copies.ts';
import type {
  Salvage as Found,
  SalvageGroup,
  SalvageKind,
  SalvageLine,
} from '../../../../contract/salvage.ts';
import { client } from '../../api/client.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { useHandOut } from '../../paper/use-hand-out.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { Callout } from '../Callout.tsx';
import { counted, momentText } from './copy-words.ts';

const titles: Readonly<Record<SalvageKind, string>> = {
  appointment: 'Rendez-vous',
  callback: 'Rappels promis',
  request: 'Demandes',
  waitlist: 'Listes d’attente',
};

/** After a copy took the file's place: what the file set aside still says, for somebody to type again. */
export const Salvage = ({ setAside }: { readonly setAside: NonNullable<BackupState['setAside']> }) => {
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [sure, setSure] = useState(false);
  // Each reading is written in the journal: only when somebody wants it, and not at each focus of the window.
  const query = useQuery(
    api.copies.salvage.queryOptions({ enabled: asked, staleTime: Infinity, gcTime: 0, retry: false }),
  );
  const paper = useHandOut({ name: 'Liste', ask: () => client.copies.salvagePaper() });
  const done = useMutation(
    api.copies.salvaged.mutationOptions({
      onSuccess: (state) => {
        queries.setQueryData(api.copies.state.queryKey(), state);
        showSuccess('C’est noté. Le fichier mis de côté reste dans « mis-de-cote ».');
      },
      onError: showError,
    }),
  );
  const read = () => (asked ? void query.refetch() : setAsked(true));
  const trouble = query.error === null ? null : errorText(query.error);
  return (
    <section className="set-card set-stack bk-salvage" aria-labelledby="bk-salvage">
      <h3 className="set-card-title" id="bk-salvage">
        À ressaisir depuis le fichier mis de côté
      </h3>
      <p className="set-quiet">
        Le {momentText(setAside.at)}, la sauvegarde du {momentText(setAside.copyAt)} a pris la place du
        fichier. Parvis relit ce qui reste lisible de l’ancien et montre ce qui manque ici. Rien n’est repris
        tout seul ; une ligne ressaisie disparaît de la liste à la lecture suivante.
      </p>
      <div className="set-tools">
        <Button
          leftSection={<IconListSearch size={17} />}
          variant={query.data ? 'default' : 'filled'}
          loading={query.isFetching}
          onClick={read}
        >
          {query.data ? 'Relire' : 'Voir ce qui est à ressaisir'}
        </Button>
        {query.data?.readable ? (
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={17} />}
              loading={paper.pending === 'print'}
              onClick={() => paper.hand('print')}
            >
              Imprimer
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileTypePdf size={17} />}
              loading={paper.pending === 'pdf'}
              onClick={() => paper.hand('pdf')}
            >
              Enregistrer en PDF
            </Button>
          </>
        ) : null}
        <Button
          variant={sure ? 'filled' : 'subtle'}
          leftSection={<IconCheck size={17} />}
          loading={done.isPending}
          onClick={() => (sure ? done.mutate(undefined) : setSure(true))}
        >
          {sure ? 'Oui, retirer cette carte' : 'C’est ressaisi…'}
        </Button>
      </div>
      {query.isFetching ? <p role="status">Lecture du fichier mis de côté…</p> : null}
      {trouble ? (
        <Callout tone="warning" title={trouble.title} alert>
          <p>{trouble.body} Le fichier mis de côté n’a pas changé.</p>
        </Callout>
      ) : null}
      {query.data && !query.isFetching ? <List found={query.data} /> : null}
    </section>
  );
};

const List = ({ found }: { readonly found: Found }) => {
  if (!found.readable)
    return (
      <Callout tone="warning" title="Le fichier mis de côté ne se lit plus" alert>
        <p>
          Son début est détruit, ou sa clé n’est plus la même : rien n’a pu en être tiré. Il est gardé tel
          quel. Ce qui a été saisi après la sauvegarde est à retrouver autrement : feuilles imprimées, carnet,
          papier de secours.
        </p>
      </Callout>
    );
  const shown = found.groups.filter(({ lines, lost }) => lines.length > 0 || lost !== 0);
  const settled = found.groups.reduce((sum, group) => sum + group.settled, 0);
  return (
    <>
      {shown.length === 0 ? (
        <p role="status">Rien à ressaisir : tout ce qui se lit de l’ancien fichier est ici.</p>
      ) : (
        shown.map((group) => <Group key={group.kind} group={group} />)
      )}
      {settled > 0 ? (
        <p className="set-quiet">
          {counted(settled, 'autre ligne faite puis close', 'autres lignes faites puis closes')} depuis la
          sauvegarde (annulée, retirée, conclue) : rien à refaire.
        </p>
      ) : null}
    </>
  );
};

const Group = ({ group }: { readonly group: SalvageGroup }) => {
  const { kind, lines, more, lost } = group;
  return (
    <div className="set-stack">
      <h4 className="bk-salvage-title" id={`bk-salvage-${kind}`}>
        {titles[kind]} ({lines.length + more})
      </h4>
      {lost === 0 ? null : (
        <Callout tone="warning" title="Une partie est détruite">
          <p>
            {lost === null
              ? 'Des pages ne se lisent plus, sans qu’on puisse dire combien de lignes y étaient.'
              : `Jusqu’à ${counted(lost, 'ligne', 'lignes')} ne se lisent plus. Certaines peuvent être plus anciennes que la sauvegarde, et donc présentes ici.`}
          </p>
        </Callout>
      )}
      {lines.length === 0 ? null : (
        <ul className="bk-salvage-lines" aria-labelledby={`bk-salvage-${kind}`}>
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      )}
      {more > 0 ? (
        <p className="set-quiet">
          et {counted(more, 'autre', 'autres')}, qui se montreront une fois celles-ci ressaisies.
        </p>
      ) : null}
    </div>
  );
};

const Line = ({ line }: { readonly line: SalvageLine }) => (
  <li>
    <div className="bk-salvage-who">
      {line.who === null ? (
        <span className="set-quiet">dossier illisible</span>
      ) : (
        <strong className="pv-name">{line.who}</strong>
      )}
      {line.about === '' ? null : <small className="set-quiet">{line.about}</small>}
      {line.missingRecord ? (
        <StatusChip tone="amber" shape="triangle">
          dossier à recréer
        </StatusChip>
      ) : null}
    </div>
    <div>
      {line.what}
      {line.here === null ? null : <small className="set-quiet bk-salvage-here">ici : {line.here}</small>}
    </div>
  </li>
);
