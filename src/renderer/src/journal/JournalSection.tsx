import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconUserSearch, IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JournalFilter } from '../../../contract/journal.ts';
import type { PatientSummary } from '../../../contract/patients.ts';
import { PersonSearch } from '../agenda/person/PersonSearch.tsx';
import { client } from '../api/client.ts';
import { isFailure } from '../api/error-text.ts';
import { api } from '../api/query.ts';
import { SectionHead } from '../practice/SectionHead.tsx';
import { CheckCard } from './CheckCard.tsx';
import { ActorField, EVERYTHING, type Within, WithinFields } from './JournalFilters.tsx';
import { Pages } from './Pages.tsx';
import { useCsv } from './use-csv.ts';

/** Réglages → Journal: everything that was done here, by whom, when and about whom; and whether the journal holds. */
export const JournalSection = () => {
  const [within, setWithin] = useState<Within>(EVERYTHING);
  const [actorId, setActorId] = useState<JournalFilter['actorId']>(null);
  const [patient, setPatient] = useState<PatientSummary | null>(null);
  const [searching, setSearching] = useState(false);
  const filter: JournalFilter = { ...within, actorId, patientId: patient?.id ?? null };
  const query = useInfiniteQuery(
    api.journal.read.infiniteOptions({
      input: (before: number | null) => ({ ...filter, before }),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next,
      staleTime: 0,
    }),
  );
  const csv = useCsv(() => client.journal.exportCsv(filter));
  const allowed = isFailure(query.error, 'FORBIDDEN') === null;
  return (
    <section className="set-section">
      <SectionHead
        title="Journal"
        action={
          allowed ? (
            <Button
              variant="default"
              leftSection={<IconFileSpreadsheet size={16} />}
              loading={csv.isPending}
              onClick={() => csv.mutate()}
            >
              Exporter en tableur
            </Button>
          ) : undefined
        }
      >
        Qui a vu, créé, modifié, déplacé, refusé, exporté ou imprimé quoi, de quel poste et quand. Aucune
        ligne n’y est modifiée ni retirée. Le lire s’y inscrit aussi. Pour répondre à un patient, passez par
        sa fiche : « Qui a vu ce dossier ».
      </SectionHead>
      {allowed ? (
        <>
          <CheckCard />
          <fieldset className="jr-filters">
            <legend className="pv-sr-only">Filtres du journal</legend>
            <ActorField value={actorId} onChange={setActorId} />
            <WithinFields value={within} onChange={(change) => setWithin({ ...within, ...change })} />
            {patient === null ? (
              <Button
                variant="default"
                leftSection={<IconUserSearch size={16} />}
                aria-expanded={searching}
                onClick={() => setSearching(!searching)}
              >
                D’un patient…
              </Button>
            ) : (
              <Button
                className="jr-person"
                variant="light"
                rightSection={<IconX size={15} aria-hidden="true" />}
                aria-label="Ne plus filtrer par patient"
                onClick={() => setPatient(null)}
              >
                <span className="pv-name">{patient.displayName}</span>
              </Button>
            )}
          </fieldset>
          {searching ? (
            <div className="jr-search">
              <PersonSearch
                label="De quel patient ?"
                onChoose={(person) => {
                  setPatient(person);
                  setSearching(false);
                }}
              />
            </div>
          ) : null}
        </>
      ) : null}
      <Pages query={query} detailed />
    </section>
  );
};
