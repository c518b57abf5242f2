import { Button, NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { RetentionSettings } from '../../../contract/privacy.ts';
import { client } from '../api/client.ts';
import { queryClient } from '../api/query.ts';
import { StaleNotice } from '../practice/form/StaleNotice.tsx';
import { useSave } from '../practice/form/use-save.ts';

type Field = Exclude<keyof RetentionSettings, 'version'>;

interface Told {
  readonly field: Field;
  readonly label: string;
  /** What, and where the figure comes from. */
  readonly description: string;
  readonly suffix: string;
  readonly min: number;
  readonly max: number;
}

/** In the order in which data ages. Bounds are the contract's: docs/spec/patient-rights.md has the sources. */
const FIELDS: readonly Told[] = [
  {
    field: 'wordsMonths',
    label: 'Mots d’une demande ou d’un rappel',
    description:
      'Après sa clôture. Trois mois suffisent à répondre ; au-delà, ils ne servent plus (RGPD, art. 5, 1, c).',
    suffix: ' mois',
    min: 1,
    max: 12,
  },
  {
    field: 'unseenMonths',
    label: 'Nom de qui n’a jamais été reçu',
    description: 'Après sa dernière demande, refus compris. Un an au plus ; ensuite, un compte sans nom.',
    suffix: ' mois',
    min: 3,
    max: 12,
  },
  {
    field: 'appointmentMonths',
    label: 'Mots d’un rendez-vous passé',
    description:
      'Commentaire, raison d’une annulation. Deux ans couvrent la continuité et les comptes de l’ACI.',
    suffix: ' mois',
    min: 12,
    max: 60,
  },
  {
    field: 'journalMonths',
    label: 'Contenu du journal',
    description:
      'Qui a fait quoi, et quand, reste ; les valeurs changées partent. La CNIL conseille de six mois à un an.',
    suffix: ' mois',
    min: 6,
    max: 12,
  },
  {
    field: 'seenYears',
    label: 'Fiche de qui a été reçu',
    description:
      'Après la dernière venue. Cinq ans d’usage courant (référentiel de la CNIL pour les cabinets) ; les vingt ans du dossier médical sont l’affaire du praticien.',
    suffix: ' ans',
    min: 2,
    max: 20,
  },
];

export const RetentionForm = ({ settings }: { readonly settings: RetentionSettings }) => {
  const form = useForm({ initialValues: settings });
  const { save, saving, stale } = useSave({
    call: client.privacy.saveSettings,
    success: 'Les durées sont enregistrées.',
    form,
  });
  return (
    <form
      className="set-form"
      aria-label="Durées de conservation"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save(form.values, RetentionSettings);
      }}
    >
      {stale ? (
        <StaleNotice what="les durées" stale={stale} onReload={() => void queryClient.invalidateQueries()} />
      ) : null}
      <div className="set-form-body">
        {FIELDS.map(({ field, ...shown }) => (
          <NumberInput
            key={field}
            {...shown}
            clampBehavior="blur"
            allowDecimal={false}
            {...form.getInputProps(field)}
            onChange={(value) => form.setFieldValue(field, Number(value))}
          />
        ))}
      </div>
      <footer className="set-form-foot">
        <Button type="submit" loading={saving} disabled={!form.isDirty()}>
          Enregistrer
        </Button>
      </footer>
    </form>
  );
};
