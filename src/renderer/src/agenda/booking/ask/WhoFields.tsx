import { TextInput } from '@mantine/core';
import { RequestOrigin } from '../../../../../contract/requests.ts';
import { originLabel } from '../../../requests/words.ts';
import { Chip, ChipRow } from '../../../ui/Chip.tsx';
import { type Asked, isProfessional } from '../asked.ts';

interface Props {
  readonly asked: Asked;
  readonly onChange: (change: Partial<Asked>) => void;
}

/** By which door it came; behind a professional one who asks, and whether the person knows and agrees. */
export const WhoFields = ({ asked, onChange }: Props) => (
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
        <TextInput
          key={asked.origin}
          autoFocus
          size="xs"
          label="Professionnel qui demande"
          maxLength={120}
          value={asked.professional}
          onChange={(event) => onChange({ professional: event.currentTarget.value })}
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
