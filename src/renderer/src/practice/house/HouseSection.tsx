import { Button, Loader, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { House, type Region } from '../../../../contract/practice.ts';
import { addDays } from '../../../../contract/time.ts';
import { client } from '../../api/client.ts';
import { api } from '../../api/query.ts';
import { useNow } from '../../app/now.ts';
import { capitalised, dayText } from '../../ui/dates.ts';
import { StaleNotice } from '../form/StaleNotice.tsx';
import { useSave } from '../form/use-save.ts';
import { SectionHead } from '../SectionHead.tsx';
import { regionChoices, regions, zoneChoices } from '../words.ts';

export const HouseSection = () => {
  const { data: house, refetch } = useQuery(api.practice.house.queryOptions());
  return (
    <section className="set-section">
      <SectionHead title="La maison">
        Son nom, et ce qui règle l’heure et les jours fériés de tous les agendas.
      </SectionHead>
      <div className="set-split" data-open>
        {house ? <HouseForm key={house.version} house={house} onReload={() => refetch()} /> : <Loader />}
        <ComingHolidays />
      </div>
    </section>
  );
};

const HouseForm = ({ house, onReload }: { readonly house: House; readonly onReload: () => void }) => {
  const form = useForm({ initialValues: house });
  const { save, saving, stale } = useSave({
    call: client.practice.updateHouse,
    success: 'La maison est enregistrée.',
    form,
  });
  const optional = (field: 'phone' | 'address') => ({
    ...form.getInputProps(field),
    value: form.values[field] ?? '',
    onChange: (event: { currentTarget: { value: string } }) =>
      form.setFieldValue(field, event.currentTarget.value || null),
  });
  return (
    <form
      className="set-form"
      aria-label="La maison"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { demo: _, ...sent } = form.values;
        save(sent, House.omit({ demo: true }));
      }}
    >
      {stale ? <StaleNotice what="la maison" stale={stale} onReload={onReload} /> : null}
      <div className="set-form-body">
        <TextInput label="Nom de la maison" withAsterisk {...form.getInputProps('name')} />
        <div className="set-pair">
          <Select
            label="Région des jours fériés"
            data={regionChoices}
            allowDeselect={false}
            {...form.getInputProps('region')}
            onChange={(region) => {
              if (region === null) return;
              form.setFieldValue('region', region as Region);
              form.setFieldValue('zone', regions[region as Region].zone);
            }}
          />
          <Select
            label="Fuseau horaire"
            data={zoneChoices(form.values.zone)}
            allowDeselect={false}
            {...form.getInputProps('zone')}
          />
        </div>
        <TextInput label="Téléphone" placeholder="facultatif" {...optional('phone')} />
        <Textarea label="Adresse" placeholder="facultatif" autosize minRows={2} {...optional('address')} />
      </div>
      <footer className="set-form-foot">
        <Button type="submit" loading={saving} disabled={!form.isDirty()}>
          Enregistrer
        </Button>
      </footer>
    </form>
  );
};

const ComingHolidays = () => {
  const { day } = useNow();
  const { data = [] } = useQuery(
    api.practice.holidays.queryOptions({ input: { from: day, to: addDays(day, 365) } }),
  );
  return (
    <aside className="set-card" aria-label="Prochains jours fériés">
      <h3 className="set-card-title">Prochains jours fériés</h3>
      <p className="set-quiet">Personne n’est ouvert ces jours-là, sauf créneaux donnés exprès à la date.</p>
      <ul className="set-holidays">
        {data.map((holiday) => (
          <li key={holiday.day}>
            <span>
              {capitalised(dayText(holiday.day, 'short'))} {holiday.day.slice(0, 4)}
            </span>
            <span>{holiday.name}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
};
