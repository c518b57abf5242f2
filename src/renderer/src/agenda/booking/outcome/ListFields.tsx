import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Profession, professionLabels } from '../../../../../contract/professions.ts';
import { api } from '../../../api/query.ts';
import { Chip, ChipRow } from '../../../ui/Chip.tsx';
import { AppointmentLine } from '../../card/AppointmentLine.tsx';
import { practitionerName } from '../../practitioner-name.ts';
import { usePractitioners } from '../../use-house.ts';
import { WEEKDAY_KEYS } from '../filters.ts';
import type { FieldsProps } from './EndingFields.tsx';
import type { Ending } from './ending.ts';
import { listedFor, toggled } from './ending-keys.ts';

/** What the person can come to; rarely said, so nothing is asked: the keys are there. */
const Wishes = ({ ending, onChange }: Pick<FieldsProps, 'ending' | 'onChange'>) => {
  const half = (one: NonNullable<Ending['half']>) => () =>
    onChange({ half: ending.half === one ? null : one });
  return (
    <>
      <ChipRow label="Peut venir">
        <Chip shortcut="m" chosen={ending.half === 'morning'} onChoose={half('morning')}>
          Matin
        </Chip>
        <Chip shortcut="a" chosen={ending.half === 'afternoon'} onChoose={half('afternoon')}>
          Après-midi
        </Chip>
        {WEEKDAY_KEYS.map(({ key, weekday, label }) => (
          <Chip
            key={key}
            shortcut={key}
            chosen={ending.weekdays.includes(weekday)}
            onChoose={() => onChange({ weekdays: [...toggled(ending.weekdays, weekday)].sort() })}
          >
            {label}
          </Chip>
        ))}
        <Chip
          shortcut="d"
          chosen={ending.atShortNotice}
          onChoose={() => onChange({ atShortNotice: !ending.atShortNotice })}
        >
          Disponible vite (2 h)
        </Chip>
      </ChipRow>
      <TextInput
        size="xs"
        label="Précision pratique"
        placeholder="Facultatif"
        maxLength={300}
        value={ending.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
};

export const RegistrationList = ({ ending, asked, onChange }: FieldsProps) => {
  const practitioners = usePractitioners();
  const listed = listedFor(ending, asked, practitioners);
  const profession = listed[0]?.profession ?? ending.profession ?? 'general-practitioner';
  const present = Profession.options.filter((one) => practitioners.some((p) => p.profession === one));
  return (
    <>
      {present.length < 2 ? null : (
        <Select
          size="xs"
          label="Métier"
          allowDeselect={false}
          data={present.map((one) => ({ value: one as string, label: professionLabels[one].label }))}
          value={profession}
          onChange={(value) => {
            const chosen = Profession.safeParse(value);
            if (chosen.success) onChange({ profession: chosen.data, practitionerIds: [] });
          }}
        />
      )}
      <ChipRow label={ending.practitionerIds.length === 0 ? 'Accepte n’importe lequel' : 'Accepte seulement'}>
        {listed.map((one, index) => (
          <Chip
            key={one.id}
            shortcut={index < 9 ? String(index + 1) : null}
            chosen={ending.practitionerIds.includes(one.id)}
            onChoose={() => onChange({ practitionerIds: toggled(ending.practitionerIds, one.id) })}
          >
            {practitionerName(one)}
          </Chip>
        ))}
      </ChipRow>
      <Wishes ending={ending} onChange={onChange} />
    </>
  );
};

export const EarlierList = ({ ending, patient, onChange, errorAt }: FieldsProps) => {
  const { data } = useQuery(
    api.agenda.ofPatient.queryOptions({
      input: { patientId: patient?.id ?? (0 as never) },
      enabled: patient !== null,
    }),
  );
  const coming = data?.coming ?? [];
  const only = coming.length === 1 ? (coming[0]?.id ?? null) : null;
  const chosen = ending.appointmentId;
  // One appointment: nothing to choose.
  useEffect(() => {
    if (chosen === null && only !== null) onChange({ appointmentId: only });
  }, [chosen, only, onChange]);
  const error = errorAt('appointmentId');
  return (
    <>
      <fieldset className="standing" aria-invalid={error !== null || undefined}>
        <legend>Le rendez-vous qui tient en attendant</legend>
        {data !== undefined && coming.length === 0 ? (
          <p className="ending-note">
            Aucun rendez-vous à venir : prenez d’abord le premier créneau possible (F3), puis inscrivez.
          </p>
        ) : null}
        {coming.map((appointment) => (
          <button
            key={appointment.id}
            type="button"
            className="pv-option"
            aria-pressed={chosen === appointment.id}
            onClick={() => onChange({ appointmentId: appointment.id })}
          >
            <AppointmentLine appointment={appointment} />
          </button>
        ))}
        {error === null ? null : (
          <p className="pv-choice-error" role="alert">
            {error}
          </p>
        )}
      </fieldset>
      <Wishes ending={ending} onChange={onChange} />
    </>
  );
};
