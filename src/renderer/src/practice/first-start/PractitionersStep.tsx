import { ActionIcon, Autocomplete, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { PractitionerDraft } from '../../../../contract/practice.ts';
import type { Profession } from '../../../../contract/professions.ts';
import { cssVars } from '../css-vars.ts';
import { professionChoices } from '../words.ts';
import { newLine, usualStep, usualTitle } from './draft.ts';
import type { SetupForm } from './HouseStep.tsx';

export const PractitionersStep = ({ form }: { readonly form: SetupForm }) => {
  const lines = form.values.practitioners;
  const add = () => {
    form.insertListItem('practitioners', newLine(lines));
    const path = `practitioners.${lines.length}.givenName`;
    setTimeout(() => form.getInputNode(path)?.focus());
  };
  return (
    <section className="fs-step" aria-labelledby="fs-title">
      <h1 id="fs-title">Les praticiens</h1>
      <p className="fs-lead">
        Une colonne chacun sur la journée. Horaires, motifs et numéros RPPS se complètent ensuite dans les
        réglages ; des motifs usuels sont préparés pour chaque profession.
      </p>
      <ul className="fs-lines">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and keep their place.
          <li key={index} className="fs-line" style={cssVars({ '--c': line.colour })}>
            <Line form={form} line={line} index={index} />
          </li>
        ))}
      </ul>
      <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add} className="fs-add">
        Ajouter un praticien
      </Button>
    </section>
  );
};

interface LineProps {
  readonly form: SetupForm;
  readonly line: PractitionerDraft;
  readonly index: number;
}

const Line = ({ form, line, index }: LineProps) => {
  const path = `practitioners.${index}`;
  const nth = `praticien ${index + 1}`;
  const choose = (profession: Profession) => {
    // A title that nobody changed follows the profession.
    if (line.title === usualTitle(line.profession))
      form.setFieldValue(`${path}.title`, usualTitle(profession));
    form.setFieldValue(`${path}.profession`, profession);
    form.setFieldValue(`${path}.step`, usualStep(profession));
  };
  return (
    <>
      <span className="set-bar" aria-hidden="true" />
      <Autocomplete
        openOnFocus={false}
        aria-label={`Civilité, ${nth}`}
        data={['Dr', 'Pr', 'Mme', 'M.']}
        {...form.getInputProps(`${path}.title`)}
      />
      <TextInput
        aria-label={`Prénom, ${nth}`}
        placeholder="Prénom"
        autoFocus={index === 0}
        {...form.getInputProps(`${path}.givenName`)}
      />
      <TextInput aria-label={`Nom, ${nth}`} placeholder="Nom" {...form.getInputProps(`${path}.familyName`)} />
      <Select
        aria-label={`Profession, ${nth}`}
        data={professionChoices}
        searchable
        allowDeselect={false}
        {...form.getInputProps(`${path}.profession`)}
        onChange={(profession) => {
          if (profession !== null) choose(profession as Profession);
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Retirer le ${nth}`}
        disabled={form.values.practitioners.length === 1}
        onClick={() => form.removeListItem('practitioners', index)}
      >
        <IconX size={17} />
      </ActionIcon>
    </>
  );
};
