import { TextInput } from '@mantine/core';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { PersonSearch } from '../person/PersonSearch.tsx';
import { changeDraft, choosePerson } from './call.ts';
import type { Draft } from './draft.ts';
import { PlaceLine } from './PlaceLine.tsx';

/** Who is calling, and what for. */
export const PersonStep = ({ draft }: { readonly draft: Draft }) => (
  <>
    <PanelBody>
      {draft.place === null ? null : <PlaceLine place={draft.place} />}
      <PersonSearch onChoose={choosePerson} />
      <TextInput
        label="Souhait"
        placeholder="Ce que la personne demande, en quelques mots"
        maxLength={300}
        value={draft.wish}
        onChange={(event) => {
          const wish = event.currentTarget.value;
          changeDraft((current) => ({ ...current, wish }));
        }}
      />
    </PanelBody>
    {draft.place === null ? (
      <PanelFoot>
        <CommandButton command="slots.find" variant="default" />
      </PanelFoot>
    ) : null}
  </>
);
