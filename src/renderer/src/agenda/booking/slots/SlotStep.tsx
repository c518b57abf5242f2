import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import type { Slot } from '../../../../../contract/agenda.ts';
import { errorText } from '../../../api/error-text.ts';
import { api } from '../../../api/query.ts';
import { useNow } from '../../../app/now.ts';
import { isTextField } from '../../../app/shortcuts/keys.ts';
import { meantKey } from '../../../app/shortcuts/meant-key.ts';
import { hourText } from '../../../ui/dates.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { PanelBody } from '../../../ui/Panel.tsx';
import { useFocusOnMount } from '../../../ui/use-focus.ts';
import { useAppointmentTypes, usePractitioners } from '../../use-house.ts';
import { changeDraft } from '../call.ts';
import { type Draft, withOverbooking, withSlot } from '../draft.ts';
import { defaultWho, filterByKey, searchFor, typeAt, typesFor } from '../filters.ts';
import { PlaceLine } from '../PlaceLine.tsx';
import { usePreview } from '../preview.ts';
import { FilterChips } from './FilterChips.tsx';
import { SlotList } from './SlotList.tsx';
import { TypeChips } from './TypeChips.tsx';
import { useSlotCursor } from './use-slot-cursor.ts';
import { WhoChips } from './WhoChips.tsx';

const LIMIT = 12;
const NONE: readonly Slot[] = [];

/** F3: the next free places, narrowed by single keys, chosen with the arrows and Enter. */
export const SlotStep = ({ draft }: { readonly draft: Draft }) => {
  const { day: today } = useNow();
  const practitioners = usePractitioners();
  const allTypes = useAppointmentTypes();
  const [asking, setAsking] = useState(false);
  const body = useFocusOnMount<HTMLElement>(draft.step, asking);
  const who = draft.filters.who ?? defaultWho(practitioners);
  const types = useMemo(() => typesFor(who, allTypes, practitioners), [who, allTypes, practitioners]);
  const moving = draft.moving;
  const search = searchFor({
    who,
    filters: draft.filters,
    types,
    typeId: draft.typeId,
    moving: moving === null ? null : { id: moving.id, minutes: moving.end - moving.start },
    patientId: draft.patient?.id ?? null,
    limit: LIMIT,
  });
  const query = useQuery(
    api.agenda.freeSlots.queryOptions({
      input: search,
      enabled: practitioners.length > 0 && draft.proposals === null,
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  );
  const settled = draft.proposals !== null || (query.isSuccess && !query.isPlaceholderData);
  const slots = draft.proposals ?? query.data?.slots ?? NONE;
  const choose = (slot: Slot) => changeDraft((current) => withSlot({ ...current, proposals: null }, slot));
  const cursor = useSlotCursor(slots, settled, choose);

  const active = slots[cursor.active] ?? null;
  const preview = usePreview((state) => state.show);
  useEffect(() => {
    preview(active === null ? null : { ...active });
    return () => preview(null);
  }, [active, preview]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTextField(event.target)) return;
    if (cursor.onKey(event)) return;
    const key = meantKey(event);
    const type = typeAt(key, types);
    const filters = filterByKey(draft.filters, key, today);
    if (type !== null) changeDraft((current) => ({ ...current, typeId: type.id, proposals: null }));
    else if (filters !== null) changeDraft((current) => ({ ...current, filters, proposals: null }));
    else if (key === 'q') setAsking(true);
    else if (key === 't' && own !== null) lookAt(own);
    else if (key === 'n') lookAt(defaultWho(practitioners));
    else return;
    event.preventDefault();
    cursor.reset();
  };

  const doctor = draft.patient?.attendingDoctor;
  const own =
    doctor?.kind === 'house'
      ? ({ kind: 'practitioner', practitionerId: doctor.practitionerId } as const)
      : null;
  const lookAt = (next: typeof who) => {
    setAsking(false);
    cursor.reset();
    changeDraft((current) => ({ ...current, proposals: null, filters: { ...current.filters, who: next } }));
  };

  return (
    <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Créneaux libres">
      {moving === null ? null : (
        <div>
          <p className="moving">
            <b className="pv-name">{moving.patient.displayName}</b> · {moving.typeName}
          </p>
          <PlaceLine place={moving} />
        </div>
      )}
      {draft.proposals === null ? null : (
        <Notice tone="amber" title="Ce créneau vient d’être pris">
          Rien n’a été enregistré. Voici les places libres les plus proches ; la personne et le motif sont
          gardés.
          {draft.lost === null ? null : (
            <Button size="xs" variant="default" mt={8} onClick={() => changeDraft(withOverbooking)}>
              Surbooker à {hourText(draft.lost.start)}…
            </Button>
          )}
        </Notice>
      )}
      <div className="narrowing">
        <WhoChips
          who={who}
          own={own}
          asking={asking}
          practitioners={practitioners}
          onAsk={() => setAsking(true)}
          onLeave={() => setAsking(false)}
          onChange={lookAt}
        />
        {moving === null ? (
          <TypeChips
            dense
            types={types}
            value={draft.typeId}
            onChange={(typeId) => changeDraft((current) => ({ ...current, typeId, proposals: null }))}
          />
        ) : null}
        <FilterChips
          filters={draft.filters}
          onChange={(filters) => changeDraft((current) => ({ ...current, filters, proposals: null }))}
        />
      </div>
      {query.isError ? (
        <Notice tone="red" title={errorText(query.error).title}>
          {errorText(query.error).body}
        </Notice>
      ) : null}
      <SlotList
        slots={slots}
        active={cursor.active}
        settled={settled}
        searchedUntil={query.data?.searchedUntil ?? null}
        today={today}
        practitioners={practitioners}
        onChoose={choose}
      />
    </PanelBody>
  );
};
