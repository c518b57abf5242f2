import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Patient, PatientSummary } from '../../../contract/patients.ts';
import { api } from '../api/query.ts';
import { showSuccess } from '../app/notify.ts';
import { useCommand } from '../app/shortcuts/registry.ts';
import { PatientJournal } from '../journal/PatientJournal.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { isHalfTyped, setFormDraft, useDrafts } from './form/drafts.ts';
import { PersonForm } from './form/PersonForm.tsx';
import { emptyForm, formFromSearch } from './form/values.ts';
import { goToDuplicates, goToNewPerson, goToPatients, goToPerson, type Place, usePlace } from './go.ts';
import { PeopleList } from './list/PeopleList.tsx';
import { DuplicatesPage } from './merge/DuplicatesPage.tsx';
import { MergePage } from './merge/MergePage.tsx';
import { PersonPage } from './page/PersonPage.tsx';
import './patients.css';

const open = (person: PatientSummary): void => goToPerson(person.id);

const NewPerson = () => {
  useCommand('back', goToPatients);
  return (
    <PersonForm
      patient={null}
      onSaved={(patient) => {
        showSuccess('Patient créé');
        goToPerson(patient.id);
      }}
      onCancel={goToPatients}
      onKnown={open}
    />
  );
};

const Editing = ({ id }: { readonly id: Patient['id'] }) => {
  const back = () => goToPerson(id);
  useCommand('back', back);
  const { data } = useQuery(api.patients.get.queryOptions({ input: { id } }));
  if (data === undefined) return null;
  return (
    <PersonForm
      key={id}
      patient={data}
      onSaved={(patient) => {
        const dropped = data.identity === 'validated' && patient.identity === 'provisional';
        showSuccess(
          dropped
            ? 'Fiche enregistrée. Un trait d’identité a changé : l’identité redevient provisoire.'
            : 'Fiche enregistrée',
        );
        back();
      }}
      onCancel={back}
      onKnown={open}
    />
  );
};

const Content = ({ place }: { readonly place: Place }) => {
  switch (place.kind) {
    case 'nobody':
      return (
        <EmptyState
          title="Qui cherchez-vous ?"
          action={
            <Button variant="default" onClick={goToDuplicates}>
              Voir les doublons probables
            </Button>
          }
        >
          Tapez le début du nom et du prénom, une date de naissance ou des chiffres du téléphone.
        </EmptyState>
      );
    case 'new':
      return <NewPerson />;
    case 'duplicates':
      return <DuplicatesPage />;
    case 'person':
      return place.editing ? <Editing id={place.id} /> : <PersonPage id={place.id} />;
    case 'journal':
      return <PatientJournal key={place.id} id={place.id} onBack={() => goToPerson(place.id)} />;
    case 'merge':
      return <MergePage id={place.id} other={place.with} />;
  }
};

/** People: whom one looks for on the left, what is known of them on the right. */
export const PatientsScreen = () => {
  const place = usePlace();
  const current = 'id' in place ? place.id : null;
  const halfTyped = useDrafts(({ drafts }) => isHalfTyped(drafts.get('new')));
  return (
    <div className="patients">
      <div className="patients-side">
        <header>
          <h1>Patients</h1>
          <Button size="compact-sm" variant={halfTyped ? 'light' : 'default'} onClick={goToNewPerson}>
            {halfTyped ? 'Reprendre la création' : 'Nouveau patient'}
          </Button>
        </header>
        <PeopleList
          current={current}
          onChoose={open}
          onNew={(text) => {
            if (!halfTyped)
              setFormDraft('new', { values: formFromSearch(text), base: emptyForm, version: 0 });
            goToNewPerson();
          }}
        />
      </div>
      <div className="patients-main">
        <Content place={place} />
      </div>
    </div>
  );
};
