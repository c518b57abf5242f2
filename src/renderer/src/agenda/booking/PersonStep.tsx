import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { dropFormDraft, setFormDraft, useDrafts } from '../../patients/form/drafts.ts';
import { NewcomerForm } from '../../patients/form/NewcomerForm.tsx';
import { emptyForm, formFromSearch } from '../../patients/form/values.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { PersonSearch } from '../person/PersonSearch.tsx';
import { changeAsked, choosePerson, goNameless } from './call.ts';
import type { Draft } from './draft.ts';
import { PlaceLine } from './PlaceLine.tsx';

/** Somebody known, found by the search; or somebody new, in five fields (S3). */
const Caller = ({ call }: { readonly call: number }) => {
  const queryClient = useQueryClient();
  const formKey = `newcomer ${call}` as const;
  const isNew = useDrafts(({ drafts }) => drafts.has(formKey));
  if (!isNew)
    return (
      <PersonSearch
        onChoose={choosePerson}
        onNameless={goNameless}
        onNobody={(text) =>
          setFormDraft(formKey, { values: formFromSearch(text), base: emptyForm, version: 0 })
        }
      />
    );
  return (
    <NewcomerForm
      formKey={formKey}
      onKnown={(person) => {
        dropFormDraft(formKey);
        choosePerson(person);
      }}
      onCancel={() => dropFormDraft(formKey)}
      onCreated={({ id }) => {
        showSuccess('Patient créé');
        void queryClient
          .fetchQuery(api.patients.summaries.queryOptions({ input: { ids: [id] } }))
          .then(([person]) => (person === undefined ? undefined : choosePerson(person)), showError);
      }}
    />
  );
};

/** Who is calling, and what for. */
export const PersonStep = ({ draft }: { readonly draft: Draft }) => (
  <>
    <PanelBody>
      {draft.place === null ? null : <PlaceLine place={draft.place} />}
      <Caller call={draft.key} />
      <TextInput
        label="Souhait"
        placeholder="Ce que la personne demande, en quelques mots"
        maxLength={300}
        value={draft.asked.wish}
        onChange={(event) => changeAsked({ wish: event.currentTarget.value })}
      />
    </PanelBody>
    {draft.place === null ? (
      <PanelFoot>
        <CommandButton command="slots.find" variant="default" />
        <Button variant="subtle" color="gray" rightSection={<Kbd>Entrée</Kbd>} onClick={goNameless}>
          Sans nom
        </Button>
      </PanelFoot>
    ) : null}
  </>
);
