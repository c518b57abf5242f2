import { useForm } from '@mantine/form';
import { addDays } from '../../../../contract/time.ts';
import type { UrgencyCard } from '../../../../contract/urgency.ts';
import { client } from '../../api/client.ts';
import { useNow } from '../../app/now.ts';
import { DayField } from '../../practice/form/DayField.tsx';
import { FormCard } from '../../practice/form/FormCard.tsx';
import { useSave } from '../../practice/form/use-save.ts';

interface Props {
  readonly card: UrgencyCard;
  readonly onClose: () => void;
}

/** Her own act, under her own initials: the text in front of her, word for word, and when to look at it again. */
export const SignForm = ({ card, onClose }: Props) => {
  const { day } = useNow();
  const form = useForm({ initialValues: { reviewDue: addDays(day, 365) as string | null } });
  const { save, saving } = useSave({
    call: client.urgency.signCard,
    success: `Version ${card.number} signée : c’est elle que F8 affiche.`,
    form,
    onSaved: onClose,
  });
  return (
    <FormCard
      title={`Signer la version ${card.number}`}
      saving={saving}
      saveLabel="Je signe"
      onClose={onClose}
      onSubmit={() => {
        const { reviewDue } = form.values;
        if (card.id === null) return;
        if (reviewDue === null) form.setErrors({ reviewDue: 'Indiquez quand la revoir.' });
        else save({ cardId: card.id, reviewDue });
      }}
    >
      <ol className="urg-set-signs">
        {card.redFlags.map((sign) => (
          <li key={sign}>{sign}</li>
        ))}
      </ol>
      <DayField
        label="À revoir le"
        description="Passé ce jour, Parvis avertit partout ; la carte reste valable."
        {...form.getInputProps('reviewDue')}
        value={form.values.reviewDue}
        data-path="reviewDue"
      />
    </FormCard>
  );
};
