import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PatientId } from '../../../contract/ids.ts';
import { client } from '../api/client.ts';
import { api } from '../api/query.ts';
import { useCommand } from '../app/shortcuts/registry.ts';
import { useHandOut } from '../paper/use-hand-out.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { EVERYTHING, type Within, WithinFields } from './JournalFilters.tsx';
import { Pages } from './Pages.tsx';
import { useCsv } from './use-csv.ts';

interface Props {
  readonly id: PatientId;
  readonly onBack: () => void;
}

/** « Qui a vu mon dossier »: the answer to the patient who asks, on screen and on paper. */
export const PatientJournal = ({ id, onBack }: Props) => {
  const title = useFocusOnMount<HTMLHeadingElement>(id);
  const [within, setWithin] = useState<Within>(EVERYTHING);
  const filter = { ...within, patientId: id };
  const { data: lines } = useQuery(api.patients.summaries.queryOptions({ input: { ids: [id] } }));
  const query = useInfiniteQuery(
    api.journal.ofPatient.infiniteOptions({
      input: (before: number | null) => ({ ...filter, before }),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next,
      staleTime: 0,
    }),
  );
  const csv = useCsv(() => client.journal.patientCsv(filter));
  const paper = useHandOut({ name: 'Feuille', ask: () => client.journal.patientPaper(filter) });
  useCommand('back', onBack);
  return (
    <article className="jr-page" aria-label="Qui a vu ce dossier">
      <header>
        <h1 ref={title} tabIndex={-1}>
          Qui a vu ce dossier : <span className="pv-name">{lines?.[0]?.displayName ?? ''}</span>
        </h1>
        <p className="set-quiet">
          Toute ouverture de la fiche et tout acte à son sujet, fiches fusionnées comprises. Une même personne
          qui rouvre la fiche dans la demi-heure n’y est qu’une fois. Cette lecture s’inscrit aussi.
        </p>
      </header>
      <div className="person-page-actions">
        <Button
          leftSection={<IconPrinter size={16} />}
          loading={paper.pending === 'print'}
          onClick={() => paper.hand('print')}
        >
          Imprimer
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={16} />}
          loading={paper.pending === 'pdf'}
          onClick={() => paper.hand('pdf')}
        >
          Enregistrer en PDF
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileSpreadsheet size={16} />}
          loading={csv.isPending}
          onClick={() => csv.mutate()}
        >
          Tableur
        </Button>
        <Button variant="subtle" color="gray" rightSection={<Kbd>Échap</Kbd>} onClick={onBack}>
          Retour à la fiche
        </Button>
      </div>
      <fieldset className="jr-filters">
        <legend className="pv-sr-only">Filtres du journal</legend>
        <WithinFields value={within} onChange={(change) => setWithin({ ...within, ...change })} />
      </fieldset>
      <Pages query={query} ofOne />
    </article>
  );
};
