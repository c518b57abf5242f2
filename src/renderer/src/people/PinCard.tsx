import { PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { Staff } from '../../../contract/people.ts';
import { pinFault } from '../../../contract/pin.ts';
import { client } from '../api/client.ts';
import { api } from '../api/query.ts';
import { useStation } from '../app/station.ts';
import { FormCard } from '../practice/form/FormCard.tsx';
import { fieldText } from '../practice/form/field-text.ts';
import { RemoveButton } from '../practice/form/RemoveButton.tsx';
import { useSave } from '../practice/form/use-save.ts';
import { ofPerson } from './names.ts';
import { PIN_FIELD, pinDigits } from './pin-field.ts';

interface Props {
  readonly staff: Staff;
  readonly onClose: () => void;
}

/** A code given, changed or taken away: one's own with the present one, anybody's by a référent. */
export const PinCard = ({ staff, onClose }: Props) => {
  const { actorId, sit } = useStation();
  const own = actorId === staff.id;
  const seating = useQuery(api.people.seating.queryOptions()).data;
  const has = seating?.withPin.includes(staff.id) ?? false;
  const form = useForm({ initialValues: { current: '', pin: '', again: '' } });
  const { save, saving } = useSave({
    call: (pin: string | null) =>
      client.people.setPin({ staffId: staff.id, pin, current: own && has ? form.values.current : null }),
    success: 'Le code est enregistré : il sera demandé pour prendre le poste.',
    form,
    onSaved: ({ seat }) => {
      if (seat !== null) sit(staff.id, seat);
      onClose();
    },
  });
  const field = (path: 'current' | 'pin' | 'again') => ({
    ...form.getInputProps(path),
    ...PIN_FIELD,
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      form.setFieldValue(path, pinDigits(value)),
  });
  return (
    <FormCard
      title={`Code ${ofPerson(staff.name)}`}
      onSubmit={() => {
        const fault = pinFault(form.values.pin);
        if (fault !== null) form.setErrors({ pin: fieldText({ path: 'pin', code: fault }) });
        else if (form.values.again !== form.values.pin)
          form.setErrors({ again: fieldText({ path: 'again', code: 'differs' }) });
        else save(form.values.pin);
      }}
      onClose={onClose}
      saving={saving}
      remove={has ? <RemoveButton busy={saving} onClick={() => save(null)} /> : null}
    >
      <p className="set-quiet">
        De quatre à huit chiffres. Le code n’est gardé nulle part : oublié, un référent en donne un autre.
      </p>
      {own && has ? <PasswordInput label="Code actuel" {...field('current')} /> : null}
      <PasswordInput label="Nouveau code" {...field('pin')} />
      <PasswordInput label="Le même, encore une fois" {...field('again')} />
    </FormCard>
  );
};
