import { Button, NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { WaitlistSettings } from '../../../../contract/waitlist.ts';
import { client } from '../../api/client.ts';
import { StaleNotice } from '../../practice/form/StaleNotice.tsx';
import { useSave } from '../../practice/form/use-save.ts';

interface Props {
  readonly settings: WaitlistSettings;
  readonly onReload: () => void;
}

const FIELDS = [
  { field: 'holdMinutes', label: 'Une place proposée est retenue', suffix: ' minutes', max: 240, min: 1 },
  { field: 'attempts', label: 'Injoignable après', suffix: ' essais', max: 10, min: 1 },
  {
    field: 'reconfirmDays',
    label: '« Toujours en recherche ? » tous les',
    suffix: ' jours',
    max: 365,
    min: 7,
  },
  { field: 'oldDays', label: 'Inscription ancienne après', suffix: ' jours', max: 1000, min: 7 },
] as const;

/** How the house goes about its lists: how long, how often. */
export const HouseForm = ({ settings, onReload }: Props) => {
  const form = useForm<WaitlistSettings>({ initialValues: settings });
  const { save, saving, stale } = useSave({
    call: client.waitlist.saveSettings,
    success: 'Les listes d’attente sont réglées.',
    form,
  });
  return (
    <form
      className="set-form"
      aria-label="Délais des listes"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save(form.values, WaitlistSettings);
      }}
    >
      {stale ? <StaleNotice what="ces réglages" stale={stale} onReload={onReload} /> : null}
      <div className="set-form-body">
        {FIELDS.map(({ field, label, suffix, min, max }) => (
          <NumberInput
            key={field}
            label={label}
            suffix={suffix}
            min={min}
            max={max}
            allowDecimal={false}
            {...form.getInputProps(field)}
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
