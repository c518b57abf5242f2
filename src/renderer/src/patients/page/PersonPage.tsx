import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ageLabel, birthLabel } from '../../../../contract/birth.ts';
import { displayName } from '../../../../contract/display.ts';
import type { PatientId } from '../../../../contract/ids.ts';
import type { Patient, PatientSummary } from '../../../../contract/patients.ts';
import { startCall } from '../../agenda/booking/call.ts';
import { PatientAppointments } from '../../agenda/card/PatientAppointments.tsx';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { useNow } from '../../app/now.ts';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { PersonData } from '../../privacy/PersonData.tsx';
import { DecisionsCard } from '../../refusals/decisions/DecisionsCard.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { ListedBadge } from '../../waitlist/badge/ListedBadge.tsx';
import { PersonLists } from '../../waitlist/badge/PersonLists.tsx';
import { isHalfTyped, useDrafts } from '../form/drafts.ts';
import { goToJournal, goToMerge, goToPerson } from '../go.ts';
import { MergedRecords } from '../merge/MergedRecords.tsx';
import { rememberPerson } from '../recent.ts';
import { Corrections } from './Corrections.tsx';
import { Facts } from './Facts.tsx';
import { Path } from './Path.tsx';
import './page.css';

interface HeadProps {
  readonly patient: Patient;
  readonly homonym: boolean;
}

const Head = ({ patient, homonym }: HeadProps) => {
  const { day } = useNow();
  const title = useFocusOnMount<HTMLHeadingElement>(patient.id);
  return (
    <header className="person-page-head">
      <h1 ref={title} tabIndex={-1} className="pv-name">
        {displayName(patient)}
      </h1>
      <p>
        <span className="pv-name">{birthLabel(patient.birth, patient.sex)}</span>
        {patient.birth.precision === 'unknown' ? null : <span>{ageLabel(patient.birth, day)}</span>}
        {patient.identity === 'validated' ? (
          <StatusChip tone="green" shape="check">
            identité vérifiée
          </StatusChip>
        ) : (
          <StatusChip tone="grey" shape="ring">
            identité provisoire
          </StatusChip>
        )}
        {homonym ? (
          <StatusChip tone="amber" shape="triangle">
            homonyme
          </StatusChip>
        ) : null}
        <ListedBadge patientId={patient.id} />
      </p>
    </header>
  );
};

/** F2 from here is a call about this person. */
const useCallAbout = (person: PatientSummary | null): void =>
  useCommand('request.new', () => startCall(person), person !== null);

/** Everything that the desk knows of a person, and what it does with it. */
export const PersonPage = ({ id }: { readonly id: PatientId }) => {
  const query = useQuery(api.patients.get.queryOptions({ input: { id } }));
  const lines = useQuery(api.patients.summaries.queryOptions({ input: { ids: [id] } }));
  const halfTyped = useDrafts(({ drafts }) => isHalfTyped(drafts.get(id)));
  const patient = query.data;
  const summary = lines.data?.[0] ?? null;
  useCallAbout(summary);
  useEffect(() => {
    if (patient !== undefined && patient.mergedInto === null) rememberPerson(id);
  }, [id, patient]);

  if (query.isError)
    return <EmptyState title={errorText(query.error).title}>{errorText(query.error).body}</EmptyState>;
  if (patient === undefined) return null;
  return (
    <article className="person-page" aria-label={displayName(patient)}>
      <Head patient={patient} homonym={summary?.homonym === true} />
      {patient.mergedInto === null ? (
        <div className="person-page-actions">
          <CommandButton command="request.new">Nouveau rendez-vous</CommandButton>
          <Button variant="default" onClick={() => goToPerson(id, { editing: true })}>
            {halfTyped ? 'Reprendre la saisie' : 'Modifier'}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => goToMerge(id)}>
            Fusionner avec une autre fiche…
          </Button>
          <Button variant="subtle" color="gray" onClick={() => goToJournal(id)}>
            Qui a vu ce dossier
          </Button>
        </div>
      ) : null}
      <MergedRecords patient={patient} />
      {patient.note === null ? null : (
        <Notice tone="blue" title="Note">
          {patient.note}
        </Notice>
      )}
      <div className="person-page-columns">
        <Facts patient={patient} />
        <Path key={`path ${id}`} id={id} />
        <PatientAppointments key={id} patientId={id} />
      </div>
      <PersonLists key={`lists ${id}`} patientId={id} />
      <DecisionsCard key={`decisions ${id}`} patientId={id} />
      <Corrections key={`corrections ${id}`} id={id} />
      <PersonData key={`data ${id}`} id={id} />
    </article>
  );
};
