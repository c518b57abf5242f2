import type { AppointmentTypeId } from '../../../../../contract/ids.ts';
import type { AppointmentType } from '../../../../../contract/practice.ts';
import { Chip, ChipRow } from '../../../ui/Chip.tsx';
import { durationText } from '../../../ui/dates.ts';
import { digitOf } from '../filters.ts';

interface Props {
  readonly types: readonly AppointmentType[];
  readonly value: AppointmentTypeId | null;
  readonly onChange: (id: AppointmentTypeId) => void;
  readonly error?: string | null;
  readonly dense?: boolean;
}

/** What for: one digit each, the length beside the name. */
export const TypeChips = ({ types, value, onChange, error = null, dense = false }: Props) => (
  <ChipRow label="Motif" error={error} dense={dense}>
    {types.map((type, index) => (
      <Chip
        key={type.id}
        shortcut={digitOf(index)}
        chosen={type.id === value}
        onChoose={() => onChange(type.id)}
      >
        {type.name} <small>{durationText(type.minutes)}</small>
      </Chip>
    ))}
  </ChipRow>
);
