import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FreedSlotId } from '../../../../contract/ids.ts';
import type { Candidate, FreedSlot } from '../../../../contract/waitlist-offers.ts';
import { shortName } from '../../agenda/short-name.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { showSuccess } from '../../app/notify.ts';
import { useNow, useZone } from '../../app/now.ts';
import { usePanel } from '../../app/panel.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { useLineCursor } from '../../requests/callbacks/use-line-cursor.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel, PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { Accepted, type Taken } from './Accepted.tsx';
import { CandidateRow } from './CandidateRow.tsx';
import { PlaceHead } from './PlaceHead.tsx';
import { linesOf, moreText, othersText, standsAt } from './text.ts';
import { useFreedActs } from './use-freed.ts';
import { answerLabels, endTitles } from './words.ts';
import './freed.css';

/** One place that came free: who is rung for it, in the order of the rule, one key an answer. */
export const FreedPanel = ({ id }: { readonly id: FreedSlotId }) => {
  const close = usePanel((state) => state.close);
  const query = useQuery(api.waitlist.freedSlot.queryOptions({ input: { id }, staleTime: 0 }));
  const [taken, setTaken] = useState<Taken | null>(null);
  useCommand('back', close);
  if (query.data === undefined)
    return (
      <Panel title="Créneau libéré" onClose={close}>
        <PanelBody>
          {query.isError ? (
            <Notice tone="red" title={errorText(query.error).title}>
              {errorText(query.error).body}
            </Notice>
          ) : (
            <p className="freed-soft">Recherche des personnes qui peuvent venir…</p>
          )}
        </PanelBody>
      </Panel>
    );
  const { slot } = query.data;
  // Taken back by Ctrl+Z: the place is to be had again, and so is the list.
  const over = taken !== null && (slot.ended !== null || slot.version <= taken.version);
  return (
    <Panel title="Créneau libéré" onClose={close}>
      {over ? (
        <Accepted taken={taken} />
      ) : (
        <Ring
          {...query.data}
          onTaken={(what) => setTaken({ ...what, version: slot.version })}
          onLeft={close}
        />
      )}
    </Panel>
  );
};

interface RingProps {
  readonly slot: FreedSlot;
  readonly candidates: readonly Candidate[];
  readonly others: readonly Candidate[];
  readonly othersCount: number;
  readonly onTaken: (what: Omit<Taken, 'version'>) => void;
  readonly onLeft: () => void;
}

const keyOf = ({ entry }: Candidate): string => String(entry.id);

const More = ({ count }: { readonly count: number }) =>
  count <= 0 ? null : <p className="freed-soft">{moreText(count)}</p>;

const Ring = ({ slot, candidates, others, othersCount, onTaken, onLeft }: RingProps) => {
  const now = useNow();
  const zone = useZone();
  const [unfolded, setUnfolded] = useState(false);
  const body = useRef<HTMLElement>(null);
  const { asked, rest } = linesOf({ slot, candidates, others }, unfolded);
  const lines = [...asked, ...rest];
  const cursor = useLineCursor(
    lines.map((line) => ({ key: keyOf(line) })),
    slot.offer === null ? null : String(slot.offer.entryId),
  );
  const offer = slot.offer !== null && standsAt(slot.offer, Date.now()) ? slot.offer : null;
  const acts = useFreedActs(slot.id, {
    accepted: onTaken,
    answered: ({ entryId }, said) => {
      const who = lines.find(({ entry }) => entry.id === entryId)?.entry.patient.displayName ?? '';
      showSuccess(`${shortName(who)} : ${answerLabels[said]}, noté`);
      // The next one to ring, wherever the line of the one before goes.
      const at = asked.findIndex(({ entry }) => entry.id === entryId);
      const next = asked[at + 1] ?? asked.find(({ entry }) => entry.id !== entryId);
      if (next === undefined) body.current?.focus({ preventScroll: true });
      else cursor.follow(keyOf(next));
    },
    left: onLeft,
  });
  const none = lines.length === 0;
  useEffect(() => {
    if (none) body.current?.focus({ preventScroll: true });
  }, [none]);

  const onKeyDown = (event: KeyboardEvent) => {
    cursor.onKey(event);
    if (event.defaultPrevented || event.repeat) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = meantKey(event);
    if (key === 'x' && slot.ended === null && !acts.pending) acts.leaveFree(slot);
    else if (key === 'a' && others.length > 0) setUnfolded(!unfolded);
    else return;
    event.preventDefault();
  };
  const row = (line: Candidate, place: number | null) => (
    <CandidateRow
      key={keyOf(line)}
      line={line}
      place={place}
      offer={offer?.entryId === line.entry.id ? offer : null}
      trouble={acts.trouble?.entryId === line.entry.id ? acts.trouble : null}
      acts={acts}
      active={keyOf(line) === cursor.active}
      onFocus={() => cursor.move(keyOf(line))}
      refTo={(element) => cursor.hold(keyOf(line), element)}
    />
  );
  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Personnes à appeler">
        <PlaceHead
          slot={slot}
          offer={offer}
          who={lines.find(({ entry }) => entry.id === offer?.entryId) ?? null}
          now={now}
          zone={zone}
        />
        {acts.trouble?.entryId === null ? (
          <Notice tone="red" title={acts.trouble.text.title}>
            {acts.trouble.text.body}
          </Notice>
        ) : null}
        {slot.ended !== null ? (
          <Notice tone="blue" title={endTitles[slot.ended]}>
            Personne d’autre n’est à appeler pour ce créneau. Chacun garde son rang.
          </Notice>
        ) : asked.length === 0 ? (
          <EmptyState title="Personne sur la liste ne peut venir à cette heure">
            Le créneau reste libre : il se réserve comme un autre (F3).
          </EmptyState>
        ) : (
          <>
            <ol className="freed-lines" aria-label="À appeler, dans l’ordre">
              {asked.map((line, index) => row(line, line.filtered.length > 0 ? null : index + 1))}
            </ol>
            <More count={slot.matching - candidates.length} />
          </>
        )}
        {others.length === 0 || slot.ended !== null ? null : (
          <section className="freed-others" aria-label="Ne correspondent pas">
            <button
              type="button"
              tabIndex={-1}
              className="freed-fold"
              aria-expanded={unfolded}
              aria-keyshortcuts="a"
              onClick={() => setUnfolded(!unfolded)}
            >
              <span aria-hidden="true">{unfolded ? '▾' : '▸'}</span>
              {othersText(othersCount)}
              <Kbd>A</Kbd>
            </button>
            {rest.length === 0 ? null : (
              <>
                <ul className="freed-lines" aria-label="Ne correspondent pas, avec le motif">
                  {rest.map((line) => row(line, null))}
                </ul>
                <More count={othersCount - others.length} />
              </>
            )}
          </section>
        )}
      </PanelBody>
      {slot.ended !== null ? null : (
        <PanelFoot>
          <Button
            variant="default"
            rightSection={<Kbd>X</Kbd>}
            disabled={acts.pending}
            onClick={() => acts.leaveFree(slot)}
          >
            Laisser libre
          </Button>
        </PanelFoot>
      )}
    </>
  );
};
