import { Checkbox, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import {
  type OpeningException,
  OpeningExceptionDraft,
  type Practitioner,
  type SlotKind,
} from '../../../../contract/practice.ts';
import type { Day } from '../../../../contract/time.ts';
import { client } from '../../api/client.ts';
import { dayText } from '../../ui/dates.ts';
import { DayField } from '../form/DayField.tsx';
import { FormCard } from '../form/FormCard.tsx';
import { TimeField } from '../form/TimeField.tsx';
import { useSave } from '../form/use-save.ts';
import { kindChoices, kinds } from '../words.ts';
import { OpenThatDay } from './OpenThatDay.tsx';

interface ExceptionFormProps {
  readonly practitioner: Practitioner;
  readonly today: Day;
  readonly onClose: () => void;
}

type Effect = OpeningException['effect'];

const effects: readonly { value: Effect; label: string; explained: string }[] = [
  {
    value: 'closed',
    label: 'Fermer',
    explained: 'Ce moment se ferme ; le reste de la journée ne change pas.',
  },
  {
    value: 'replaced',
    label: 'Remplacer',
    explained: 'Ce jour-là, seules ces heures comptent, même un jour férié.',
  },
  {
    value: 'extra',
    label: 'En plus',
    explained: 'Des créneaux que le praticien donne, même un jour férié.',
  },
];

/** One date that differs from the usual week. */
export const ExceptionForm = ({ practitioner, today, onClose }: ExceptionFormProps) => {
  const form = useForm<OpeningExceptionDraft>({
    initialValues: {
      practitionerId: practitioner.id,
      day: today,
      effect: 'extra',
      start: 750,
      end: 810,
      kind: 'regular',
      capacity: 1,
      reason: null,
    },
  });
  const [wholeDay, setWholeDay] = useState(true);
  const { values } = form;
  const closesAll = values.effect === 'closed' && wholeDay;
  const { save, saving } = useSave<OpeningExceptionDraft, unknown>({
    call: client.practice.addException,
    success: `La dérogation du ${dayText(values.day)} est enregistrée.`,
    form,
    onSaved: onClose,
  });
  const time = (field: 'start' | 'end') => ({
    ...form.getInputProps(field),
    value: values[field],
    onChange: (minute: number | null) => form.setFieldValue(field, minute as number),
  });
  return (
    <FormCard
      title="Nouvelle dérogation"
      onSubmit={() => save(closesAll ? { ...values, start: 0, end: 1440 } : values, OpeningExceptionDraft)}
      onClose={onClose}
      saving={saving}
    >
      <div data-first>
        <DayField
          label="Date"
          {...form.getInputProps('day')}
          value={values.day}
          onChange={(day) => {
            if (day !== null) form.setFieldValue('day', day);
          }}
        />
      </div>
      <OpenThatDay practitioner={practitioner} day={values.day} />
      <div>
        <SegmentedControl
          fullWidth
          aria-label="Ce qui change"
          data={effects.map(({ value, label }) => ({ value, label }))}
          value={values.effect}
          onChange={(effect) => {
            form.clearErrors();
            form.setFieldValue('effect', effect as Effect);
          }}
        />
        <p className="set-quiet set-below">
          {effects.find(({ value }) => value === values.effect)?.explained}
        </p>
      </div>
      {values.effect === 'closed' ? (
        <Checkbox
          label="Toute la journée"
          checked={wholeDay}
          error={wholeDay ? form.errors['start'] : null}
          onChange={({ currentTarget }) => setWholeDay(currentTarget.checked)}
        />
      ) : null}
      {closesAll ? null : (
        <div className="set-pair">
          <TimeField label="De" {...time('start')} />
          <TimeField label="À" {...time('end')} />
        </div>
      )}
      {values.effect === 'closed' ? null : (
        <>
          <div className="set-pair">
            <Select
              label="Pour"
              data={kindChoices}
              allowDeselect={false}
              {...form.getInputProps('kind')}
              onChange={(kind) => form.setFieldValue('kind', (kind ?? 'regular') as SlotKind)}
            />
            <NumberInput
              label="Patients à la fois"
              min={1}
              max={20}
              {...form.getInputProps('capacity')}
              onChange={(capacity) => form.setFieldValue('capacity', Number(capacity))}
            />
          </div>
          <p className="set-quiet">{kinds[values.kind].hint}</p>
        </>
      )}
      <TextInput
        label="Pourquoi"
        placeholder="facultatif"
        {...form.getInputProps('reason')}
        value={values.reason ?? ''}
        onChange={({ currentTarget }) => form.setFieldValue('reason', currentTarget.value || null)}
      />
    </FormCard>
  );
};
