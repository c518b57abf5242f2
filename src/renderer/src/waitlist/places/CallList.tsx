import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Candidate, GivenPlaces, Offer } from '../../../../contract/waitlist-offers.ts';
import { shortName } from '../../agenda/short-name.ts';
import { showSuccess } from '../../app/notify.ts';
import { useNow, useZone } from '../../app/now.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useSeat } from '../../refusals/seat.ts';
import { useLineCursor } from '../../requests/callbacks/use-line-cursor.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { CandidateRow } from '../freed/CandidateRow.tsx';
import { GivenHead } from './GivenHead.tsx';
import { callLines, othersText, ranksOf, standingOffer } from './text.ts';
import { useExpiry, usePlacesActs } from './use-places.ts';
import { closedTitles, givenWords } from './words.ts';

interface Props {
  readonly places: GivenPlaces;
  readonly candidates: readonly Candidate[];
  readonly others: readonly Candidate[];
  readonly onAccepts: (offer: Offer) => void;
}

const keyOf = ({ entry }: Candidate): string => String(entry.id);

/** Who is rung, in order: Enter keeps a place for her, a digit says what she answers. */
export const CallList = ({ places, candidates, others, onAccepts }: Props) => {
  const zone = useZone();
  const seat = useSeat();
  useNow();
  const now = Date.now();
  const [unfolded, setUnfolded] = useState(false);
  const body = useRef<HTMLElement>(null);
  const { asked, rest } = callLines({ candidates, others }, now, zone);
  const ranks = ranksOf(asked);
  const lines = [...asked, ...(unfolded ? rest : [])];
  const inHand = asked.find((line) => standingOffer(line, now) !== null) ?? null;
  const open = places.closed === null;
  const shown = open || inHand !== null;
  const cursor = useLineCursor(
    shown ? lines.map((line) => ({ key: keyOf(line) })) : [],
    inHand === null ? null : keyOf(inHand),
  );
  useExpiry([...candidates, ...others]);
  const acts = usePlacesActs(places.id, {
    accepts: onAccepts,
    answered: ({ entryId }, said) => {
      const who = lines.find(({ entry }) => entry.id === entryId)?.entry.patient.displayName ?? '';
      showSuccess(`${shortName(who)} : ${givenWords.answers[said]}, noté`);
      // The next one to ring, wherever the line of the one before goes.
      const at = asked.findIndex(({ entry }) => entry.id === entryId);
      const next = asked[at + 1] ?? asked.find(({ entry }) => entry.id !== entryId);
      if (next === undefined) body.current?.focus({ preventScroll: true });
      else cursor.follow(keyOf(next));
    },
  });
  const mayWithdraw = open && (seat.practitionerId === null || seat.practitionerId === places.practitionerId);
  const none = !shown || lines.length === 0;
  useEffect(() => {
    if (none) body.current?.focus({ preventScroll: true });
  }, [none]);

  const onKeyDown = (event: KeyboardEvent) => {
    cursor.onKey(event);
    if (event.defaultPrevented || event.repeat) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = meantKey(event);
    if (key === 'x' && mayWithdraw && !acts.pending) acts.withdraw(places);
    else if (key === 'a' && open && rest.length > 0) setUnfolded(!unfolded);
    else return;
    event.preventDefault();
  };
  const row = (line: Candidate) => (
    <CandidateRow
      key={keyOf(line)}
      words={givenWords}
      line={line}
      place={ranks.get(line) ?? null}
      offer={standingOffer(line, now)}
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
        <GivenHead places={places} inHand={inHand} now={now} />
        {acts.trouble?.entryId === null ? (
          <Notice tone="red" title={acts.trouble.text.title}>
            {acts.trouble.text.body}
          </Notice>
        ) : null}
        {places.closed === null ? null : (
          <Notice tone={places.closed === 'used' ? 'brand' : 'blue'} title={closedTitles[places.closed]}>
            Personne d’autre n’est à appeler. Chacun garde son rang sur la liste.
          </Notice>
        )}
        {!shown ? null : asked.length === 0 ? (
          <EmptyState title="Personne à appeler pour ces places">
            Elles restent données jusqu’à leur date : la première personne qui s’inscrit vient ici.
          </EmptyState>
        ) : (
          <ol className="freed-lines" aria-label="À appeler, dans l’ordre">
            {(open ? asked : asked.filter((line) => standingOffer(line, now) !== null)).map(row)}
          </ol>
        )}
        {!open || rest.length === 0 ? null : (
          <section className="freed-others" aria-label="Pas à appeler">
            <button
              type="button"
              tabIndex={-1}
              className="freed-fold"
              aria-expanded={unfolded}
              aria-keyshortcuts="a"
              onClick={() => setUnfolded(!unfolded)}
            >
              <span aria-hidden="true">{unfolded ? '▾' : '▸'}</span>
              {othersText(rest.length)}
              <Kbd>A</Kbd>
            </button>
            {unfolded ? (
              <ul className="freed-lines" aria-label="Pas à appeler, avec le motif">
                {rest.map(row)}
              </ul>
            ) : null}
          </section>
        )}
      </PanelBody>
      {!mayWithdraw ? null : (
        <PanelFoot>
          <Button
            variant="default"
            rightSection={<Kbd>X</Kbd>}
            disabled={acts.pending}
            onClick={() => acts.withdraw(places)}
          >
            {places.taken === 0 ? 'Retirer ces places' : 'Retirer les places qui restent'}
          </Button>
        </PanelFoot>
      )}
    </>
  );
};
