import { Button, SegmentedControl, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import {
  DirectoryDraft,
  type DirectoryEntry,
  DirectoryKind,
  DirectoryProfession,
  Told,
} from '../../../../contract/directory.ts';
import {
  directoryKindLabels,
  directoryProfessionLabels,
  entryName,
  toldLabels,
} from '../../../../contract/directory-words.ts';
import { client } from '../../api/client.ts';
import { showNotice } from '../../app/notify.ts';
import { FormCard } from '../../practice/form/FormCard.tsx';
import { useSave } from '../../practice/form/use-save.ts';
import { draftOf, type EntryValues, emptyEntry, emptyPlace, valuesOf } from './values.ts';

type Form = UseFormReturnType<EntryValues>;

interface EntryFormProps {
  /** Null: a new one. */
  readonly entry: DirectoryEntry | null;
  readonly onSaved: (entry: DirectoryEntry) => void;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

const kinds = DirectoryKind.options.map((value) => ({ value, label: directoryKindLabels[value] }));
const professions = DirectoryProfession.options.map((value) => ({
  value,
  label: directoryProfessionLabels[value],
}));

const Names = ({ form }: { readonly form: Form }) => {
  if (form.values.kind !== 'person')
    return (
      <div data-first>
        <TextInput label="Nom de la structure" withAsterisk {...form.getInputProps('name')} />
      </div>
    );
  return (
    <>
      <div className="set-triple">
        <TextInput label="Civilité" placeholder="Dr" {...form.getInputProps('title')} />
        <TextInput label="Prénom" {...form.getInputProps('givenName')} />
        <div data-first>
          <TextInput label="Nom" withAsterisk {...form.getInputProps('name')} />
        </div>
      </div>
      <div className="set-pair">
        <Select
          label="Profession"
          withAsterisk
          searchable
          selectFirstOptionOnChange
          allowDeselect={false}
          data={professions}
          {...form.getInputProps('profession')}
        />
        <TextInput
          label="Précision"
          placeholder="facultatif : Allergologue…"
          {...form.getInputProps('professionLabel')}
        />
      </div>
    </>
  );
};

interface ToldFieldProps {
  readonly form: Form;
  readonly field: 'takesNewcomers' | 'takesUnscheduled';
  readonly label: string;
}

const ToldField = ({ form, field, label }: ToldFieldProps) => (
  <fieldset className="entry-told">
    <legend>{label}</legend>
    <SegmentedControl
      aria-label={label}
      data={Told.options.map((value) => ({ value, label: toldLabels[value] }))}
      value={form.values[field]}
      onChange={(value) => form.setFieldValue(field, Told.parse(value))}
    />
  </fieldset>
);

const Places = ({ form }: { readonly form: Form }) => (
  <fieldset className="entry-places">
    <legend>Lieux</legend>
    {form.values.places.map((_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are typed
      <div key={i} className="entry-place">
        <TextInput label="Cabinet ou bâtiment" {...form.getInputProps(`places.${i}.name`)} />
        <TextInput label="Adresse" {...form.getInputProps(`places.${i}.address`)} />
        <div className="entry-town">
          <TextInput
            label="Code postal"
            inputMode="numeric"
            {...form.getInputProps(`places.${i}.postalCode`)}
          />
          <TextInput label="Commune" {...form.getInputProps(`places.${i}.commune`)} />
          <TextInput label="Téléphone du lieu" type="tel" {...form.getInputProps(`places.${i}.phone`)} />
        </div>
        {form.values.places.length === 1 ? null : (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => form.removeListItem('places', i)}
          >
            Retirer ce lieu
          </Button>
        )}
      </div>
    ))}
    {form.values.places.length < 12 ? (
      <Button variant="subtle" size="compact-sm" onClick={() => form.insertListItem('places', emptyPlace)}>
        Ajouter un lieu
      </Button>
    ) : null}
  </fieldset>
);

/** An entry, whole: for an addition or a change. Enter saves, Échap leaves. */
export const EntryForm = ({ entry, onSaved, onClose, onReload }: EntryFormProps) => {
  const form = useForm<EntryValues>({ initialValues: entry === null ? emptyEntry : valuesOf(entry) });
  const { save, saving, stale } = useSave({
    call: (draft: DirectoryDraft) =>
      entry === null
        ? client.directory.create(draft)
        : client.directory.update({ id: entry.id, version: entry.version, entry: draft }),
    success: entry === null ? 'La fiche est ajoutée.' : 'La fiche est enregistrée.',
    form,
    onSaved: (saved) => {
      if (saved.warnings.includes('rpps-check-digit'))
        showNotice(
          'Le numéro RPPS semble mal recopié : son dernier chiffre ne correspond pas aux autres. Il est enregistré tel quel.',
        );
      onSaved(saved.entry);
    },
  });
  return (
    <FormCard
      title={entry === null ? 'Nouvelle fiche' : `Modifier ${entryName(entry)}`}
      onSubmit={() => save(draftOf(form.values), DirectoryDraft)}
      onClose={onClose}
      saving={saving}
      stale={stale}
      onReload={onReload}
    >
      <Select label="C’est" allowDeselect={false} data={kinds} {...form.getInputProps('kind')} />
      <Names form={form} />
      <div className="set-pair">
        <TextInput label="Téléphone à donner au patient" type="tel" {...form.getInputProps('publicPhone')} />
        <TextInput
          label="Téléphone entre professionnels"
          type="tel"
          {...form.getInputProps('professionalPhone')}
        />
      </div>
      <div className="set-pair">
        <ToldField form={form} field="takesNewcomers" label="Prend de nouveaux patients" />
        <ToldField form={form} field="takesUnscheduled" label="Soins non programmés" />
      </div>
      <Textarea
        label="Conditions"
        placeholder="sur courrier, enfants jusqu’à 15 ans…"
        autosize
        minRows={1}
        maxLength={500}
        {...form.getInputProps('conditions')}
      />
      <TagsInput
        label="Compétences"
        placeholder="plaies, échographie… puis Entrée"
        {...form.getInputProps('competences')}
      />
      <div className="set-pair">
        <TextInput label="Messagerie MSSanté" type="email" {...form.getInputProps('mssante')} />
        {form.values.kind === 'person' ? (
          <TextInput
            label="Numéro RPPS"
            placeholder="facultatif, 11 chiffres"
            inputMode="numeric"
            {...form.getInputProps('rpps')}
          />
        ) : null}
      </div>
      <Places form={form} />
    </FormCard>
  );
};
