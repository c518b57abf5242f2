import { Button } from '@mantine/core';
import type { Patient, PatientSummary } from '../../../../contract/patients.ts';
import { useFocusFirstEmpty } from '../../ui/use-focus.ts';
import { Birth, TextLine } from './fields.tsx';
import { PhonesField } from './PhonesField.tsx';
import { Resemblances } from './Resemblances.tsx';
import { usePersonForm } from './use-person-form.ts';
import { emptyForm } from './values.ts';
import './form.css';

interface Props {
  /** Of the call in hand. */
  readonly formKey: `newcomer ${string}`;
  readonly onCreated: (patient: Patient) => void;
  readonly onKnown: (person: PatientSummary) => void;
  readonly onCancel: () => void;
}

/**
 * Five fields while the person is on the phone, Tab only, Enter saves (S3). What was typed in the search is not asked
 * again: the keyboard starts at the first field that it left empty. The rest can wait for the visit.
 */
export const NewcomerForm = ({ formKey, onCreated, onKnown, onCancel }: Props) => {
  const form = usePersonForm({ key: formKey, start: emptyForm, patient: null, onSaved: onCreated });
  useFocusFirstEmpty(form.holder);
  return (
    <form
      ref={form.holder}
      className="newcomer"
      noValidate
      aria-label="Nouvelle personne"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        form.drop();
        onCancel();
      }}
    >
      <TextLine form={form} field="birthName" label="Nom" withAsterisk />
      <TextLine form={form} field="givenNames" label="Prénom" />
      <Birth form={form} />
      <PhonesField form={form} />
      <TextLine form={form} field="city" />
      <Resemblances form={form} onKnown={onKnown} />
      <div className="newcomer-foot">
        <Button type="submit" loading={form.saving}>
          Créer
        </Button>
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            form.drop();
            onCancel();
          }}
        >
          Retour à la recherche
        </Button>
      </div>
    </form>
  );
};
