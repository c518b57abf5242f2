import { Select } from '@mantine/core';
import { PractitionerId } from '../../../../../contract/ids.ts';
import { Profession, professionLabels } from '../../../../../contract/professions.ts';
import { practitionerFullName } from '../../practitioner-name.ts';
import { usePractitioners } from '../../use-house.ts';
import type { Asked } from '../asked.ts';

interface Props {
  readonly asked: Asked;
  readonly onChange: (whom: Pick<Asked, 'practitionerId' | 'profession'>) => void;
}

const NOBODY = 'nobody';

/** Whom it is asked of: somebody by name, anybody of a profession, or nobody in particular. */
export const WhomField = ({ asked, onChange }: Props) => {
  const practitioners = usePractitioners();
  const professions = Profession.options.filter((one) =>
    practitioners.some(({ profession }) => profession === one),
  );
  return (
    <Select
      size="xs"
      autoFocus
      searchable
      defaultDropdownOpened
      selectFirstOptionOnChange
      allowDeselect={false}
      aria-label="Pour qui"
      data={[
        ...practitioners.map((one) => ({ value: String(one.id), label: practitionerFullName(one) })),
        ...(asked.nature === 'message'
          ? []
          : professions.map((one) => ({ value: one as string, label: professionLabels[one].label }))),
        { value: NOBODY, label: asked.nature === 'message' ? 'Le secrétariat' : 'Sans préférence' },
      ]}
      // Empty, so that the first letters typed find somebody: whom it is for is said by the line above.
      value={null}
      placeholder="Premières lettres du nom"
      onChange={(chosen) => {
        const profession = Profession.safeParse(chosen);
        const practitioner = PractitionerId.safeParse(Number(chosen));
        onChange({
          profession: profession.success ? profession.data : null,
          practitionerId: practitioner.success ? practitioner.data : null,
        });
      }}
    />
  );
};
