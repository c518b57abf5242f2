import { SegmentedControl, Select } from '@mantine/core';
import type { Practitioner } from '../../../../contract/practice.ts';
import { Profession, professionLabels } from '../../../../contract/professions.ts';
import { useProfessionFilter } from './profession-filter.ts';

const ALL = 'all';

/** Side by side where there is room, a list where there is not. One profession only: nothing to choose. */
export const ProfessionFilter = ({ practitioners }: { readonly practitioners: readonly Practitioner[] }) => {
  const { profession, choose } = useProfessionFilter();
  const present = Profession.options.filter((one) =>
    practitioners.some((person) => person.profession === one),
  );
  if (present.length < 2) return null;
  const data = [
    { value: ALL, label: 'Tous' },
    ...present.map((one) => ({ value: one as string, label: professionLabels[one].plural })),
  ];
  const change = (value: string | null) => {
    const parsed = Profession.safeParse(value);
    choose(parsed.success ? parsed.data : null);
  };
  const value = profession !== null && present.includes(profession) ? profession : ALL;
  return (
    <>
      <SegmentedControl
        className="filter-wide"
        size="xs"
        aria-label="Métier"
        data={data}
        value={value}
        onChange={change}
      />
      <Select
        className="filter-narrow"
        aria-label="Métier"
        data={data}
        value={value}
        onChange={change}
        allowDeselect={false}
        w={150}
      />
    </>
  );
};
