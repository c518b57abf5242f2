import { Button, MultiSelect, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { DirectoryProfession } from '../../../../contract/directory.ts';
import type { ImportFilter } from '../../../../contract/directory-import.ts';
import { directoryProfessionLabels } from '../../../../contract/directory-words.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { start } from './run.ts';

/** One choice for every doctor: a file may not say which specialty. */
const DOCTORS: readonly DirectoryProfession[] = ['general-practitioner', 'specialist', 'physician'];
const ALL_DOCTORS = 'doctors';

const choices = [
  { value: ALL_DOCTORS, label: 'Médecins' },
  ...DirectoryProfession.options
    .filter((profession) => !DOCTORS.includes(profession))
    .map((value) => ({ value: value as string, label: directoryProfessionLabels[value] })),
];

const professionsOf = (chosen: readonly string[]): DirectoryProfession[] =>
  DirectoryProfession.options.filter(
    (profession) =>
      chosen.includes(profession) || (chosen.includes(ALL_DOCTORS) && DOCTORS.includes(profession)),
  );

const chosenOf = (professions: readonly DirectoryProfession[]): string[] => [
  ...(professions.some((profession) => DOCTORS.includes(profession)) ? [ALL_DOCTORS] : []),
  ...professions.filter((profession) => !DOCTORS.includes(profession)),
];

const DEPARTEMENT = /^(?:\d{2}|2[AB]|\d{3})$/;

/** Which people are kept. The last choice is proposed again. */
export const FilterForm = ({ before }: { readonly before: ImportFilter | null }) => {
  const [departements, setDepartements] = useState<string[]>(before?.departements ?? []);
  const [communes, setCommunes] = useState<string[]>(before?.communes ?? []);
  const [professions, setProfessions] = useState<string[]>(chosenOf(before?.professions ?? []));
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = () => {
    const codes = departements.map((code) => code.trim().toUpperCase());
    const bad = codes.find((code) => !DEPARTEMENT.test(code));
    if (bad !== undefined)
      return setWrong(`« ${bad} » n’est pas un département : deux chiffres, 2A, 2B ou 971…`);
    if (codes.length + communes.length === 0)
      return setWrong(
        'Choisissez au moins un département ou une commune : le fichier couvre toute la France.',
      );
    setWrong(null);
    void start({ departements: codes, communes, professions: professionsOf(professions) });
  };
  return (
    <form
      className="entry-import-filter"
      aria-label="Qui garder"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TagsInput
        label="Départements"
        description="Par exemple 03, 63, 2A. Entrée ou virgule après chacun."
        splitChars={[',', ' ', ';']}
        acceptValueOnBlur
        error={wrong}
        value={departements}
        onChange={setDepartements}
      />
      <TagsInput
        label="Communes en plus"
        description="Par nom ou par code postal, au-delà de ces départements."
        splitChars={[',', ';']}
        acceptValueOnBlur
        value={communes}
        onChange={setCommunes}
      />
      <MultiSelect
        label="Professions"
        description="Aucune : toutes."
        searchable
        clearable
        data={choices}
        value={professions}
        onChange={setProfessions}
      />
      <div className="entry-actions">
        <Button type="submit" rightSection={<Kbd>Entrée</Kbd>}>
          Importer
        </Button>
      </div>
    </form>
  );
};
