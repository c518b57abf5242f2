import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { displayName } from '../../../../contract/display.ts';
import type { PatientId } from '../../../../contract/ids.ts';
import type { AttendingDoctor, Patient } from '../../../../contract/patients.ts';
import { PersonSearch } from '../../agenda/person/PersonSearch.tsx';
import { practitionerFullName } from '../../agenda/practitioner-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Notice } from '../../ui/Notice.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { goToMerge, goToPerson } from '../go.ts';
import { mergeRows } from './rows.ts';
import './merge.css';

const useDoctorNames = (): ((doctor: AttendingDoctor) => string) => {
  const practitioners = usePractitioners();
  return (doctor) => {
    if (doctor.kind === 'outside') return doctor.name === '' ? 'hors de la maison' : doctor.name;
    if (doctor.kind !== 'house') return 'aucun';
    const own = practitioners.find(({ id }) => id === doctor.practitionerId);
    return own === undefined ? 'dans la maison' : practitionerFullName(own);
  };
};

interface PairProps {
  /** Stays. */
  readonly kept: Patient;
  /** Becomes a pointer to it. */
  readonly merged: Patient;
}

const Pair = ({ kept, merged }: PairProps) => {
  const doctorName = useDoctorNames();
  const title = useFocusOnMount<HTMLHeadingElement>(`${kept.id} ${merged.id}`);
  const merge = useMutation(
    api.patients.merge.mutationOptions({
      onSuccess: () => {
        showSuccess('Fiches fusionnées. Elles peuvent être séparées à tout moment depuis cette page.');
        goToPerson(kept.id);
      },
      onError: showError,
    }),
  );
  const rows = mergeRows(kept, merged, doctorName);
  const differing = rows.filter((row) => row.differs);
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        Une seule et même personne ?
      </h1>
      <p className="merge-lead">
        La fiche gardée répond pour les deux : recherche, rendez-vous, téléphones. Rien n’est effacé, et les
        fiches peuvent être séparées à tout moment.
      </p>
      {differing.some((row) => row.label === 'Naissance') ? (
        <Notice tone="red" title="Les dates de naissance sont différentes">
          Deux personnes sur une même fiche sont plus dangereuses qu’une personne sur deux fiches. Au moindre
          doute, ne fusionnez pas.
        </Notice>
      ) : null}
      <table className="merge-table">
        <thead>
          <tr>
            <td />
            <th scope="col">
              Fiche gardée
              <b className="pv-name">{displayName(kept)}</b>
            </th>
            <th scope="col">
              Fiche qui y renvoie
              <b className="pv-name">{displayName(merged)}</b>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} data-differs={row.differs || undefined}>
              <th scope="row">
                {row.label}
                {row.differs ? (
                  <StatusChip tone="amber" shape="triangle">
                    différent
                  </StatusChip>
                ) : null}
              </th>
              <td className="pv-name">{row.a === '' ? '–' : row.a}</td>
              <td className="pv-name">{row.b === '' ? '–' : row.b}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="merge-actions">
        <Button
          loading={merge.isPending}
          onClick={() => merge.mutate({ id: merged.id, version: merged.version, into: kept.id })}
        >
          Fusionner : c’est la même personne
        </Button>
        <Button variant="default" onClick={() => goToMerge(merged.id, kept.id)}>
          Garder l’autre fiche
        </Button>
        <Button variant="subtle" color="gray" onClick={() => goToPerson(kept.id)}>
          Retour sans fusionner
        </Button>
      </div>
    </>
  );
};

/** Two records, one person: which one stays, what differs, and one button. Never automatic. */
export const MergePage = ({ id, other }: { readonly id: PatientId; readonly other: PatientId | null }) => {
  const kept = useQuery(api.patients.get.queryOptions({ input: { id } })).data;
  const merged = useQuery(
    api.patients.get.queryOptions({ input: { id: other ?? id }, enabled: other !== null }),
  ).data;
  useCommand('back', () => goToPerson(id));
  if (kept === undefined) return null;
  return (
    <article className="merge">
      {other === null || merged === undefined || merged.id === kept.id ? (
        <>
          <h1>
            Fusionner <span className="pv-name">{displayName(kept)}</span> avec…
          </h1>
          <PersonSearch
            label="Avec quelle fiche ?"
            onChoose={(person) => (person.id === id ? undefined : goToMerge(id, person.id))}
          />
          <div className="merge-actions">
            <Button variant="subtle" color="gray" onClick={() => goToPerson(id)}>
              Retour à la fiche
            </Button>
          </div>
        </>
      ) : (
        <Pair kept={kept} merged={merged} />
      )}
    </article>
  );
};
