import { TextInput } from '@mantine/core';
import type { Practitioner } from '../../../contract/practice.ts';
import type { EntryLimits } from '../../../contract/waitlist.ts';
import { WEEKDAY_KEYS } from '../agenda/booking/filters.ts';
import { practitionerName } from '../agenda/practitioner-name.ts';
import { Chip, ChipRow } from '../ui/Chip.tsx';
import { isAfternoon, isMorning, limitsByKey } from './limits.ts';

interface Props {
  readonly limits: EntryLimits;
  /** Whom the person may name, in the order of their digits. */
  readonly practitioners: readonly Practitioner[];
  /** The word for « nobody named ». */
  readonly anybody: string;
  readonly onChange: (limits: EntryLimits) => void;
}

/** What the person can come to. Every chip shows its key; whoever holds the focus gives the keys to `limitsByKey`. */
export const LimitsFields = ({ limits, practitioners, anybody, onChange }: Props) => {
  const { wishes } = limits;
  const chip = (key: string, label: string, chosen: boolean) => (
    <Chip
      key={key}
      shortcut={key}
      chosen={chosen}
      onChoose={() => onChange(limitsByKey(limits, key, practitioners) ?? limits)}
    >
      {label}
    </Chip>
  );
  return (
    <>
      <ChipRow label={limits.practitionerIds.length === 0 ? anybody : 'Accepte seulement'}>
        {practitioners
          .slice(0, 9)
          .map((one, index) =>
            chip(String(index + 1), practitionerName(one), limits.practitionerIds.includes(one.id)),
          )}
      </ChipRow>
      <ChipRow label="Peut venir">
        {chip('m', 'Matin', isMorning(wishes))}
        {chip('a', 'Après-midi', isAfternoon(wishes))}
        {WEEKDAY_KEYS.map(({ key, weekday, label }) => chip(key, label, wishes.days.includes(weekday)))}
        {chip('d', 'Disponible vite (2 h)', wishes.atShortNotice)}
      </ChipRow>
      <ChipRow label="Souhaite ou a besoin">
        {chip('f', 'Une praticienne', wishes.practitionerSex === 'female')}
        {chip('h', 'Un praticien', wishes.practitionerSex === 'male')}
        {chip('p', 'Plain-pied', limits.stepFree)}
        {chip('z', 'À domicile', limits.homeVisit)}
      </ChipRow>
      <TextInput
        size="xs"
        label="Précision pratique"
        placeholder="facultatif : rien sur la santé"
        maxLength={300}
        value={wishes.note ?? ''}
        onChange={({ currentTarget }) =>
          onChange({ ...limits, wishes: { ...wishes, note: currentTarget.value || null } })
        }
      />
    </>
  );
};
