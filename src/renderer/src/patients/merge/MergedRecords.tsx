import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { birthLabel } from '../../../../contract/birth.ts';
import { displayName } from '../../../../contract/display.ts';
import type { Patient } from '../../../../contract/patients.ts';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { Notice } from '../../ui/Notice.tsx';
import { goToPerson } from '../go.ts';

const usePart = () =>
  useMutation(
    api.patients.unmerge.mutationOptions({
      onSuccess: () => showSuccess('Fiches séparées : chacune est comme avant la fusion.'),
      onError: showError,
    }),
  );

/** This record is a pointer: say to whom, and let it be taken back. */
const Pointer = ({ patient }: { readonly patient: Patient }) => {
  const { id, version, mergedInto } = patient;
  const part = usePart();
  if (mergedInto === null) return null;
  return (
    <Notice tone="amber" title="Cette fiche a été fusionnée avec une autre">
      <p>Ses rendez-vous se voient sur l’autre fiche.</p>
      <p className="merged-actions">
        <Button size="compact-sm" onClick={() => goToPerson(mergedInto)}>
          Ouvrir l’autre fiche
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={part.isPending}
          onClick={() => part.mutate({ id, version })}
        >
          Séparer les fiches
        </Button>
      </p>
    </Notice>
  );
};

/** The records that this one answers for: each can be parted again, in one step, at any time. */
export const MergedRecords = ({ patient }: { readonly patient: Patient }) => {
  const { data } = useQuery(api.patients.mergedRecords.queryOptions({ input: { id: patient.id } }));
  const part = usePart();
  return (
    <>
      <Pointer patient={patient} />
      {data === undefined || data.length === 0 ? null : (
        <section className="merged" aria-label="Fiches fusionnées avec celle-ci">
          <h2>{data.length === 1 ? 'Fiche fusionnée avec celle-ci' : 'Fiches fusionnées avec celle-ci'}</h2>
          <ul>
            {data.map((record) => (
              <li key={record.id}>
                <span>
                  <b className="pv-name">{displayName(record)}</b>{' '}
                  <span className="pv-name">{birthLabel(record.birth, record.sex)}</span>
                </span>
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={part.isPending}
                  onClick={() => part.mutate({ id: record.id, version: record.version })}
                >
                  Séparer
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
