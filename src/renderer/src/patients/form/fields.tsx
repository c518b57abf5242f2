/** The fields of a person, in the order in which they are asked on the phone. */
import { Checkbox, Radio, Select, Textarea, TextInput, type TextInputProps } from '@mantine/core';
import type { RefObject } from 'react';
import { Need, Sex } from '../../../../contract/patients.ts';
import { practitionerFullName } from '../../agenda/practitioner-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { BirthField } from './BirthField.tsx';
import { PhonesField } from './PhonesField.tsx';
import type { PersonForm } from './use-person-form.ts';
import type { FormValues } from './values.ts';
import { fieldLabel, needLabel, sexLabel } from './words.ts';

type TextField = {
  [K in keyof FormValues]: FormValues[K] extends string ? K : never;
}[keyof FormValues];

interface FieldProps extends Omit<TextInputProps, 'form'> {
  readonly ref?: RefObject<HTMLInputElement | null>;
  readonly form: PersonForm;
  readonly field: Exclude<TextField, 'sex' | 'doctor'>;
}

export const TextLine = ({ form, field, ...input }: FieldProps) => (
  <TextInput
    label={fieldLabel[field]}
    autoComplete="off"
    spellCheck={false}
    maxLength={100}
    {...input}
    value={form.values[field]}
    error={form.errors[field]}
    onChange={(event) => form.set(field, event.currentTarget.value)}
  />
);

interface Props {
  readonly form: PersonForm;
}

export const Birth = ({ form }: Props) => (
  <BirthField
    value={form.values.birth}
    sex={form.values.sex}
    error={form.errors['birth']}
    onChange={(text) => form.set('birth', text)}
  />
);

interface IdentityProps extends Props {
  readonly first: RefObject<HTMLInputElement | null>;
}

export const IdentityFields = ({ form, first }: IdentityProps) => (
  <fieldset className="person-fields">
    <legend>Identité</legend>
    <TextLine form={form} field="birthName" ref={first} withAsterisk />
    <TextLine form={form} field="givenNames" />
    <TextLine form={form} field="usedName" description="S’il diffère du nom de naissance" />
    <TextLine form={form} field="usedGivenName" description="S’il n’est pas le premier" />
    <Birth form={form} />
    <Radio.Group
      label={fieldLabel.sex}
      value={form.values.sex}
      error={form.errors['sex']}
      onChange={(value) => form.set('sex', Sex.parse(value))}
    >
      <div className="person-radios">
        {Sex.options.map((sex) => (
          <Radio
            key={sex}
            value={sex}
            label={sexLabel[sex]}
            {...(form.errors['sex'] === undefined ? {} : { 'aria-invalid': true })}
          />
        ))}
      </div>
    </Radio.Group>
    <Checkbox
      className="person-wide"
      label="Identité vérifiée sur une pièce d’identité"
      description="À cocher pièce en main. Changer ensuite un trait d’identité la remet « provisoire »."
      checked={form.values.validated}
      onChange={(event) => form.set('validated', event.currentTarget.checked)}
    />
  </fieldset>
);

export const ContactFields = ({ form }: Props) => (
  <fieldset className="person-fields">
    <legend>Joindre</legend>
    <PhonesField form={form} />
    <TextLine form={form} field="email" type="email" maxLength={200} />
    <TextLine form={form} field="address" className="person-wide" maxLength={200} />
    <TextLine form={form} field="postalCode" maxLength={10} />
    <TextLine form={form} field="city" />
  </fieldset>
);

/** One list for every answer to « avez-vous un médecin traitant ? ». */
const DoctorField = ({ form }: Props) => {
  const practitioners = usePractitioners().filter(({ profession }) => profession === 'general-practitioner');
  const { doctor, doctorId } = form.values;
  return (
    <Select
      label={fieldLabel.doctor}
      allowDeselect={false}
      searchable
      data={[
        { value: 'unknown', label: 'Pas encore demandé' },
        { value: 'none', label: 'Aucun' },
        {
          group: 'Dans la maison',
          items: practitioners.map((p) => ({ value: `house ${p.id}`, label: practitionerFullName(p) })),
        },
        { value: 'outside', label: 'Hors de la maison…' },
      ]}
      value={doctor === 'house' ? `house ${doctorId}` : doctor}
      onChange={(value) => {
        const chosen = practitioners.find(({ id }) => value === `house ${id}`);
        form.set('doctorId', chosen?.id ?? null);
        if (chosen !== undefined) form.set('doctor', 'house');
        else if (value === 'none' || value === 'outside' || value === 'unknown') form.set('doctor', value);
      }}
    />
  );
};

export const CareFields = ({ form }: Props) => {
  const { needs } = form.values;
  return (
    <fieldset className="person-fields">
      <legend>Suivi</legend>
      <DoctorField form={form} />
      {form.values.doctor === 'outside' ? (
        <TextLine form={form} field="doctorName" label="Nom du médecin" maxLength={120} />
      ) : null}
      <div className="person-wide">
        <ChipRow label="Besoins pour la visite">
          {Need.options.map((need) => (
            <Chip
              key={need}
              shortcut={null}
              chosen={needs.includes(need)}
              onChoose={() =>
                form.set('needs', needs.includes(need) ? needs.filter((n) => n !== need) : [...needs, need])
              }
            >
              {needLabel[need]}
            </Chip>
          ))}
        </ChipRow>
      </div>
      <Textarea
        className="person-wide"
        label={fieldLabel.note}
        description="Pratique, jamais médical : « préfère être rappelée le soir »."
        maxLength={2000}
        autosize
        minRows={2}
        value={form.values.note}
        onChange={(event) => form.set('note', event.currentTarget.value)}
      />
    </fieldset>
  );
};
