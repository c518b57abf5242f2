import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Slot, Who } from '../../../../contract/agenda.ts';
import type { AppointmentTypeId, PatientId, PractitionerId } from '../../../../contract/ids.ts';
import { AdviceNotes } from '../../agenda/booking/confirm/AdviceNotes.tsx';
import { ReadBack } from '../../agenda/booking/confirm/ReadBack.tsx';
import { filterByKey, noFilters, searchFor, typesFor } from '../../agenda/booking/filters.ts';
import { usePreview } from '../../agenda/booking/preview.ts';
import { FilterChips } from '../../agenda/booking/slots/FilterChips.tsx';
import { SlotList } from '../../agenda/booking/slots/SlotList.tsx';
import { useSlotCursor } from '../../agenda/booking/slots/use-slot-cursor.ts';
import { useAppointmentTypes, usePractitioners } from '../../agenda/use-house.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { useNow } from '../../app/now.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { durationText } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { firstType } from './first-type.ts';
import type { Taking } from './use-take.ts';

interface Props {
  readonly head: ReactNode;
  readonly take: Taking;
  readonly patientId: PatientId;
  readonly practitionerId: PractitionerId;
  readonly onPromise: () => void;
}

/** As many as there are digits. */
const LIMIT = 9;
const NONE: readonly Slot[] = [];

/** The practitioner's next free hours: a digit reads one back, Enter books it. */
export const FirstAppointment = ({ head, take, patientId, practitionerId, onPromise }: Props) => {
  const { day: today } = useNow();
  const practitioners = usePractitioners();
  const allTypes = useAppointmentTypes();
  const body = useFocusOnMount<HTMLElement>();
  const [filters, setFilters] = useState(noFilters);
  const [wanted, setWanted] = useState<AppointmentTypeId | null>(null);
  const who = useMemo((): Who => ({ kind: 'practitioner', practitionerId }), [practitionerId]);
  const types = useMemo(() => typesFor(who, allTypes, practitioners), [who, allTypes, practitioners]);
  const type = types.find(({ id }) => id === wanted) ?? firstType(types);
  const query = useQuery(
    api.agenda.freeSlots.queryOptions({
      input: searchFor({
        who,
        filters,
        types,
        typeId: type?.id ?? null,
        moving: null,
        patientId,
        limit: LIMIT,
      }),
      enabled: type !== null,
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  );
  const settled = query.isSuccess && !query.isPlaceholderData;
  const slots = query.data?.slots ?? NONE;
  const book = (slot: Slot) => {
    if (type !== null) take.book(slot, type.id);
  };
  const cursor = useSlotCursor(slots, settled, book);
  const active = slots[cursor.active] ?? null;
  const advice = useQuery(
    api.agenda.advice.queryOptions({
      input: {
        practitionerId,
        day: active?.day ?? '',
        start: active?.start ?? 0,
        appointmentTypeId: type?.id ?? (0 as AppointmentTypeId),
        patientId,
      },
      enabled: active !== null && type !== null,
      staleTime: 0,
    }),
  ).data;

  const preview = usePreview((state) => state.show);
  useEffect(() => {
    preview(active === null ? null : { ...active });
    return () => preview(null);
  }, [active, preview]);

  const at = type === null ? 0 : types.indexOf(type);
  const turnTo = (index: number) => {
    const next = types[(index + types.length) % types.length];
    if (next === undefined) return;
    setWanted(next.id);
    cursor.reset();
    take.forget();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || take.pending) return;
    if (event.key !== 'Enter') take.forget();
    if (cursor.onKey(event)) return;
    const key = meantKey(event);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const narrowed = filterByKey(filters, key, today);
    if (/^[1-9]$/.test(key) && Number(key) <= slots.length) cursor.setActive(Number(key) - 1);
    else if (step !== undefined && type !== null) turnTo(at + step);
    else if (key === 'p') onPromise();
    else if (narrowed !== null) {
      setFilters(narrowed);
      cursor.reset();
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Premier rendez-vous">
        {head}
        {active === null ? null : (
          <ReadBack place={active} sentence={advice?.readBack ?? null} minutes={type?.minutes ?? null} />
        )}
        {type === null ? null : (
          <p className="given-type">
            <span>Motif</span>
            <button type="button" tabIndex={-1} title="Motif suivant" onClick={() => turnTo(at + 1)}>
              {type.name} <small>{durationText(type.minutes)}</small>
            </button>
            {types.length < 2 ? null : <Kbd>← →</Kbd>}
          </p>
        )}
        {query.isError ? (
          <Notice tone="red" title={errorText(query.error).title}>
            {errorText(query.error).body}
          </Notice>
        ) : null}
        {type === null ? (
          <Notice tone="amber" title="Aucun motif pour ce praticien">
            Promettez un rappel : la place est gardée, et la personne saura quand.
          </Notice>
        ) : (
          <SlotList
            digits
            slots={slots}
            active={cursor.active}
            settled={settled}
            searchedUntil={query.data?.searchedUntil ?? null}
            today={today}
            practitioners={practitioners}
            onChoose={(slot) => cursor.setActive(slots.indexOf(slot))}
          />
        )}
        <FilterChips
          filters={filters}
          onChange={(next) => {
            setFilters(next);
            cursor.reset();
          }}
        />
        {advice === undefined || active === null ? null : <AdviceNotes advice={advice} />}
      </PanelBody>
      <PanelFoot>
        <Button
          loading={take.pending}
          disabled={active === null}
          rightSection={<Kbd>Entrée</Kbd>}
          onClick={() => active !== null && book(active)}
        >
          Réserver
        </Button>
        <Button variant="default" rightSection={<Kbd>P</Kbd>} onClick={onPromise}>
          Plutôt un rappel
        </Button>
      </PanelFoot>
    </>
  );
};
