import { TextInput } from '@mantine/core';
import { RequestOrigin } from '../../../../../contract/requests.ts';
import { originLabel } from '../../../requests/words.ts';
import { Chip, ChipRow } from '../../../ui/Chip.tsx';
import { type Asked, isProfessional } from '../asked.ts';
import { ProfessionalField } from './ProfessionalField.tsx';

interface Props {
  readonly asked: Asked;
  readonly onChange: (change: Partial<Asked>) => void;
  /** Enter in the professional's name. */
  readonly onSettled: () => void;
}

/** By which door it came; behind a professional one who asks, and whether the person knows and agrees. */
export const WhoFields = ({ asked, onChange, onSettled }: Props) => (
  <>
    <ChipRow label="Vient de" dense>
      {RequestOrigin.options.map((origin, index) => (
        <Chip
          key={origin}
          shortcut={String(index + 1)}
          chosen={asked.origin === origin}
          onChoose={() => onChange({ origin })}
        >
          {originLabel[origin]}
        </Chip>
      ))}
    </ChipRow>
    {isProfessional(asked.origin) ? (
      <>
        <ProfessionalField
          key={asked.origin}
          origin={asked.origin}
          value={asked.professional}
          onChange={(professional, professionalEntryId) => onChange({ professional, professionalEntryId })}
          onSettled={onSettled}
        />
        <ChipRow label="La personne est d’accord ?">
          <Chip
            shortcut="o"
            chosen={asked.patientAgrees === true}
            onChoose={() => onChange({ patientAgrees: true })}
          >
            Oui
          </Chip>
          <Chip
            shortcut="n"
            chosen={asked.patientAgrees === false}
            onChoose={() => onChange({ patientAgrees: false })}
          >
            Non
          </Chip>
        </ChipRow>
      </>
    ) : null}
    <TextInput
      size="xs"
      label="Qui appelle, si ce n’est pas le patient"
      placeholder="sa fille, Mme…"
      maxLength={120}
      value={asked.callerName}
      onChange={(event) => onChange({ callerName: event.currentTarget.value })}
    />
  </>
);
