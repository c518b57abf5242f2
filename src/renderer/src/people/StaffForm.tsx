import { Select, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PractitionerId } from '../../../contract/ids.ts';
import { initialsOf, type Staff, StaffDraft } from '../../../contract/people.ts';
import type { Practitioner } from '../../../contract/practice.ts';
import type { Role } from '../../../contract/rights.ts';
import { client } from '../api/client.ts';
import { FormCard } from '../practice/form/FormCard.tsx';
import { useSave } from '../practice/form/use-save.ts';
import { fullName } from '../practice/words.ts';
import { roleChoices, roles } from './roles.ts';

interface StaffFormProps {
  /** Null: somebody new. */
  readonly staff: Staff | null;
  readonly practitioners: readonly Practitioner[];
  readonly onClose: () => void;
  readonly onReload: () => void;
}

const nobody: StaffDraft = { initials: '', name: '', role: 'reception', practitionerId: null, active: true };

/** What to propose for a name that is being typed; nothing before it has a letter. */
export const proposedInitials = (name: string): string => (name.trim() === '' ? '' : initialsOf(name));

export const StaffForm = ({ staff, practitioners, onClose, onReload }: StaffFormProps) => {
  const form = useForm<StaffDraft>({ initialValues: staff ?? nobody });
  const { save, saving, stale } = useSave<StaffDraft, Staff>({
    call: (draft) =>
      staff
        ? client.people.update({ ...draft, id: staff.id, version: staff.version })
        : client.people.add(draft),
    success: staff ? 'La fiche est enregistrée.' : 'La personne est ajoutée : elle peut prendre le poste.',
    form,
    onSaved: onClose,
  });
  const { role, name, initials, practitionerId } = form.values;
  // Initials follow the name until somebody has typed others.
  const following = !staff && initials === proposedInitials(name);
  return (
    <FormCard
      title={staff ? staff.name : 'Nouvelle personne'}
      onSubmit={() => save(form.values, StaffDraft)}
      onClose={onClose}
      saving={saving}
      stale={stale}
      onReload={onReload}
    >
      <div className="people-pair">
        <div data-first>
          <TextInput
            label="Prénom et nom"
            withAsterisk
            {...form.getInputProps('name')}
            onChange={({ currentTarget: { value } }) => {
              form.setFieldValue('name', value);
              if (following) form.setFieldValue('initials', proposedInitials(value));
            }}
          />
        </div>
        <TextInput
          label="Initiales"
          withAsterisk
          maxLength={4}
          {...form.getInputProps('initials')}
          onChange={({ currentTarget: { value } }) =>
            form.setFieldValue('initials', value.toLocaleUpperCase('fr-FR'))
          }
        />
      </div>
      <Select
        label="Rôle"
        data={roleChoices}
        allowDeselect={false}
        description={roles[role].hint}
        {...form.getInputProps('role')}
        onChange={(picked) => form.setFieldValue('role', (picked ?? 'reception') as Role)}
      />
      <Select
        label="Praticien de la maison"
        description={
          role === 'practitioner'
            ? 'Ses initiales ouvrent sa journée.'
            : 'Si cette personne y consulte aussi.'
        }
        clearable
        searchable
        placeholder={role === 'practitioner' ? 'À choisir' : 'Aucun'}
        clearButtonProps={{ 'aria-label': 'Effacer le praticien' }}
        data={practitioners.map((p) => ({ value: String(p.id), label: fullName(p) }))}
        {...form.getInputProps('practitionerId')}
        value={practitionerId === null ? null : String(practitionerId)}
        onChange={(id) =>
          form.setFieldValue('practitionerId', id === null ? null : (Number(id) as PractitionerId))
        }
      />
      {staff ? (
        <Switch
          label="Travaille ici"
          description="Sinon ses initiales ne sont plus proposées ; ce qu’elle a fait reste signé."
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
      ) : null}
    </FormCard>
  );
};
