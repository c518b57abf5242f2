import { Radio } from '@mantine/core';
import type { PolicyState } from '../../../../contract/intake.ts';

interface Props {
  readonly choices: readonly { readonly value: PolicyState; readonly label: string; readonly hint: string }[];
  readonly value: PolicyState;
  readonly onChange: (state: PolicyState) => void;
}

/** Open, closed, so many a month, or on a condition: each with what it means. */
export const StateChoice = ({ choices, value, onChange }: Props) => (
  <Radio.Group
    label="Nouveaux patients"
    value={value}
    onChange={(picked) => {
      const choice = choices.find((one) => one.value === picked);
      if (choice !== undefined) onChange(choice.value);
    }}
  >
    <div className="policy-states" data-first>
      {choices.map((choice) => (
        <Radio.Card key={choice.value} value={choice.value} className="policy-state">
          <Radio.Indicator />
          <span>
            <b>{choice.label}</b>
            <small>{choice.hint}</small>
          </span>
        </Radio.Card>
      ))}
    </div>
  </Radio.Group>
);
