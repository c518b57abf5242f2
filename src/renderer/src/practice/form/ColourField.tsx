import { Radio } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { practitionerColours } from '../../../../contract/palette.ts';
import { cssVars } from '../css-vars.ts';

const names = [
  'sarcelle',
  'bleu',
  'ocre',
  'violet',
  'framboise',
  'olive',
  'pétrole',
  'rouille',
  'indigo',
  'grenat',
  'sapin',
  'prune',
] as const;

interface ColourFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (colour: string | null) => void;
  /** Offers « none ». */
  readonly none?: string;
  readonly error?: React.ReactNode;
}

/** One of the house's accents; arrow keys walk through them. A colour of a former software stays offered. */
export const ColourField = ({ label, value, onChange, none, error }: ColourFieldProps) => {
  const offered: readonly string[] = practitionerColours;
  const colours = value !== null && !offered.includes(value) ? [value, ...offered] : offered;
  return (
    <Radio.Group
      label={label}
      value={value ?? 'none'}
      onChange={(colour) => onChange(colour === 'none' ? null : colour)}
      error={error}
    >
      <div className="set-colours">
        {none === undefined ? null : (
          <Radio className="set-colour set-colour-none" value="none" label={none} />
        )}
        {colours.map((colour) => {
          const name = names[offered.indexOf(colour)] ?? 'couleur actuelle';
          return (
            <Radio
              key={colour}
              className="set-colour"
              style={cssVars({ '--c': colour })}
              value={colour}
              aria-label={name}
              title={name}
              label={
                <span className="set-colour-dot">
                  <IconCheck size={14} stroke={3} aria-hidden="true" />
                </span>
              }
            />
          );
        })}
      </div>
    </Radio.Group>
  );
};
