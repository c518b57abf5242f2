import { Button, Checkbox, Loader, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { PractitionerId } from '../../../../contract/ids.ts';
import {
  type ReserveRule,
  type UnscheduledSettings as Settings,
  UnscheduledSettings,
} from '../../../../contract/unscheduled.ts';
import { practitionerFullName } from '../../agenda/practitioner-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { client } from '../../api/client.ts';
import { api } from '../../api/query.ts';
import { cssVars } from '../../practice/css-vars.ts';
import { StaleNotice } from '../../practice/form/StaleNotice.tsx';
import { TimeField } from '../../practice/form/TimeField.tsx';
import { useSave } from '../../practice/form/use-save.ts';
import { SectionHead } from '../../practice/SectionHead.tsx';
import { useKeepers } from '../use-keepers.ts';
import './settings.css';

/** What the house has decided about unscheduled care, and what each practitioner allows with her reserve. */
export const UnscheduledSection = () => {
  const { data, refetch } = useQuery(api.unscheduled.settings.queryOptions());
  return (
    <section className="set-section">
      <SectionHead title="Soins non programmés">
        Les plages se règlent dans Horaires. Ici : jusqu’à quand elles sont gardées, pour qui, et qui appeler
        quand la maison n’a plus rien.
      </SectionHead>
      <div className="set-split" data-open>
        {data === undefined ? (
          <Loader />
        ) : (
          <HouseRules key={data.version} settings={data} onReload={() => refetch()} />
        )}
        <Reserves />
      </div>
    </section>
  );
};

const HouseRules = ({
  settings,
  onReload,
}: {
  readonly settings: Settings;
  readonly onReload: () => void;
}) => {
  const practitioners = usePractitioners();
  const form = useForm({ initialValues: settings });
  const { save, saving, stale } = useSave({
    call: client.unscheduled.saveSettings,
    success: 'Les soins non programmés sont réglés.',
    form,
  });
  const optional = (field: 'cptsName' | 'cptsPhone') => ({
    ...form.getInputProps(field),
    value: form.values[field] ?? '',
    onChange: (event: { currentTarget: { value: string } }) =>
      form.setFieldValue(field, event.currentTarget.value || null),
  });
  return (
    <form
      className="set-form"
      aria-label="Soins non programmés"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save(form.values, UnscheduledSettings);
      }}
    >
      {stale ? <StaleNotice what="ces réglages" stale={stale} onReload={onReload} /> : null}
      <div className="set-form-body">
        <div>
          <TimeField
            label="Libérer ce qui reste à"
            placeholder="jamais"
            value={form.values.releaseAt}
            onChange={(releaseAt) => form.setFieldValue('releaseAt', releaseAt)}
            error={form.errors['releaseAt']}
          />
          <p className="set-quiet snp-hint">
            Le jour même, à cette heure, les places non prises s’ouvrent à tous. Vide : elles restent gardées.
          </p>
        </div>
        <Select
          label="Le médecin qui trie"
          placeholder="choisi à chaque fois"
          clearable
          data={practitioners.map((who) => ({ value: String(who.id), label: practitionerFullName(who) }))}
          value={form.values.sorterId === null ? null : String(form.values.sorterId)}
          onChange={(value) =>
            form.setFieldValue('sorterId', value === null ? null : (Number(value) as PractitionerId))
          }
          error={form.errors['sorterId']}
        />
        <TextInput label="CPTS" placeholder="facultatif" {...optional('cptsName')} />
        <TextInput label="Ligne de la CPTS" placeholder="facultatif" {...optional('cptsPhone')} />
      </div>
      <footer className="set-form-foot">
        <Button type="submit" loading={saving} disabled={!form.isDirty()}>
          Enregistrer
        </Button>
      </footer>
    </form>
  );
};

const Reserves = () => {
  const keepers = useKeepers();
  const { data = [] } = useQuery(api.unscheduled.rules.queryOptions());
  const { save, saving } = useSave({ call: client.unscheduled.setRule, success: 'Noté pour ce praticien.' });
  const change = (rule: ReserveRule, more: Partial<ReserveRule>) => {
    if (!saving) save({ ...rule, ...more });
  };
  return (
    <aside className="set-card" aria-label="La réserve de chaque praticien">
      <h3 className="set-card-title">La réserve de chacun</h3>
      <p className="set-quiet">
        Ce que le praticien a dit lui-même. Sans un mot de sa part, les patients des confrères n’y entrent
        pas.
      </p>
      <ul className="snp-rules">
        {data.map((rule) => {
          const who = keepers.find(({ id }) => id === rule.practitionerId);
          if (who === undefined) return null;
          const name = practitionerFullName(who);
          return (
            <li key={rule.practitionerId} style={cssVars({ '--c': who.colour })}>
              <b>{name}</b>
              <Checkbox
                size="xs"
                label="ouverte aux patients des confrères"
                aria-label={`${name} : ouverte aux patients des confrères`}
                checked={rule.shares}
                onChange={(event) => change(rule, { shares: event.currentTarget.checked })}
              />
              <Checkbox
                size="xs"
                label="gardée jusqu’au bout"
                aria-label={`${name} : gardée jusqu’au bout`}
                checked={rule.keeps}
                onChange={(event) => change(rule, { keeps: event.currentTarget.checked })}
              />
            </li>
          );
        })}
      </ul>
    </aside>
  );
};
