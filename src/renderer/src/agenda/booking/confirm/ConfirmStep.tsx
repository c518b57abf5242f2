import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { api } from '../../../api/query.ts';
import { CommandButton } from '../../../app/shortcuts/CommandButton.tsx';
import { isTextField } from '../../../app/shortcuts/keys.ts';
import { meantKey } from '../../../app/shortcuts/meant-key.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PanelBody, PanelFoot } from '../../../ui/Panel.tsx';
import { useFocusOnMount } from '../../../ui/use-focus.ts';
import { PersonCard } from '../../person/PersonCard.tsx';
import { useAppointmentTypes, usePractitioners } from '../../use-house.ts';
import { changeDraft } from '../call.ts';
import type { Draft } from '../draft.ts';
import { typeAt, typesFor } from '../filters.ts';
import { usePreview } from '../preview.ts';
import { TypeChips } from '../slots/TypeChips.tsx';
import { AdviceNotes } from './AdviceNotes.tsx';
import { ConflictForm } from './ConflictForm.tsx';
import { ReadBack } from './ReadBack.tsx';
import { reasonAt } from './reasons.ts';
import { useSave } from './use-save.ts';

const placeKey = ({ place }: Draft): string =>
  place === null ? '' : `${place.practitionerId} ${place.day} ${place.start}`;

/** The last look: who, when, with whom, what for, and what to say. Enter saves. */
export const ConfirmStep = ({ draft }: { readonly draft: Draft }) => (
  // What was accepted for one place says nothing of another.
  <Confirm key={placeKey(draft)} draft={draft} />
);

const Confirm = ({ draft }: { readonly draft: Draft }) => {
  const practitioners = usePractitioners();
  const allTypes = useAppointmentTypes();
  const body = useFocusOnMount<HTMLElement>(draft.conflict?.kind ?? 'none');
  const [typeMissing, setTypeMissing] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const [reasonMissing, setReasonMissing] = useState(false);
  // A place may be both closed and at an hour when the person is elsewhere: each is accepted once, and stays so.
  const [accepted, setAccepted] = useState<{ reason: string | null; busy: boolean }>({
    reason: null,
    busy: false,
  });
  const { save, pending, failure } = useSave();
  const { place, moving, patient, conflict } = draft;

  const types = useMemo(
    () =>
      place === null
        ? []
        : typesFor({ kind: 'practitioner', practitionerId: place.practitionerId }, allTypes, practitioners),
    [place, allTypes, practitioners],
  );
  const type = types.find(({ id }) => id === draft.typeId) ?? null;
  const minutes = moving === null ? (type?.minutes ?? null) : moving.end - moving.start;
  const adviceType = moving === null ? type?.id : (moving.appointmentTypeId ?? type?.id);
  const advice = useQuery(
    api.agenda.advice.queryOptions({
      input: {
        practitionerId: place?.practitionerId ?? never,
        day: place?.day ?? '',
        start: place?.start ?? 0,
        appointmentTypeId: adviceType ?? never,
        patientId: patient?.id ?? never,
        ...(minutes === null ? {} : { minutes }),
      },
      enabled: place !== null && patient !== null && adviceType !== undefined,
      staleTime: 0,
    }),
  ).data;

  const preview = usePreview((state) => state.show);
  useEffect(() => {
    preview(place === null ? null : { ...place, end: place.start + (minutes ?? 15) });
    return () => preview(null);
  }, [place, minutes, preview]);

  if (place === null || patient === null) return null;

  const submit = () => {
    const needsReason = conflict?.kind === 'taken' || conflict?.kind === 'outside';
    setTypeMissing(moving === null && type === null);
    setReasonMissing(needsReason && (reason ?? '').trim() === '');
    if ((moving === null && type === null) || (needsReason && (reason ?? '').trim() === '')) return;
    const now = {
      reason: needsReason ? (reason ?? '').trim() : accepted.reason,
      busy: accepted.busy || conflict?.kind === 'busy',
    };
    setAccepted(now);
    save({ draft, place, typeId: type?.id ?? null }, { reason: now.reason, acceptBusy: now.busy });
  };
  const choose = (typeId: typeof draft.typeId) => {
    setTypeMissing(false);
    changeDraft((current) => ({ ...current, typeId }));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      // Held down since the list of slots, it would save before anybody has read the place back.
      if (!event.repeat) submit();
    }
    if (isTextField(event.target)) return;
    const meant = conflict === null ? null : reasonAt(conflict, meantKey(event));
    const typed = moving === null && conflict === null ? typeAt(meantKey(event), types) : null;
    if (meant !== null) setReason(meant);
    if (typed !== null) choose(typed.id);
    if (meant !== null || typed !== null) event.preventDefault();
  };

  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Vérifier et enregistrer">
        <PersonCard person={patient} />
        <ReadBack place={place} sentence={advice?.readBack ?? null} minutes={minutes} />
        {moving === null ? (
          <TypeChips
            types={types}
            value={draft.typeId}
            onChange={choose}
            error={typeMissing ? 'Choisissez un motif : une touche de 1 à 9.' : null}
          />
        ) : null}
        {conflict === null ? null : (
          <ConflictForm conflict={conflict} reason={reason} missing={reasonMissing} onReason={setReason} />
        )}
        {advice === undefined ? null : <AdviceNotes advice={advice} />}
        {moving === null ? (
          <TextInput
            label="Commentaire"
            placeholder="Facultatif"
            maxLength={500}
            value={draft.comment}
            onChange={(event) => {
              const comment = event.currentTarget.value;
              changeDraft((current) => ({ ...current, comment }));
            }}
          />
        ) : null}
        {failure === null ? null : (
          <Notice tone="red" title={failure.title}>
            {failure.body}
          </Notice>
        )}
      </PanelBody>
      <PanelFoot>
        <Button loading={pending} rightSection={<Kbd>Entrée</Kbd>} onClick={submit}>
          {saveLabel(draft)}
        </Button>
        <CommandButton command="slots.find" variant="default">
          Autre créneau
        </CommandButton>
      </PanelFoot>
    </>
  );
};

/** Stands where a query is disabled: never sent. */
const never = 0 as never;

const saveLabel = ({ moving, conflict }: Draft): string => {
  if (conflict?.kind === 'taken') return 'Surbooker';
  if (conflict !== null) return moving === null ? 'Enregistrer quand même' : 'Déplacer quand même';
  return moving === null ? 'Enregistrer' : 'Déplacer';
};
