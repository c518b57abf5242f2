import { Button, Loader, Radio, Stack, TextInput } from '@mantine/core';
import { IconFolder, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FallbackNames, FallbackState } from '../../../contract/fallback.ts';
import { localNow } from '../../../contract/time.ts';
import { errorText } from '../api/error-text.ts';
import { api } from '../api/query.ts';
import { showError, showSuccess } from '../app/notify.ts';
import { useZone } from '../app/now.ts';
import { Callout } from '../practice/Callout.tsx';
import { SectionHead } from '../practice/SectionHead.tsx';
import { clockText, dayText } from '../ui/dates.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import './fallback.css';

/** Réglages → Papier de secours: sheets that are read without Parvis, in a folder that the house answers for. */
export const FallbackSection = () => {
  const queries = useQueryClient();
  const { data: state, error } = useQuery(api.fallback.state.queryOptions({ staleTime: 0 }));
  const keep = (next: FallbackState) => queries.setQueryData(api.fallback.state.queryKey(), next);
  const write = useMutation(
    api.fallback.write.mutationOptions({
      onSuccess: (next) => {
        keep(next);
        if (next.failure === null) showSuccess(`${next.files.length} feuilles écrites.`);
      },
      onError: showError,
    }),
  );
  if (error !== null) return <EmptyState title={errorText(error).title}>{errorText(error).body}</EmptyState>;
  if (state === undefined) return <Loader aria-label="Chargement" />;
  return (
    <section className="set-section">
      <SectionHead
        title="Papier de secours"
        action={
          state.folder === null ? undefined : (
            <Button
              leftSection={<IconPrinter size={16} />}
              loading={write.isPending}
              onClick={() => write.mutate(undefined)}
            >
              Écrire maintenant
            </Button>
          )
        }
      >
        Pour le jour où Parvis ne s’ouvre pas : aujourd’hui, le jour ouvert suivant, les rappels promis et le
        haut des listes d’attente, en PDF qui se lisent sans lui. Réécrits toutes les demi-heures quand
        quelque chose a changé, et à la fermeture.
      </SectionHead>
      {state.failure === null ? null : (
        <Callout tone="warning" title="Les feuilles n’ont pas pu être écrites" alert>
          <p>{state.failure}</p>
        </Callout>
      )}
      <Standing state={state} />
      <div className="fb-cards">
        <Choice key={`${state.folder ?? ''} ${state.names}`} state={state} onChosen={keep} />
        <Protection />
      </div>
    </section>
  );
};

const Standing = ({ state: { folder, writtenAt, files, failure } }: { readonly state: FallbackState }) => {
  const zone = useZone();
  if (folder === null)
    return (
      <p>
        <StatusChip tone="grey" shape="ring">
          éteint : rien n’est écrit nulle part
        </StatusChip>
      </p>
    );
  const when = writtenAt === null ? null : localNow(writtenAt, zone);
  return (
    <dl className="set-facts fb-facts">
      <dt>Dernière écriture</dt>
      <dd>
        {when === null ? (
          'pas encore'
        ) : (
          <StatusChip
            tone={failure === null ? 'green' : 'amber'}
            shape={failure === null ? 'check' : 'triangle'}
          >
            {dayText(when.day, 'numeric')} à {clockText(when.minute)}
          </StatusChip>
        )}
      </dd>
      <dt>Dans</dt>
      <dd>{folder}</dd>
      {files.length === 0 ? null : (
        <>
          <dt>Feuilles</dt>
          <dd>
            <ul className="fb-files">
              {files.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
};

interface ChoiceProps {
  readonly state: FallbackState;
  readonly onChosen: (state: FallbackState) => void;
}

const Choice = ({ state, onChosen }: ChoiceProps) => {
  const [typed, setTyped] = useState(state.folder ?? '');
  const [names, setNames] = useState<FallbackNames>(state.names);
  const choose = useMutation(
    api.fallback.choose.mutationOptions({
      onSuccess: (next, { folder }) => {
        onChosen(next);
        if (folder === null)
          showSuccess('Plus rien n’est écrit. Les feuilles de Parvis ont été retirées du dossier.');
        else if (next.failure === null) showSuccess(`${next.files.length} feuilles écrites dans ce dossier.`);
      },
    }),
  );
  const refused = choose.error === null ? null : errorText(choose.error);
  return (
    <form
      className="set-card set-stack"
      aria-label="Dossier de secours"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') choose.mutate({ folder: typed.trim(), names });
      }}
    >
      <h3 className="set-card-title">Où, et sous quels noms</h3>
      <TextInput
        label="Dossier"
        description="Le chemin complet d’un dossier qui existe, hors de celui de la maison."
        autoComplete="off"
        spellCheck={false}
        value={typed}
        error={refused === null ? null : `${refused.title}. ${refused.body}`}
        onChange={({ currentTarget }) => {
          choose.reset();
          setTyped(currentTarget.value);
        }}
      />
      <Radio.Group
        label="Les personnes y sont"
        value={names}
        onChange={(value) => setNames(value === 'full' ? 'full' : 'initials')}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="initials"
            label="par leurs initiales"
            description="Sans téléphone ni objet du rappel : de quoi accueillir, pas de quoi appeler."
          />
          <Radio
            value="full"
            label="par leur nom, avec leur téléphone"
            description="De quoi travailler toute une journée ; à n’écrire que dans un dossier protégé."
          />
        </Stack>
      </Radio.Group>
      <div className="set-tools">
        <Button
          type="submit"
          leftSection={<IconFolder size={17} />}
          loading={choose.isPending}
          disabled={typed.trim() === ''}
        >
          {state.folder === null ? 'Choisir ce dossier' : 'Enregistrer et écrire'}
        </Button>
        {state.folder === null ? null : (
          <Button
            variant="subtle"
            onClick={() => {
              setTyped('');
              choose.mutate({ folder: null, names });
            }}
          >
            Ne plus rien écrire
          </Button>
        )}
      </div>
    </form>
  );
};

const Protection = () => (
  <div className="set-card set-stack">
    <h3 className="set-card-title">Ces fichiers ne sont pas chiffrés</h3>
    <p>
      Quiconque ouvre le dossier les lit : c’est leur raison d’être, et leur danger. Ce qui les protège, c’est
      l’endroit où ils sont.
    </p>
    <ul className="fb-list">
      <li>un disque chiffré par le système (BitLocker sous Windows, LUKS sous Linux, FileVault sur Mac) ;</li>
      <li>ou une clé USB qui dort dans une armoire fermée à clé ;</li>
      <li>une session d’ordinateur avec mot de passe, que l’on verrouille en partant.</li>
    </ul>
    <p>
      <b>Jamais</b> dans un dossier synchronisé avec un service en ligne (OneDrive, Google Drive, iCloud,
      Dropbox) : des données de santé n’y vont que chez un hébergeur certifié HDS.
    </p>
    <p className="set-quiet">
      Les feuilles de la veille sont retirées à chaque écriture. Parvis ne touche qu’aux fichiers qu’il a
      écrits, reconnus à leur nom exact.
    </p>
  </div>
);
