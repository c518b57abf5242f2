import { NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Criterion } from '../../../../contract/criteria.ts';
import { RulesDraft } from '../../../../contract/waitlist-rank.ts';
import { client } from '../../api/client.ts';
import { FormCard } from '../../practice/form/FormCard.tsx';
import { useSave } from '../../practice/form/use-save.ts';
import { criterionLabels } from '../words.ts';
import { exampleText, passText } from './example.ts';

interface Props {
  readonly start: RulesDraft;
  readonly onClose: () => void;
}

/** A new version, proposed: weights in one table, and what it would do while it is being typed. */
export const RulesForm = ({ start, onClose }: Props) => {
  const form = useForm<RulesDraft>({ initialValues: start });
  const { save, saving } = useSave({
    call: client.waitlist.writeRules,
    success: 'La règle est proposée ; elle compte une fois adoptée.',
    form,
    onSaved: onClose,
  });
  const points = (path: string, value: number, set: (typed: number) => void, max: number, min = 0) => ({
    ...form.getInputProps(path),
    size: 'xs' as const,
    value: Number.isNaN(value) ? '' : value,
    onChange: (typed: number | string) => set(typed === '' ? Number.NaN : Number(typed)),
    min,
    max,
    allowDecimal: false,
    allowNegative: false,
    clampBehavior: 'none' as const,
  });
  const { values } = form;
  const readable = RulesDraft.safeParse(values).success;
  return (
    <FormCard
      title="Nouvelle version de la règle"
      onSubmit={() => save(values, RulesDraft)}
      onClose={onClose}
      saving={saving}
      saveLabel="Proposer"
    >
      <p className="set-quiet">Zéro : le critère ne compte pas, et l’accueil ne le demande pas.</p>
      <div className="rule-table">
        {Criterion.options.map((criterion) => (
          <NumberInput
            key={criterion}
            label={criterionLabels[criterion]}
            {...points(
              `weights.${criterion}`,
              values.weights[criterion],
              (typed) => form.setFieldValue('weights', { ...values.weights, [criterion]: typed }),
              100,
            )}
          />
        ))}
        <NumberInput
          label="Plafond des critères"
          {...points('cap', values.cap, (typed) => form.setFieldValue('cap', typed), 200)}
        />
        <NumberInput
          label="Points par semaine"
          {...points('perWeek', values.perWeek, (typed) => form.setFieldValue('perWeek', typed), 20, 1)}
        />
      </div>
      <div className="set-now" role="status">
        {readable ? (
          <>
            <p>
              <b>{exampleText(values)}</b>
            </p>
            <p>{passText(values)}</p>
          </>
        ) : (
          <p>Des nombres entiers, de 0 à 100 pour un critère ; au moins 1 point par semaine.</p>
        )}
      </div>
    </FormCard>
  );
};
