import { Button, CloseButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ClaimId, WaitlistEntryId } from '../../../../contract/ids.ts';
import type { PatientSummary } from '../../../../contract/patients.ts';
import { Profession, professionLabels } from '../../../../contract/professions.ts';
import type { WaitlistEntry, WaitlistKind } from '../../../../contract/waitlist.ts';
import { AppointmentLine } from '../../agenda/card/AppointmentLine.tsx';
import { PersonLine } from '../../agenda/person/PersonLine.tsx';
import { PersonSearch } from '../../agenda/person/PersonSearch.tsx';
import { usePractitioners } from '../../agenda/use-house.ts';
import { isFailure } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { dropFormDraft, setFormDraft, useDrafts } from '../../patients/form/drafts.ts';
import { NewcomerForm } from '../../patients/form/NewcomerForm.tsx';
import { emptyForm, formFromSearch } from '../../patients/form/values.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { useListCursor } from '../../ui/use-list.ts';
import { LimitsFields } from '../LimitsFields.tsx';
import { limitsByKey, noLimits } from '../limits.ts';

interface Props {
  readonly kind: WaitlistKind;
  readonly profession: Profession | null;
  readonly onAdded: (entry: Pick<WaitlistEntry, 'id' | 'kind'>) => void;
  readonly onClose: () => void;
}

const FORM = 'newcomer waitlist';
const COUNTER = 'counter';

/** Somebody at the counter for nothing else: who, for which profession, and it is done. */
export const AddForm = ({ kind, profession, onAdded, onClose }: Props) => {
  const queryClient = useQueryClient();
  const [person, setPerson] = useState<PatientSummary | null>(null);
  const isNew = useDrafts(({ drafts }) => drafts.has(FORM));
  useCommand('back', () => {
    if (person === null) onClose();
    else setPerson(null);
  });
  return (
    <section className="wl-form" aria-label="Inscrire quelqu’un">
      <header>
        <h2>{kind === 'registration' ? 'Inscrire : prise en charge' : 'Inscrire : plus tôt'}</h2>
        <Kbd>Échap</Kbd>
        <CloseButton aria-label="Fermer sans inscrire" onClick={onClose} />
      </header>
      {person !== null ? (
        <Told kind={kind} person={person} profession={profession} onAdded={onAdded} />
      ) : (
        <div className="wl-form-body">
          {isNew ? (
            <NewcomerForm
              formKey={FORM}
              onKnown={(known) => {
                dropFormDraft(FORM);
                setPerson(known);
              }}
              onCancel={() => dropFormDraft(FORM)}
              onCreated={({ id }) => {
                showSuccess('Patient créé');
                void queryClient
                  .fetchQuery(api.patients.summaries.queryOptions({ input: { ids: [id] } }))
                  .then(([known]) => (known === undefined ? undefined : setPerson(known)), showError);
              }}
            />
          ) : (
            <PersonSearch
              label="Qui attend ?"
              onChoose={setPerson}
              {...(kind === 'registration'
                ? {
                    onNobody: (text: string) =>
                      setFormDraft(FORM, { values: formFromSearch(text), base: emptyForm, version: 0 }),
                  }
                : {})}
            />
          )}
        </div>
      )}
    </section>
  );
};

interface ToldProps {
  readonly kind: WaitlistKind;
  readonly person: PatientSummary;
  readonly profession: Profession | null;
  readonly onAdded: Props['onAdded'];
}

/** The person is known: for whom she waits, or which appointment stands meanwhile, and what she can come to. */
const Told = ({ kind, person, profession, onAdded }: ToldProps) => {
  const practitioners = usePractitioners();
  const holder = useFocusOnMount<HTMLFormElement>();
  const present = Profession.options.filter((one) => practitioners.some((who) => who.profession === one));
  const [wanted, setWanted] = useState<Profession>(
    profession ??
      (present.includes('general-practitioner') ? 'general-practitioner' : (present[0] ?? 'other')),
  );
  const [limits, setLimits] = useState(noLimits);
  const { data: appointments } = useQuery(
    api.agenda.ofPatient.queryOptions({ input: { patientId: person.id }, enabled: kind === 'earlier' }),
  );
  const coming = appointments?.coming ?? [];
  const cursor = useListCursor(coming.length);
  const chosen = coming[cursor.active] ?? null;
  const ownProfession =
    kind === 'registration'
      ? wanted
      : practitioners.find(({ id }) => id === chosen?.practitionerId)?.profession;
  const named = practitioners.filter((who) => who.profession === ownProfession);
  const [listed, setListed] = useState<WaitlistEntryId | null>(null);
  const open = useRef<HTMLButtonElement>(null);
  const add = useMutation(
    api.waitlist.add.mutationOptions({
      onSuccess: (entry) => {
        showSuccess(`${person.displayName} : sur la liste`);
        onAdded(entry);
      },
      onError: (error) => {
        const already = isFailure(error, 'ALREADY_LISTED');
        if (!already) return showError(error);
        setListed(already.entryId);
        setTimeout(() => open.current?.focus());
      },
    }),
  );
  const submit = () => {
    if (add.isPending) return;
    if (kind === 'registration')
      add.mutate({ kind, patientId: person.id, profession: wanted, origin: COUNTER, limits });
    else if (chosen !== null)
      add.mutate({ kind, appointmentId: chosen.id as ClaimId, origin: COUNTER, limits });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) submit();
      return;
    }
    if (isTextField(event.target)) return;
    if (kind === 'earlier' && cursor.onKey(event)) return event.stopPropagation();
    const step = kind === 'registration' ? { ArrowRight: 1, ArrowLeft: -1 }[event.key] : undefined;
    const next = limitsByKey(limits, meantKey(event), named);
    if (step !== undefined) {
      const to = present[(present.indexOf(wanted) + step + present.length) % present.length];
      if (to !== undefined) choose(to);
    } else if (next !== null) setLimits(next);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const choose = (one: Profession) => {
    setWanted(one);
    setListed(null);
    setLimits((before) => ({ ...before, practitionerIds: [] }));
  };
  return (
    <form
      ref={holder}
      tabIndex={-1}
      className="wl-form-rest"
      aria-label="Ce que la personne attend"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="wl-form-body">
        <PersonLine person={person} />
        {kind === 'registration' ? (
          <ChipRow
            label="Attend (← → pour changer)"
            error={
              listed === null ? null : 'Cette personne attend déjà sur cette liste : sa place est gardée.'
            }
          >
            {present.map((one) => (
              <Chip key={one} shortcut={null} chosen={one === wanted} onChoose={() => choose(one)}>
                {professionLabels[one].short}
              </Chip>
            ))}
          </ChipRow>
        ) : (
          <fieldset className="standing">
            <legend>Le rendez-vous qui tient en attendant (↑ ↓)</legend>
            {appointments !== undefined && coming.length === 0 ? (
              <p className="wl-note">
                Aucun rendez-vous à venir : prenez d’abord le premier créneau possible (F3), puis inscrivez.
              </p>
            ) : null}
            {coming.map((appointment, index) => (
              <button
                key={appointment.id}
                type="button"
                tabIndex={-1}
                className="pv-option"
                aria-pressed={index === cursor.active}
                onClick={() => cursor.setActive(index)}
              >
                <AppointmentLine appointment={appointment} />
              </button>
            ))}
            {listed === null ? null : (
              <p className="pv-choice-error" role="alert">
                Ce rendez-vous attend déjà plus tôt : sa place est gardée.
              </p>
            )}
          </fieldset>
        )}
        {listed === null ? null : (
          <Button
            ref={open}
            variant="default"
            size="compact-md"
            onClick={() => onAdded({ id: listed, kind })}
            rightSection={<Kbd>Entrée</Kbd>}
          >
            Ouvrir l’inscription qui existe
          </Button>
        )}
        <LimitsFields
          limits={limits}
          practitioners={named}
          anybody={kind === 'registration' ? 'Accepte n’importe lequel' : 'Son praticien'}
          onChange={setLimits}
        />
        <p className="wl-note">Les critères se demandent ensuite, une fois la personne inscrite.</p>
      </div>
      <footer>
        <Button
          type="submit"
          size="compact-md"
          loading={add.isPending}
          disabled={kind === 'earlier' && chosen === null}
          rightSection={<Kbd>Entrée</Kbd>}
        >
          Inscrire
        </Button>
      </footer>
    </form>
  );
};
