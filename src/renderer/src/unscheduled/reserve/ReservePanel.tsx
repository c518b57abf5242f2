import { Button, CloseButton } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import type { ExceptionId, PractitionerId } from '../../../../contract/ids.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import { addDays, type Day } from '../../../../contract/time.ts';
import type { ReserveOfDay } from '../../../../contract/unscheduled.ts';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { client } from '../../api/client.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { useNow } from '../../app/now.ts';
import { usePanel } from '../../app/panel.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { capitalised, clockText, dayText } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel, PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { useListCursor } from '../../ui/use-list.ts';
import { useKeepers } from '../use-keepers.ts';
import { GiveField } from './GiveField.tsx';
import { useExtraPlaces, useGiveExtra } from './give.ts';
import { Honoured } from './Honoured.tsx';
import { reserveText } from './reserve-text.ts';
import './reserve.css';

interface Props {
  readonly day: Day;
  /** Straight to the places that this practitioner could give. */
  readonly giveTo: PractitionerId | null;
}

/** What is kept for today's care, day by day: how much is left, one more, and giving it back. */
export const ReservePanel = ({ day: first, giveTo }: Props) => {
  const close = usePanel((state) => state.close);
  const { day: today } = useNow();
  const keepers = useKeepers();
  const [day, setDay] = useState(first);
  const [giving, setGiving] = useState<PractitionerId | null>(giveTo);
  const body = useFocusOnMount<HTMLElement>(day, false);
  const query = useQuery(
    api.unscheduled.days.queryOptions({ input: { from: day, to: day }, placeholderData: keepPreviousData }),
  );
  const shown = query.data?.[0] ?? null;
  const rows = keepers.map((who) => ({
    who,
    reserve: shown?.practitioners.find(({ practitionerId }) => practitionerId === who.id) ?? null,
  }));
  const cursor = useListCursor(
    rows.length,
    Math.max(
      0,
      keepers.findIndex(({ id }) => id === giveTo),
    ),
  );
  const current = rows[cursor.active] ?? null;

  const extra = useGiveExtra(() => {
    setGiving(null);
    body.current?.focus({ preventScroll: true });
  });
  const places = useExtraPlaces(giving ?? (0 as PractitionerId), day, giving !== null);
  const release = useMutation({
    networkMode: 'always',
    mutationFn: (practitionerId: PractitionerId) => client.unscheduled.release({ practitionerId, day }),
    onSuccess: () => showSuccess('Places libérées : elles sont ouvertes à tous'),
    onError: showError,
  });
  const take = useMutation({
    networkMode: 'always',
    mutationFn: (sent: { id: ExceptionId; version: number }) => client.unscheduled.takeExtraBack(sent),
    onSuccess: () => showSuccess('Créneau retiré'),
    onError: showError,
  });

  const toggleGiving = (id: PractitionerId) => {
    extra.forget();
    setGiving((now) => (now === id ? null : id));
  };
  const goTo = (next: Day) => {
    if (next < today) return;
    extra.forget();
    setDay(next);
  };
  useCommand('back', () => {
    if (giving === null) return close();
    setGiving(null);
    // The field that had the focus goes: the keys are the list's again.
    body.current?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTextField(event.target)) return;
    const key = meantKey(event);
    const place = giving === null || !/^[1-9]$/.test(key) ? undefined : places[Number(key) - 1];
    if (giving !== null && place !== undefined) extra.give(giving, day, place.start);
    else if (event.key === 'ArrowRight') goTo(addDays(day, 1));
    else if (event.key === 'ArrowLeft') goTo(addDays(day, -1));
    else if (key === 'g' && current !== null) toggleGiving(current.who.id);
    else if (key === 'l' && current !== null) release.mutate(current.who.id);
    else {
      if (cursor.onKey(event)) setGiving(null);
      return;
    }
    event.preventDefault();
  };

  const without = shown?.working === true && shown.offered === 0;
  return (
    <Panel title="Soins non programmés" onClose={close}>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Places gardées">
        <div className="reserve-day">
          <Button
            size="compact-sm"
            variant="default"
            disabled={day <= today}
            aria-label="Jour précédent"
            onClick={() => goTo(addDays(day, -1))}
          >
            ←
          </Button>
          <h3>{capitalised(dayText(day, 'day'))}</h3>
          <Button
            size="compact-sm"
            variant="default"
            aria-label="Jour suivant"
            onClick={() => goTo(addDays(day, 1))}
          >
            →
          </Button>
        </div>
        {query.isError ? (
          <Notice tone="red" title={errorText(query.error).title}>
            {errorText(query.error).body}
          </Notice>
        ) : null}
        {without ? (
          <Notice tone="amber" title="Aucun créneau ce jour ouvré">
            L’ACI en demande chaque jour ouvré : demandez à un praticien d’en donner un.
          </Notice>
        ) : null}
        <ul className="reserves" aria-label="Places gardées par praticien">
          {rows.map(({ who, reserve }, index) => (
            <Row
              key={who.id}
              who={who}
              reserve={reserve}
              current={index === cursor.active}
              onPoint={() => cursor.setActive(index)}
              onGive={() => toggleGiving(who.id)}
              onRelease={() => release.mutate(who.id)}
              onTake={(one) => take.mutate({ id: one.id, version: one.version })}
            >
              {giving === who.id ? (
                <GiveField
                  places={places}
                  failure={extra.failure}
                  onGive={(start) => extra.give(who.id, day, start)}
                />
              ) : null}
            </Row>
          ))}
        </ul>
        <Honoured />
      </PanelBody>
      <PanelFoot>
        <Button
          rightSection={<Kbd>G</Kbd>}
          disabled={current === null}
          onClick={() => current !== null && toggleGiving(current.who.id)}
        >
          Donner un créneau
        </Button>
        <Button
          variant="default"
          rightSection={<Kbd>L</Kbd>}
          disabled={current === null}
          onClick={() => current !== null && release.mutate(current.who.id)}
        >
          Libérer
        </Button>
      </PanelFoot>
    </Panel>
  );
};

interface RowProps {
  readonly who: Practitioner;
  readonly reserve: ReserveOfDay | null;
  readonly current: boolean;
  readonly onPoint: () => void;
  readonly onGive: () => void;
  readonly onRelease: () => void;
  readonly onTake: (one: ReserveOfDay['extra'][number]) => void;
  readonly children: React.ReactNode;
}

const Row = ({ who, reserve, current, onPoint, onTake, children }: RowProps) => (
  <li
    className="reserve"
    aria-current={current || undefined}
    style={{ '--lane': who.colour } as CSSProperties}
  >
    <button type="button" tabIndex={-1} className="reserve-head" onClick={onPoint}>
      <span>{practitionerName(who)}</span>
      <b>{reserveText(reserve)}</b>
    </button>
    {reserve === null || reserve.extra.length === 0 ? null : (
      <p className="reserve-extra">
        {reserve.extra.map((one) => (
          <span key={one.id}>
            Donné de {clockText(one.start)} à {clockText(one.end)}
            <CloseButton
              size="xs"
              aria-label={`Retirer le créneau de ${clockText(one.start)}`}
              onClick={() => onTake(one)}
            />
          </span>
        ))}
      </p>
    )}
    {children}
  </li>
);
