import { Checkbox, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  ClosingGround,
  Condition,
  PolicyDraft,
  PolicyState,
  SituationGround,
  WhoSorts,
} from '../../../../contract/intake.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import type { PolicyToday } from '../../../../contract/refusals.ts';
import type { Day } from '../../../../contract/time.ts';
import { client } from '../../api/client.ts';
import { DayField } from '../../practice/form/DayField.tsx';
import { FormCard } from '../../practice/form/FormCard.tsx';
import { useSave } from '../../practice/form/use-save.ts';
import { fullName } from '../../practice/words.ts';
import {
  conditionLabels,
  groundHints,
  groundLabels,
  sortsLabels,
  stateHints,
  stateLabels,
} from '../words.ts';
import { formOf, needsGround, toSend } from './policy-form.ts';
import { StateChoice } from './StateChoice.tsx';

interface Props {
  readonly practitioner: Practitioner;
  readonly policy: PolicyToday;
  readonly today: Day;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

const states = PolicyState.options.map((value) => ({
  value,
  label: stateLabels[value],
  hint: stateHints[value],
}));
const grounds = ClosingGround.options.map((value) => ({ value, label: groundLabels[value] }));
const sorts = WhoSorts.options.map((value) => ({ value, label: sortsLabels[value] }));

/** How one practitioner receives newcomers from a day on. What held before stays in the history. */
export const PolicyForm = ({ practitioner, policy, today, onClose, onReload }: Props) => {
  const latest = policy.next ?? policy.current;
  const form = useForm<PolicyDraft>({ initialValues: formOf(practitioner.id, policy.current, today) });
  const { values } = form;
  const { save, saving, stale } = useSave({
    call: (draft: PolicyDraft) =>
      client.refusals.setPolicy({ ...toSend(draft), basedOn: latest?.id ?? null }),
    success: 'La politique est enregistrée.',
    form,
    onSaved: onClose,
  });
  const day = (field: 'validFrom' | 'reviewOn') => ({
    ...form.getInputProps(field),
    value: values[field],
    onChange: (picked: Day | null) => {
      if (picked !== null) form.setFieldValue(field, picked);
    },
  });
  return (
    <FormCard
      title={fullName(practitioner)}
      onSubmit={() => save(toSend(values), PolicyDraft)}
      onClose={onClose}
      saving={saving}
      stale={stale}
      onReload={onReload}
    >
      <StateChoice
        choices={states}
        value={values.state}
        onChange={(state) => {
          form.setFieldValue('state', state);
          if (state === 'closed' && values.ground === null) form.setFieldValue('ground', 'list-full');
        }}
      />
      {values.state === 'quota' ? (
        <NumberInput
          label="Nouveaux patients par mois"
          min={1}
          max={500}
          allowDecimal={false}
          {...form.getInputProps('quotaPerMonth')}
          value={values.quotaPerMonth ?? ''}
          onChange={(typed) => form.setFieldValue('quotaPerMonth', typed === '' ? null : Number(typed))}
        />
      ) : null}
      {values.state === 'conditional' ? (
        <Checkbox.Group
          label="Condition"
          description="La parenté avec un patient suivi n’en est pas une : la situation de famille est un motif interdit."
          {...form.getInputProps('conditions')}
          onChange={(chosen) => form.setFieldValue('conditions', Condition.array().parse(chosen))}
        >
          <div className="policy-checks">
            {Condition.options.map((one) => (
              <Checkbox key={one} value={one} label={conditionLabels[one]} />
            ))}
          </div>
        </Checkbox.Group>
      ) : null}
      {values.state === 'conditional' && values.conditions.includes('home-visit-in-sector') ? (
        <TextInput
          label="Secteur des visites à domicile"
          description="Pour les visites seulement : qui vient à la maison n’est jamais écarté par son adresse."
          maxLength={120}
          {...form.getInputProps('visitSector')}
          value={values.visitSector ?? ''}
          onChange={({ currentTarget }) => form.setFieldValue('visitSector', currentTarget.value || null)}
        />
      ) : null}
      {needsGround(values) ? (
        <Select
          label="Motif de la fermeture"
          data={grounds}
          allowDeselect={false}
          placeholder="À choisir"
          {...form.getInputProps('ground')}
          onChange={(ground) =>
            form.setFieldValue('ground', ground === null ? null : ClosingGround.parse(ground))
          }
        />
      ) : null}
      <Checkbox.Group
        label="Ne prend jamais, quelle que soit la personne"
        {...form.getInputProps('situations')}
        onChange={(chosen) => form.setFieldValue('situations', SituationGround.array().parse(chosen))}
      >
        <div className="policy-checks">
          {SituationGround.options.map((one) => (
            <Checkbox
              key={one}
              value={one}
              label={groundLabels[one]}
              {...(groundHints[one] === undefined ? {} : { description: groundHints[one] })}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Switch
        label="Le motif peut figurer sur l’attestation"
        description="Là où la profession l’exige, il y figure de toute façon."
        {...form.getInputProps('groundOnPaper', { type: 'checkbox' })}
      />
      <Textarea
        label="Consigne pour l’accueil"
        placeholder="facultatif : rien sur une personne"
        autosize
        minRows={2}
        maxRows={4}
        maxLength={500}
        {...form.getInputProps('instructions')}
        value={values.instructions ?? ''}
        onChange={({ currentTarget }) => form.setFieldValue('instructions', currentTarget.value || null)}
      />
      <Select
        label="Qui trie les appels ressentis comme urgents"
        data={sorts}
        allowDeselect={false}
        {...form.getInputProps('whoSorts')}
        onChange={(who) => form.setFieldValue('whoSorts', WhoSorts.parse(who))}
      />
      <div className="set-pair">
        <DayField label="À partir du" {...day('validFrom')} />
        <DayField label="À revoir le" {...day('reviewOn')} />
      </div>
    </FormCard>
  );
};
