import { type KeyboardEvent, useRef, useState } from 'react';
import { phonePairs } from '../../../../contract/display.ts';
import type { WaitlistEntryId } from '../../../../contract/ids.ts';
import type { Candidate, Offer, OverrideReason } from '../../../../contract/waitlist-offers.ts';
import { shortName } from '../../agenda/short-name.ts';
import { useNow, useZone } from '../../app/now.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { ActButton } from '../../requests/callbacks/ActButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { OverrideForm } from './OverrideForm.tsx';
import { canBeOffered, filteredText, lastOfferText, rankText, waitingText } from './text.ts';
import { type Trouble, useInitials } from './use-freed.ts';
import { freedWords, type OfferWords, type Said } from './words.ts';

/** What a key on the line does; what comes of it is the panel's. */
export interface LineActs {
  readonly pending: boolean;
  offer(entryId: WaitlistEntryId, override: OverrideReason | null): void;
  accept(offer: Offer): void;
  answer(offer: Offer, said: Said): void;
}

interface Props {
  readonly line: Candidate;
  /** Null: does not come in question. */
  readonly place: number | null;
  /** Standing, and hers. */
  readonly offer: Offer | null;
  readonly trouble: (Pick<Trouble, 'text'> & { readonly busy?: boolean }) | null;
  readonly acts: LineActs;
  readonly words?: OfferWords;
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly refTo: (element: HTMLElement | null) => void;
}

/** One person: the number large, why she comes now, and one key for what she says. */
export const CandidateRow = ({
  line,
  place,
  offer,
  trouble,
  acts,
  words = freedWords,
  active,
  onFocus,
  refTo,
}: Props) => {
  const { refusals } = words;
  const { day } = useNow();
  const zone = useZone();
  const initialsOf = useInitials();
  const [asking, setAsking] = useState(false);
  const own = useRef<HTMLElement | null>(null);
  const { patient, wishes } = line.entry;
  const filtered = line.filtered.length > 0;
  const last = lastOfferText(line, initialsOf, Date.now(), zone, words);
  const name = shortName(patient.displayName);

  const propose = () => {
    if (!filtered) return acts.offer(line.entry.id, null);
    if (canBeOffered(line)) setAsking(true);
  };
  const back = () => {
    setAsking(false);
    own.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.repeat) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = meantKey(event);
    const said = refusals[Number(key) - 2]?.value;
    if (offer === null) {
      if (key !== 'Enter') return;
      event.preventDefault();
      if (!acts.pending) propose();
      return;
    }
    if (key !== '1' && said === undefined) return;
    event.preventDefault();
    if (acts.pending) return;
    if (said === undefined) acts.accept(offer);
    else acts.answer(offer, said);
  };

  // What came of the offer is said below, with its hour; that she is on the phone, by the keys that answer.
  const reasons = line.filtered.filter(
    (reason) =>
      !(offer !== null && reason === 'in-offer') &&
      (last === null || (reason !== 'declined' && reason !== 'not-reached')),
  );
  const facts = [
    ...(reasons.length > 0 ? [filteredText(reasons, wishes, words)] : []),
    ...waitingText(line, day, zone),
    ...(last === null ? [] : [last]),
  ];
  return (
    <li
      className="waiting-row freed-row"
      data-active={active || undefined}
      data-offered={offer !== null || undefined}
      tabIndex={active ? 0 : -1}
      ref={(element) => {
        own.current = element;
        refTo(element);
      }}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      aria-label={[place === null ? '' : rankText(place), name, line.rank.sentence, ...facts]
        .filter((part) => part !== '')
        .join(', ')}
    >
      <span className="waiting-who">
        <strong className="pv-name">{name}</strong>
        {patient.phone === null ? (
          <span className="waiting-phone">sans numéro</span>
        ) : (
          <span className="waiting-phone pv-name" data-known>
            {phonePairs(patient.phone)}
          </span>
        )}
      </span>
      <span className="freed-rank">{place === null ? '' : rankText(place)}</span>
      <span className="waiting-facts">
        {line.rank.sentence === '' ? null : (
          <span className="freed-why pv-name pv-secret">{line.rank.sentence}</span>
        )}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
      {trouble === null ? null : (
        <div className="freed-trouble">
          <Notice tone={trouble.busy ? 'amber' : 'red'} title={trouble.text.title}>
            {trouble.busy
              ? 'Le créneau reste retenu. Si la personne vient quand même : 1 de nouveau.'
              : trouble.text.body}
          </Notice>
        </div>
      )}
      {!active || asking ? null : (
        <span className="waiting-acts">
          {offer === null ? (
            filtered && !canBeOffered(line) ? null : (
              <ActButton main shortcut="Entrée" onAct={propose}>
                {filtered ? 'Proposer quand même…' : 'Proposer'}
              </ActButton>
            )
          ) : (
            <>
              <ActButton main shortcut="1" onAct={() => acts.accept(offer)}>
                Accepte
              </ActButton>
              {refusals.map(({ value, label }, index) => (
                <ActButton key={value} shortcut={String(index + 2)} onAct={() => acts.answer(offer, value)}>
                  {label}
                </ActButton>
              ))}
            </>
          )}
        </span>
      )}
      {asking ? (
        <OverrideForm
          words={words}
          onChoose={(reason) => {
            back();
            acts.offer(line.entry.id, reason);
          }}
          onCancel={back}
        />
      ) : null}
    </li>
  );
};
