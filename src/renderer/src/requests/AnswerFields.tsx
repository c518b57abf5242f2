import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { phoneToRing } from '../../../contract/directory-words.ts';
import { phonePairs } from '../../../contract/display.ts';
import type { DirectoryEntryId } from '../../../contract/ids.ts';
import type { RequestOrigin } from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';
import { api } from '../api/query.ts';
import { Chip, ChipRow } from '../ui/Chip.tsx';
import { ANSWER_KEY, type AnswerCall, isAskedFor, mayAnswer, rungToo, rungTooText } from './answer.ts';
import { DueField } from './DueField.tsx';

interface Props {
  readonly asking: {
    readonly origin: RequestOrigin;
    readonly professional: string | null;
    readonly professionalEntryId: DirectoryEntryId | null;
    readonly patientAgrees: boolean | null;
  };
  readonly value: AnswerCall | null;
  /** By when the patient is rung: what stands when nothing else is said. */
  readonly patientDue: Instant | null;
  /** The digits mean this call. */
  readonly digits: boolean;
  readonly phoneError: string | null;
  readonly onChange: (value: AnswerCall | null) => void;
}

/** « Rappeler aussi la pharmacie » : one key, on the directory's number, by the same date unless another is said. */
export const AnswerFields = ({ asking, value, patientDue, digits, phoneError, onChange }: Props) => {
  const { professionalEntryId: id } = asking;
  const { data: entry = null, isLoading } = useQuery(
    api.directory.get.queryOptions({ input: { id: id ?? (0 as never) }, enabled: id !== null }),
  );
  if (!isAskedFor(asking)) return null;
  if (!mayAnswer(asking))
    return (
      <p className="ending-note">
        {rungTooText(asking.origin)} : seulement si la personne est d’accord. Notez-le dans la demande.
      </p>
    );
  const phone = phoneToRing(entry);
  return (
    <>
      <ChipRow label={`Qui a demandé : ${asking.professional ?? ''}`}>
        <Chip
          shortcut={ANSWER_KEY}
          chosen={value !== null}
          onChoose={() => onChange(value === null ? rungToo : null)}
        >
          {rungTooText(asking.origin)}
        </Chip>
      </ChipRow>
      {value === null ? null : (
        <div className="answer-call">
          {phone !== null || isLoading ? null : (
            <TextInput
              size="xs"
              label="Son numéro"
              inputMode="tel"
              maxLength={30}
              value={value.phone}
              error={phoneError}
              onChange={(event) => onChange({ ...value, phone: event.currentTarget.value })}
            />
          )}
          <DueField
            digits={digits}
            label={phone === null ? 'Sa réponse, avant' : `Sa réponse, au ${phonePairs(phone)}, avant`}
            value={value.due ?? patientDue}
            onChange={(due) => onChange({ ...value, due })}
          />
        </div>
      )}
    </>
  );
};
