import { TextInput } from '@mantine/core';
import { AnswerFields } from '../../../requests/AnswerFields.tsx';
import { digitsMean } from '../../../requests/answer.ts';
import { DueField } from '../../../requests/DueField.tsx';
import { OwnerField } from '../../../requests/OwnerField.tsx';
import { useOwners } from '../../../requests/owner.ts';
import type { FieldsProps } from './EndingFields.tsx';

/** A call to the patient, by when and by whom; and to whoever asked for her, when a professional did. */
export const CallbackFields = ({ ending, asked, patient, onChange, errorAt }: FieldsProps) => {
  const owners = useOwners();
  const known = patient !== null && patient.phone !== null;
  const digits = digitsMean(ending);
  return (
    <>
      <DueField
        digits={digits === 'patient'}
        value={ending.due}
        error={errorAt('due')}
        onChange={(due) => onChange({ due })}
      />
      <AnswerFields
        asking={asked}
        value={ending.answer}
        patientDue={ending.due}
        digits={digits === 'answer'}
        phoneError={errorAt('answerPhone')}
        onChange={(answer) => onChange({ answer })}
      />
      <OwnerField
        label="Qui rappelle"
        value={ending.owner}
        fallback={owners.me === null ? '' : owners.nameOf(owners.me)}
        onChange={(owner) => onChange({ owner })}
      />
      <TextInput
        size="xs"
        label={known ? 'Autre numéro que celui de la fiche' : 'Numéro à rappeler'}
        inputMode="tel"
        maxLength={30}
        value={ending.phone}
        error={errorAt('phone')}
        onChange={(event) => onChange({ phone: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label="À dire ou à demander"
        placeholder={asked.wish}
        maxLength={300}
        value={ending.about}
        onChange={(event) => onChange({ about: event.currentTarget.value })}
      />
    </>
  );
};
