import { Button } from '@mantine/core';
import { displayName } from '../../../../contract/display.ts';
import type { Patient, PatientSummary } from '../../../../contract/patients.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { isHalfTyped, useDrafts } from './drafts.ts';
import { CareFields, ContactFields, IdentityFields } from './fields.tsx';
import { Resemblances } from './Resemblances.tsx';
import { type PersonForm as Form, usePersonForm } from './use-person-form.ts';
import { emptyForm, type FormValues, formOf } from './values.ts';
import { fieldLabel } from './words.ts';
import './form.css';

interface Props {
  /** Null for somebody new. */
  readonly patient: Patient | null;
  /** What is known already of somebody new. */
  readonly start?: FormValues;
  readonly onSaved: (patient: Patient) => void;
  readonly onCancel: () => void;
  readonly onKnown: (person: PatientSummary) => void;
}

const labels = (fields: readonly (keyof FormValues)[]): string =>
  [...new Set(fields.map((field) => fieldLabel[field].toLocaleLowerCase('fr-FR')))].join(', ');

/** Somebody saved this record meanwhile: said in full, nothing typed is lost, nothing of theirs either. */
const Meanwhile = ({ form }: { readonly form: Form }) => {
  if (form.meanwhile === null) return null;
  const { contested, taken } = form.meanwhile;
  return (
    <Notice tone="amber" title="Quelqu’un d’autre a modifié cette fiche entre-temps">
      {taken.length === 0 ? null : <p>Repris de sa version : {labels(taken)}.</p>}
      {contested.length === 0 ? null : (
        <p>Modifié des deux côtés, votre saisie est gardée : {labels(contested)}.</p>
      )}
      <p>Relisez, puis enregistrez.</p>
    </Notice>
  );
};

/** A person, whole: for a creation or a change. Échap leaves it; what was typed waits until it is saved or given up. */
export const PersonForm = ({ patient, start = emptyForm, onSaved, onCancel, onKnown }: Props) => {
  const key = patient?.id ?? 'new';
  const form = usePersonForm({ key, start: patient === null ? start : formOf(patient), patient, onSaved });
  const resumed = useDrafts(({ drafts }) => isHalfTyped(drafts.get(key)));
  const first = useFocusOnMount<HTMLInputElement>();
  return (
    <form
      ref={form.holder}
      className="person-form"
      noValidate
      aria-label={patient === null ? 'Nouveau patient' : 'Modifier la fiche'}
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <div className="person-form-body">
        <h1>
          {patient === null ? (
            'Nouveau patient'
          ) : (
            <>
              Modifier <span className="pv-name">{displayName(patient)}</span>
            </>
          )}
        </h1>
        <Meanwhile form={form} />
        <IdentityFields form={form} first={first} />
        {patient === null ? <Resemblances form={form} onKnown={onKnown} /> : null}
        <ContactFields form={form} />
        <CareFields form={form} />
      </div>
      <footer className="person-form-foot">
        <Button type="submit" loading={form.saving}>
          {patient === null ? 'Créer le patient' : 'Enregistrer'}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            form.drop();
            onCancel();
          }}
        >
          {resumed ? 'Abandonner la saisie' : 'Retour'}
        </Button>
      </footer>
    </form>
  );
};
