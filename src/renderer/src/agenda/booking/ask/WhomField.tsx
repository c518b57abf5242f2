import { Profession, professionLabels } from '../../../../../contract/professions.ts';
import { PickField } from '../../../ui/PickField.tsx';
import { practitionerFullName } from '../../practitioner-name.ts';
import { usePractitioners } from '../../use-house.ts';
import type { Asked } from '../asked.ts';

interface Props {
  readonly asked: Asked;
  readonly onChange: (whom: Pick<Asked, 'practitionerId' | 'profession'>) => void;
}

/** Whom it is asked of: somebody by name, anybody of a profession, or nobody in particular. */
export const WhomField = ({ asked, onChange }: Props) => {
  const practitioners = usePractitioners();
  const professions = Profession.options.filter((one) =>
    practitioners.some(({ profession }) => profession === one),
  );
  type Whom = Pick<Asked, 'practitionerId' | 'profession'>;
  const nobody: Whom = { practitionerId: null, profession: null };
  const choices = [
    ...practitioners.map((one) => ({
      key: String(one.id),
      label: practitionerFullName(one),
      value: { ...nobody, practitionerId: one.id } as Whom,
    })),
    ...(asked.nature === 'message' ? [] : professions).map((one) => ({
      key: one as string,
      label: professionLabels[one].label,
      value: { ...nobody, profession: one } as Whom,
    })),
    {
      key: 'nobody',
      label: asked.nature === 'message' ? 'Le secrétariat' : 'Sans préférence',
      value: nobody,
    },
  ];
  // Empty, so that the first letters typed find somebody: whom it is for is said by the line above.
  return (
    <PickField label="Pour qui" listLabel="Praticiens et métiers" choices={choices} onChoose={onChange} />
  );
};
