import type { PractitionerId } from '../../../../contract/ids.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import { practitionerFullName, practitionerName } from '../../agenda/practitioner-name.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { PickField } from '../../ui/PickField.tsx';

const DIGITS = 9;

export const whoAt = (key: string, practitioners: readonly Practitioner[]): Practitioner | undefined =>
  /^[1-9]$/.test(key) ? practitioners[Number(key) - 1] : undefined;

interface Props {
  readonly practitioners: readonly Practitioner[];
  readonly value: PractitionerId | null;
  readonly asking: boolean;
  readonly error: string | null;
  readonly onAsk: () => void;
  readonly onLeave: () => void;
  readonly onChoose: (id: PractitionerId) => void;
  /** Somebody else after all; null: a practitioner gives her own only. */
  readonly onAgain: (() => void) | null;
}

/** Whose places: one digit each, or the first letters of a name where the house is large; once said, one line. */
export const WhoField = ({
  practitioners,
  value,
  asking,
  error,
  onAsk,
  onLeave,
  onChoose,
  onAgain,
}: Props) => {
  const named = practitioners.find(({ id }) => id === value);
  if (named !== undefined && !asking)
    return (
      <ChipRow label="Qui les donne" error={error}>
        <Chip shortcut={null} chosen onChoose={() => onChoose(named.id)}>
          {practitionerFullName(named)}
        </Chip>
        {onAgain === null ? null : (
          <Chip shortcut="q" chosen={false} onChoose={onAgain}>
            Quelqu’un d’autre…
          </Chip>
        )}
      </ChipRow>
    );
  return (
    <ChipRow label="Qui les donne" error={error}>
      {practitioners.slice(0, DIGITS).map((one, at) => (
        <Chip key={one.id} shortcut={String(at + 1)} chosen={false} onChoose={() => onChoose(one.id)}>
          {practitionerName(one)}
        </Chip>
      ))}
      {practitioners.length <= DIGITS ? null : asking ? (
        <PickField
          label="Qui les donne"
          listLabel="Praticiens"
          choices={practitioners.map((one) => ({
            key: String(one.id),
            label: practitionerFullName(one),
            value: one.id,
          }))}
          onChoose={onChoose}
          onLeave={onLeave}
        />
      ) : (
        <Chip shortcut="q" chosen={false} onChoose={onAsk}>
          Quelqu’un d’autre…
        </Chip>
      )}
    </ChipRow>
  );
};
