import { Select } from '@mantine/core';
import type { PatientSummary } from '../../../../../contract/patients.ts';
import { SaidField } from '../../../requests/SaidField.tsx';
import { codesOf, redirectedKinds, unresolvedReasons } from '../../../requests/words.ts';
import { Chip, ChipRow } from '../../../ui/Chip.tsx';
import { practitionerFullName } from '../../practitioner-name.ts';
import { usePractitioners } from '../../use-house.ts';
import type { Asked } from '../asked.ts';
import { CallbackFields } from './CallbackFields.tsx';
import type { Ending, EndingField, EndingKind, FieldFault } from './ending.ts';
import { EarlierList, RegistrationList } from './ListFields.tsx';
import { SendingFields } from './SendingFields.tsx';
import { isSettled } from './sending.ts';

export interface FieldsProps {
  readonly ending: Ending;
  readonly asked: Asked;
  readonly patient: PatientSummary | null;
  readonly onChange: (changed: Partial<Ending>) => void;
  readonly errorAt: (field: EndingField) => string | null;
}

interface Props extends Omit<FieldsProps, 'errorAt'> {
  readonly kind: EndingKind;
  readonly fault: FieldFault | null;
  readonly onSave: () => void;
}

export const EndingFields = ({ kind, fault, onSave, ...rest }: Props) => {
  const fields: FieldsProps = { ...rest, errorAt: (field) => (fault?.field === field ? fault.error : null) };
  switch (kind) {
    case 'callback':
      return <CallbackFields {...fields} />;
    case 'answered':
      return (
        <SaidField
          label="Ce qui a été dit"
          value={fields.ending.said}
          error={fields.errorAt('said')}
          onChange={(said) => fields.onChange({ said })}
          onSubmit={onSave}
        />
      );
    case 'registration-list':
      return <RegistrationList {...fields} />;
    case 'earlier-list':
      return <EarlierList {...fields} />;
    case 'redirected':
      return <Redirected {...fields} />;
    case 'withdrawn':
      return (
        <p className="ending-note">
          La personne dit elle-même qu’elle n’attend plus rien. Sinon, choisissez une autre issue (Échap).
        </p>
      );
    case 'unresolved':
      return (
        <ChipRow label="Pourquoi" error={fields.errorAt('reason')}>
          {codesOf(unresolvedReasons).map((reason, index) => (
            <Chip
              key={reason}
              shortcut={String(index + 1)}
              chosen={fields.ending.reason === reason}
              onChoose={() => fields.onChange({ reason })}
            >
              {unresolvedReasons[reason]}
            </Chip>
          ))}
        </ChipRow>
      );
  }
};

const Redirected = (props: FieldsProps) => {
  const { ending, onChange, errorAt } = props;
  const practitioners = usePractitioners();
  if (isSettled(ending)) return <SendingFields {...props} />;
  return (
    <>
      <ChipRow label="Vers qui" error={errorAt('to')}>
        {codesOf(redirectedKinds).map((to, index) => (
          <Chip
            key={to}
            shortcut={String(index + 1)}
            chosen={ending.to === to}
            onChoose={() => onChange({ to })}
          >
            {redirectedKinds[to]}
          </Chip>
        ))}
      </ChipRow>
      {ending.to === 'colleague' ? (
        <Select
          autoFocus
          size="xs"
          searchable
          selectFirstOptionOnChange
          label="Confrère"
          data={practitioners.map((one) => ({ value: String(one.id), label: practitionerFullName(one) }))}
          value={ending.colleague === null ? null : String(ending.colleague)}
          error={errorAt('colleague')}
          onChange={(value) =>
            onChange({ colleague: practitioners.find(({ id }) => String(id) === value)?.id ?? null })
          }
        />
      ) : (
        <SendingFields {...props} />
      )}
    </>
  );
};
