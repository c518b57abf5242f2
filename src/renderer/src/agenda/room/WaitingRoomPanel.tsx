import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Appointment } from '../../../../contract/agenda.ts';
import { api } from '../../api/query.ts';
import { useNow } from '../../app/now.ts';
import { usePanel } from '../../app/panel.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel, PanelBody } from '../../ui/Panel.tsx';
import { useListCursor } from '../../ui/use-list.ts';
import { practitionerName } from '../practitioner-name.ts';
import { usePractitioners } from '../use-house.ts';
import { OtherDays } from './OtherDays.tsx';
import { RoomRow } from './RoomRow.tsx';
import { found, type Group, groupsOf, nextStep, type Wish } from './room.ts';
import { useStatus } from './use-status.ts';
import './room.css';

const EMPTY_ROOM = { waiting: [], inProgress: [], expected: [], done: [], noshow: [] };

/** F9: two letters of a name and Enter say that somebody has come; arrows and letters do the rest. */
export const WaitingRoomPanel = () => {
  const now = useNow();
  const close = usePanel((state) => state.close);
  const practitioners = usePractitioners();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const rows = useRef(new Map<number, HTMLElement>());
  const { data: room = EMPTY_ROOM, isSuccess } = useQuery(
    api.agenda.waitingRoom.queryOptions({ input: { day: now.day } }),
  );
  const { change } = useStatus();

  const hits = found(room, text, now.minute);
  const groups: readonly Group[] =
    text.trim() === ''
      ? groupsOf(room, now.minute)
      : hits.length === 0
        ? []
        : [{ key: 'expected', label: 'Rendez-vous d’aujourd’hui', rows: hits }];
  const lines = groups.flatMap((group) => group.rows);
  const cursor = useListCursor(lines.length);
  useCommand('back', close);

  const backToInput = () => {
    setText('');
    cursor.setActive(0);
    input.current?.focus();
  };
  const apply = (row: Appointment, to: Wish, excused?: boolean) => {
    change({ row, to, minute: now.minute, ...(excused === undefined ? {} : { excused }) });
    backToInput();
  };
  const onInputKey = (event: KeyboardEvent) => {
    const [first] = lines;
    if (event.key === 'ArrowDown' && first !== undefined) {
      event.preventDefault();
      cursor.setActive(0);
      rows.current.get(first.id)?.focus();
    }
    const next = first === undefined ? null : nextStep[first.status];
    if (event.key === 'Enter' && !event.repeat && text.trim() !== '' && first !== undefined && next !== null)
      apply(first, next.to);
  };
  const onListKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp' && cursor.active === 0) {
      event.preventDefault();
      input.current?.focus();
      return;
    }
    const to = { ArrowDown: cursor.active + 1, ArrowUp: cursor.active - 1 }[event.key];
    const line = to === undefined ? undefined : lines[to];
    if (line === undefined) return;
    event.preventDefault();
    rows.current.get(line.id)?.focus();
  };
  const nameOf = (row: Appointment): string => {
    const who = practitioners.find(({ id }) => id === row.practitionerId);
    return who === undefined ? '' : practitionerName(who);
  };

  return (
    <Panel title="Salle d’attente" onClose={close}>
      <PanelBody className="room-panel">
        <div className="room-ask">
          <TextInput
            ref={input}
            data-autofocus
            autoFocus
            label="Qui arrive ?"
            placeholder="Deux lettres du nom, puis Entrée"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onInputKey}
          />
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows walk the lines inside; each line is focusable itself. */}
        <div className="room" onKeyDown={onListKey}>
          {groups.map((group) => (
            <section key={group.key} className="room-group" data-group={group.key}>
              <h3>
                {group.label} <span className="room-count">{group.rows.length}</span>
              </h3>
              <ul className="room-list">
                {group.rows.map((row) => (
                  <RoomRow
                    key={row.id}
                    row={row}
                    practitioner={nameOf(row)}
                    now={now}
                    active={lines[cursor.active]?.id === row.id}
                    onFocus={() => cursor.setActive(lines.indexOf(row))}
                    onChange={(to, excused) => apply(row, to, excused)}
                    refTo={(element) => {
                      if (element === null) rows.current.delete(row.id);
                      else rows.current.set(row.id, element);
                    }}
                  />
                ))}
              </ul>
            </section>
          ))}
          {text.trim().length >= 2 && hits.length === 0 ? <OtherDays text={text} /> : null}
          {isSuccess && text === '' && lines.length === 0 ? (
            <EmptyState title="Personne n’est attendu aujourd’hui">
              Les rendez-vous du jour apparaîtront ici dès qu’ils seront pris.
            </EmptyState>
          ) : null}
        </div>
      </PanelBody>
    </Panel>
  );
};
