import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DirectoryEntry } from '../../../contract/directory.ts';
import type { DirectoryEntryId } from '../../../contract/ids.ts';
import { api } from '../api/query.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { EntryForm } from './form/EntryForm.tsx';
import { goToDirectory, goToEntry, goToImport, goToNewEntry, type Place, usePlace } from './go.ts';
import { ImportPage } from './import/ImportPage.tsx';
import { Finder } from './list/Finder.tsx';
import { EntryPage } from './page/EntryPage.tsx';
import './directory.css';

const open = ({ id }: DirectoryEntry): void => goToEntry(id);

const Editing = ({ id }: { readonly id: DirectoryEntryId }) => {
  const queryClient = useQueryClient();
  const { data } = useQuery(api.directory.get.queryOptions({ input: { id } }));
  if (data === undefined) return null;
  return (
    <EntryForm
      key={`${id} ${data.version}`}
      entry={data}
      onSaved={(saved) => {
        queryClient.setQueryData(api.directory.get.queryKey({ input: { id } }), saved);
        goToEntry(id);
      }}
      onClose={() => goToEntry(id)}
      onReload={() =>
        void queryClient.invalidateQueries({ queryKey: api.directory.get.key({ input: { id } }) })
      }
    />
  );
};

const Content = ({ place }: { readonly place: Place }) => {
  const { data } = useQuery(api.directory.choices.queryOptions());
  switch (place.kind) {
    case 'nobody':
      return data?.count === 0 ? (
        <EmptyState
          title="L’annuaire est vide"
          action={<Button onClick={goToImport}>Importer l’extraction RPPS…</Button>}
        >
          Importez les professionnels de votre département depuis l’extraction publique, ou écrivez une
          première fiche : la pharmacie, la ligne de la CPTS, le SAS.
        </EmptyState>
      ) : (
        <EmptyState title="Vers qui orienter ?">
          Tapez une profession et une commune, un nom ou un numéro. La flèche ↓ puis Entrée ouvre la fiche.
        </EmptyState>
      );
    case 'new':
      return <EntryForm entry={null} onSaved={open} onClose={goToDirectory} onReload={goToNewEntry} />;
    case 'import':
      return <ImportPage />;
    case 'entry':
      return place.editing ? <Editing id={place.id} /> : <EntryPage id={place.id} />;
  }
};

/** Colleagues and structures outside: whom one looks for on the left, what is known of them on the right. */
export const DirectoryScreen = () => {
  const place = usePlace();
  return (
    <div className="directory">
      <div className="directory-side">
        <header>
          <h1>Annuaire</h1>
          <Button size="compact-sm" variant="subtle" onClick={goToImport}>
            Importer…
          </Button>
          <Button size="compact-sm" variant="default" onClick={goToNewEntry}>
            Nouvelle fiche
          </Button>
        </header>
        <Finder
          current={place.kind === 'nobody' ? null : place.kind === 'entry' ? place.id : NONE}
          onChoose={open}
        />
      </div>
      <div className="directory-main">
        <Content place={place} />
      </div>
    </div>
  );
};

/** No entry: something else has the keyboard. */
const NONE = 0 as DirectoryEntryId;
