import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { CardDraft, type UrgencyCard } from '../../../../contract/urgency.ts';
import { client } from '../../api/client.ts';
import { FormCard } from '../../practice/form/FormCard.tsx';
import { useSave } from '../../practice/form/use-save.ts';
import { signsIn } from './diff.ts';

interface Props {
  readonly latest: UrgencyCard;
  readonly onClose: () => void;
}

/** Another text is another version: it waits for a signature, and the one in force stays meanwhile. */
export const CardForm = ({ latest, onClose }: Props) => {
  const form = useForm({
    initialValues: {
      redFlags: latest.redFlags.join('\n'),
      author: latest.id === null ? '' : latest.author,
    },
  });
  const { save, saving, stale } = useSave({
    call: client.urgency.saveCard,
    success: 'Version écrite : il reste à la faire signer par un praticien.',
    form,
    onSaved: onClose,
  });
  return (
    <FormCard
      title="Nouvelle version de la carte"
      saving={saving}
      stale={stale}
      onClose={onClose}
      onSubmit={() => {
        const redFlags = signsIn(form.values.redFlags);
        save({ redFlags, author: form.values.author, basedOn: latest.number }, CardDraft);
      }}
    >
      <Textarea
        label="Signes, un par ligne"
        description="Dans les mots des praticiens. Un seul suffit : ils ne se comptent pas."
        autosize
        minRows={10}
        maxRows={18}
        {...form.getInputProps('redFlags')}
      />
      <TextInput
        label="Écrite par"
        description="Le nom du praticien ou du groupe qui l’a rédigée."
        {...form.getInputProps('author')}
      />
    </FormCard>
  );
};
