import { Checkbox, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { PractitionerId } from '../../../../contract/ids.ts';
import { type Absence, AbsenceDraft, type Practitioner } from '../../../../contract/practice.ts';
import type { Day } from '../../../../contract/time.ts';
import { client } from '../../api/client.ts';
import { DayField } from '../form/DayField.tsx';
import { FormCard } from '../form/FormCard.tsx';
import { fieldText } from '../form/field-text.ts';
import { RemoveButton } from '../form/RemoveButton.tsx';
import { TimeField } from '../form/TimeField.tsx';
import { useSave } from '../form/use-save.ts';
import { absenceReasons, fullName } from '../words.ts';
import { Affected } from './Affected.tsx';

interface AbsenceFormProps {
  /** Null: a new one. */
  readonly absence: Absence | null;
  readonly practitioners: readonly Practitioner[];
  readonly today: Day;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

const reasons = (Object.keys(absenceReasons) as Absence['reason'][]).map((value) => ({
  value,
  label: absenceReasons[value],
}));

export const AbsenceForm = ({ absence, practitioners, today, onClose, onReload }: AbsenceFormProps) => {
  const present = practitioners.filter(({ active, id }) => active || id === absence?.practitionerId);
  const form = useForm<AbsenceDraft>({
    initialValues: absence ?? {
      practitionerId: present[0]?.id ?? (0 as PractitionerId),
      fromDay: today,
      toDay: today,
      start: null,
      end: null,
      reason: 'leave',
      note: null,
    },
  });
  const { values } = form;
  const [partOfDay, setPartOfDay] = useState(absence !== null && absence.start !== null);
  const { save, saving, stale } = useSave<AbsenceDraft, unknown>({
    call: (draft) =>
      absence
        ? client.practice.updateAbsence({ ...draft, id: absence.id, version: absence.version })
        : client.practice.addAbsence(draft),
    success: 'L’absence est enregistrée.',
    form,
    onSaved: onClose,
  });
  const removal = useSave({
    call: client.practice.removeAbsence,
    success: 'L’absence est retirée.',
    onSaved: onClose,
  });
  const time = (field: 'start' | 'end') => ({
    ...form.getInputProps(field),
    value: values[field],
    onChange: (minute: number | null) => form.setFieldValue(field, minute),
  });
  const submit = () => {
    const empty = (['start', 'end'] as const).find((field) => partOfDay && values[field] === null);
    if (empty === undefined) save(values, AbsenceDraft);
    else form.setFieldError(empty, fieldText({ path: empty, code: 'required' }));
  };
  return (
    <FormCard
      title={absence ? 'Modifier l’absence' : 'Nouvelle absence'}
      onSubmit={submit}
      onClose={onClose}
      saving={saving}
      stale={stale}
      onReload={onReload}
      remove={
        absence ? (
          <RemoveButton
            busy={removal.saving}
            onClick={() => removal.save({ id: absence.id, version: absence.version })}
          />
        ) : null
      }
    >
      <div data-first>
        <Select
          label="Praticien"
          searchable
          openOnFocus={false}
          allowDeselect={false}
          data={present.map((p) => ({ value: String(p.id), label: fullName(p) }))}
          value={String(values.practitionerId)}
          error={form.errors['practitionerId']}
          onChange={(id) => form.setFieldValue('practitionerId', Number(id) as PractitionerId)}
        />
      </div>
      <div className="set-pair">
        <DayField
          label="Du"
          {...form.getInputProps('fromDay')}
          value={values.fromDay}
          onChange={(day) => {
            if (day === null) return;
            form.setFieldValue('fromDay', day);
            // The end follows a start that passed it: one date to type for one day away.
            if (values.toDay < day) form.setFieldValue('toDay', day);
          }}
        />
        <DayField
          label="Au, inclus"
          {...form.getInputProps('toDay')}
          value={values.toDay}
          onChange={(day) => {
            if (day !== null) form.setFieldValue('toDay', day);
          }}
        />
      </div>
      <Checkbox
        label="Seulement une partie de la journée"
        checked={partOfDay}
        onChange={({ currentTarget: { checked } }) => {
          setPartOfDay(checked);
          form.setFieldValue('start', checked ? 840 : null);
          form.setFieldValue('end', checked ? 1140 : null);
        }}
      />
      {partOfDay ? (
        <div className="set-pair">
          <TimeField label="De" {...time('start')} />
          <TimeField label="À" {...time('end')} />
        </div>
      ) : null}
      <div className="set-pair">
        <Select
          label="Motif, interne"
          data={reasons}
          allowDeselect={false}
          {...form.getInputProps('reason')}
          onChange={(reason) => form.setFieldValue('reason', (reason ?? 'other') as Absence['reason'])}
        />
        <TextInput
          label="Note"
          placeholder="facultatif"
          {...form.getInputProps('note')}
          value={values.note ?? ''}
          onChange={({ currentTarget }) => form.setFieldValue('note', currentTarget.value || null)}
        />
      </div>
      <Affected absence={values} />
    </FormCard>
  );
};
