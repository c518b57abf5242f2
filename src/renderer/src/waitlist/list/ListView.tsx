import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { WaitlistEntryId } from '../../../../contract/ids.ts';
import { type Profession, professionLabels } from '../../../../contract/professions.ts';
import type { WaitlistLine } from '../../../../contract/waitlist.ts';
import { startCall } from '../../agenda/booking/call.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useLineCursor } from '../../requests/callbacks/use-line-cursor.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AddForm } from '../add/AddForm.tsx';
import { CloseForm } from '../detail/CloseForm.tsx';
import { CriteriaForm } from '../detail/CriteriaForm.tsx';
import { Detail } from '../detail/Detail.tsx';
import { LimitsForm } from '../detail/LimitsForm.tsx';
import { goToEntry, type View } from '../go.ts';
import { openPlaces } from '../places/open.ts';
import { placesOf } from '../text.ts';
import { useEntryActs } from '../use-acts.ts';
import { useLines } from '../use-lines.ts';
import { ActRow, actsFor } from './Acts.tsx';
import { EntryRow } from './EntryRow.tsx';
import { ExportCard } from './ExportCard.tsx';
import { keyOf, lineGroups, professionsOf } from './groups.ts';

export type Form = 'close' | 'criteria' | 'limits' | 'add' | 'export';

interface Props {
  readonly view: View;
  readonly wanted: WaitlistEntryId | null;
  readonly form: Form | null;
  readonly onForm: (form: Form | null) => void;
}

/** More would be slow to draw and is never read: the next ones come at a key. */
const SHOWN = 120;

const EMPTY: Readonly<Record<Props['view'], { readonly title: string; readonly body: string }>> = {
  registration: {
    title: 'Personne n’attend d’être pris en charge',
    body: 'Une demande conclue par « Liste » pendant l’appel attend ici. Au guichet, la touche A inscrit quelqu’un directement.',
  },
  earlier: {
    title: 'Personne n’attend plus tôt',
    body: 'Qui garde un rendez-vous mais viendrait plus tôt attend ici, jusqu’à ce qu’un créneau se libère. La touche A inscrit quelqu’un.',
  },
  reconfirm: {
    title: 'Personne à reconfirmer',
    body: 'Quand une inscription atteint le délai de la maison, elle vient ici : « toujours en recherche ? »',
  },
};

/** One list, in the order of the rule, with its line under the cursor told beside it. All by single keys. */
export const ListView = ({ view, wanted, form, onForm }: Props) => {
  const { lines, error } = useLines(view, wanted);
  const { data: settings } = useQuery(api.waitlist.settings.queryOptions());
  const [profession, setProfession] = useState<Profession | null>(null);
  const [limit, setLimit] = useState(SHOWN);
  const holder = useRef<HTMLDivElement>(null);
  const acts = useEntryActs();
  const all = lines ?? [];
  const professions = view === 'registration' ? professionsOf(all) : [];
  const kept = all.filter(({ entry }) => profession === null || entry.profession === profession);
  const wantedAt = kept.findIndex(({ entry }) => entry.id === wanted);
  const shown = kept.slice(0, Math.max(limit, wantedAt + 1));
  const groups = lineGroups(shown, view);
  const keyed = groups.flatMap((group) => group.lines);
  const cursor = useLineCursor(keyed, wantedAt < 0 ? null : `entry ${wanted}`);
  const active = keyed.find(({ key }) => key === cursor.active)?.line ?? null;
  const places = view === 'reconfirm' ? new Map<WaitlistEntryId, number>() : placesOf(all);

  // The keyboard is in the list from the start, and comes back to its line when a form or the panel closes.
  const panelOpen = usePanel((state) => state.content !== null);
  const ready = lines !== undefined;
  useEffect(() => {
    if (!ready || form !== null || panelOpen) return;
    const line = holder.current?.querySelector<HTMLElement>('.wl-row[data-active]');
    (line ?? holder.current)?.focus({ preventScroll: line === undefined });
  }, [ready, form, panelOpen]);

  const lineActs =
    active === null
      ? []
      : actsFor(active.entry, {
          call: () => startCall(active.entry.patient),
          tried: () => acts.tried(active.entry),
          reconfirm: () => acts.reconfirm(active.entry),
          reopen: () => acts.reopen(active.entry),
          open: onForm,
        });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (form !== null || isTextField(event.target)) return;
    if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return;
    const key = meantKey(event);
    const chosen = /^[1-9]$/.test(key) ? professions[Number(key) - 1] : undefined;
    const act = lineActs.find((one) => one.key === key);
    if (chosen !== undefined && professions.length > 1)
      setProfession(profession === chosen[0] ? null : chosen[0]);
    else if (key === 'a' && view !== 'reconfirm') onForm('add');
    else if (key === 'e' && view === 'registration') onForm('export');
    else if (key === 'p' && view === 'registration') openPlaces();
    else if (act !== undefined) act.run();
    else return;
    event.preventDefault();
  };

  if (error !== null) return <EmptyState title={errorText(error).title}>{errorText(error).body}</EmptyState>;
  if (!ready) return null;
  const isOld = ({ rank }: WaitlistLine): boolean =>
    settings !== undefined && rank.waitingDays > settings.oldDays;
  const done = () => onForm(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the keys of the lines inside
    <div ref={holder} tabIndex={-1} className="wl-split" onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows walk the lines inside; each line is focusable itself */}
      <div className="wl-list" onKeyDown={cursor.onKey}>
        {professions.length < 2 ? null : (
          <ChipRow label="Profession" dense asleep={form !== null}>
            {professions.slice(0, 9).map(([one, count], index) => (
              <Chip
                key={one}
                shortcut={String(index + 1)}
                chosen={profession === one}
                onChoose={() => setProfession(profession === one ? null : one)}
              >
                {professionLabels[one].plural} <small>{count}</small>
              </Chip>
            ))}
          </ChipRow>
        )}
        {keyed.length === 0 ? <EmptyState title={EMPTY[view].title}>{EMPTY[view].body}</EmptyState> : null}
        {groups.map((group) => (
          <section key={group.key} data-group={group.key} aria-label={group.label ?? 'Dans l’ordre'}>
            {group.label === null ? null : (
              <h3>
                {group.label} <span>{group.lines.length}</span>
              </h3>
            )}
            <ul>
              {group.lines.map(({ key, line }) => (
                <EntryRow
                  key={key}
                  line={line}
                  place={places.get(line.entry.id) ?? null}
                  old={isOld(line)}
                  active={key === cursor.active}
                  onFocus={() => cursor.move(key)}
                  refTo={(element) => cursor.hold(key, element)}
                />
              ))}
            </ul>
          </section>
        ))}
        {kept.length > shown.length ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setLimit(limit + SHOWN)}>
            Voir les {Math.min(SHOWN, kept.length - shown.length)} suivants
          </Button>
        ) : null}
      </div>
      <div className="wl-side">
        {form === 'add' && view !== 'reconfirm' ? (
          <AddForm
            kind={view}
            profession={profession}
            onAdded={(entry) => {
              done();
              setProfession(null);
              cursor.follow(keyOf({ entry: entry as WaitlistLine['entry'] }));
              goToEntry(entry);
            }}
            onClose={done}
          />
        ) : form === 'export' ? (
          <ExportCard lines={all} onClose={done} />
        ) : active === null ? null : form === 'criteria' ? (
          <CriteriaForm key={keyOf(active)} line={active} onClose={done} />
        ) : form === 'limits' ? (
          <LimitsForm key={keyOf(active)} entry={active.entry} onClose={done} />
        ) : (
          <Detail
            key={keyOf(active)}
            line={active}
            place={places.get(active.entry.id) ?? null}
            settings={settings}
            acts={
              form === 'close' ? <CloseForm entry={active.entry} onDone={done} /> : <ActRow acts={lineActs} />
            }
          />
        )}
      </div>
    </div>
  );
};
