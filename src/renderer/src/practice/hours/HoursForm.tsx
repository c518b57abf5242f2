import { NumberInput, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  type OpeningHours,
  type Practitioner,
  type SlotKind,
  WeeklyHoursDraft,
} from '../../../../contract/practice.ts';
import type { Day } from '../../../../contract/time.ts';
import { client } from '../../api/client.ts';
import { DayField } from '../form/DayField.tsx';
import { FormCard } from '../form/FormCard.tsx';
import { RemoveButton } from '../form/RemoveButton.tsx';
import { TimeField } from '../form/TimeField.tsx';
import { useSave } from '../form/use-save.ts';
import { kindChoices, kinds, weekdayLabel, weekdays } from '../words.ts';
import { AlternationNote } from './AlternationNote.tsx';
import { rhythmText } from './alternation.ts';
import { DayChips } from './DayChips.tsx';

interface HoursFormProps {
  readonly practitioner: Practitioner;
  /** Null: new ones. */
  readonly hours: OpeningHours | null;
  /** The weekday that was clicked, for new ones. */
  readonly weekday: number | null;
  readonly today: Day;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

const rhythms = Array.from({ length: 12 }, (_, n) => ({ value: String(n + 1), label: rhythmText(n + 1) }));

const newHours = (practitioner: Practitioner, weekday: number | null, today: Day): WeeklyHoursDraft => ({
  practitionerId: practitioner.id,
  weekdays: weekday === null ? [] : [weekday],
  start: 510,
  end: 750,
  kind: 'regular',
  capacity: 1,
  everyWeeks: 1,
  anchorDay: today,
  validFrom: today,
  validTo: null,
});

export const HoursForm = ({ practitioner, hours, weekday, today, onClose, onReload }: HoursFormProps) => {
  const form = useForm<WeeklyHoursDraft>({
    initialValues: hours ? { ...hours, weekdays: [hours.weekday] } : newHours(practitioner, weekday, today),
  });
  const { save, saving, stale } = useSave<WeeklyHoursDraft, unknown>({
    call: ({ weekdays: days, ...range }) =>
      hours
        ? client.practice.updateOpeningHours({
            ...range,
            weekday: days[0] ?? hours.weekday,
            id: hours.id,
            version: hours.version,
          })
        : client.practice.addWeeklyHours({ ...range, weekdays: days }),
    success: 'Les horaires sont enregistrés.',
    form,
    onSaved: onClose,
  });
  const removal = useSave({
    call: client.practice.removeOpeningHours,
    success: 'La plage est retirée.',
    onSaved: onClose,
  });
  const { values } = form;
  const day = (field: 'anchorDay' | 'validFrom') => ({
    ...form.getInputProps(field),
    value: values[field],
    onChange: (picked: Day | null) => {
      if (picked !== null) form.setFieldValue(field, picked);
    },
  });
  const time = (field: 'start' | 'end') => ({
    ...form.getInputProps(field),
    value: values[field],
    // An hour that cannot be read is left out: the contract's shape then points at the field.
    onChange: (minute: number | null) => form.setFieldValue(field, minute as number),
  });
  return (
    <FormCard
      title={hours ? `Plage du ${weekdayLabel(hours.weekday)}` : 'Nouvelle plage'}
      onSubmit={() => save(values, WeeklyHoursDraft)}
      onClose={onClose}
      saving={saving}
      stale={stale}
      onReload={onReload}
      remove={
        hours ? (
          <RemoveButton
            busy={removal.saving}
            onClick={() => removal.save({ id: hours.id, version: hours.version })}
          />
        ) : null
      }
    >
      {hours ? (
        <Select
          label="Jour"
          data={weekdays.map((label, n) => ({ value: String(n + 1), label }))}
          allowDeselect={false}
          value={String(values.weekdays[0])}
          onChange={(picked) => form.setFieldValue('weekdays', [Number(picked)])}
        />
      ) : (
        <DayChips
          value={values.weekdays}
          error={form.errors['weekdays']}
          onChange={(days) => form.setFieldValue('weekdays', days)}
        />
      )}
      <div className="set-pair">
        <TimeField label="De" {...time('start')} />
        <TimeField label="À" {...time('end')} placeholder="12:30" />
      </div>
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
      <Select
        label="Rythme"
        data={rhythms}
        allowDeselect={false}
        value={String(values.everyWeeks)}
        onChange={(everyWeeks) => form.setFieldValue('everyWeeks', Number(everyWeeks))}
      />
      {values.everyWeeks > 1 ? (
        <>
          <DayField label="Une des semaines travaillées, celle du" {...day('anchorDay')} />
          <AlternationNote rhythm={{ ...values, weekday: values.weekdays[0] ?? 1 }} today={today} />
        </>
      ) : null}
      <div className="set-pair">
        <DayField label="À partir du" {...day('validFrom')} />
        <DayField
          label="Jusqu’au"
          clearable
          placeholder="sans fin"
          {...form.getInputProps('validTo')}
          value={values.validTo}
          onChange={(picked) => form.setFieldValue('validTo', picked)}
        />
      </div>
    </FormCard>
  );
};
