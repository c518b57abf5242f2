import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { phoneToRing } from '../../../contract/directory-words.ts';
import { phonePairs } from '../../../contract/display.ts';
import type { Redirection, RedirectionStep } from '../../../contract/redirections.ts';
import { shortName } from '../agenda/short-name.ts';
import { useNow, useZone } from '../app/now.ts';
import { meantKey } from '../app/shortcuts/meant-key.ts';
import { ActButton } from '../requests/callbacks/ActButton.tsx';
import { deadlineText, latenessText, momentText } from '../requests/due.ts';
import { useOwners } from '../requests/owner.ts';
import { matterText } from '../requests/said.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { DueForm } from './DueForm.tsx';
import { LetterKeys, useLetter } from './LetterKeys.tsx';
import { triesText, whomText } from './text.ts';
import { useRedirectionActs } from './use-acts.ts';
import { hows, states } from './words.ts';

interface Props {
  readonly row: Redirection;
  readonly waits: boolean;
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly refTo: (element: HTMLElement | null) => void;
}

interface Act {
  readonly key: string;
  readonly label: string;
  readonly step: RedirectionStep;
}

/** What may be written of it from where it stands, the most likely first. */
const actsFor = ({ state, attempts }: Redirection): readonly Act[] => {
  const notGone: Act = { key: 'p', label: 'N’y est pas allée', step: 'not-gone' };
  const full: Act = { key: 'c', label: 'Complet', step: 'full' };
  if (state === 'accepted') return [notGone, { ...full, label: 'Finalement complet' }];
  if (state !== 'sent' && state !== 'contacted') return [];
  return [
    { key: 'a', label: 'Accepté', step: 'accepted' },
    full,
    { key: 'n', label: 'Pas de réponse', step: 'tried' },
    ...(state === 'sent' ? [{ key: 'j', label: 'Joint', step: 'contacted' } as const] : []),
    ...(attempts > 0 ? [{ key: 'i', label: 'Injoignable', step: 'unreachable' } as const] : []),
    notGone,
  ];
};

/** One person sent on: whom to ring, large; for whom, since when, by when; under the cursor, one key an act. */
export const RedirectionRow = ({ row, waits, active, onFocus, refTo }: Props) => {
  const now = useNow();
  const zone = useZone();
  const owners = useOwners();
  const acts = useRedirectionActs();
  const [form, setForm] = useState<'due' | 'letter' | null>(null);
  const own = useRef<HTMLElement | null>(null);
  const letter = useLetter(form === 'letter' ? row.id : null);
  const phone = phoneToRing(row.entry);
  const person = row.patient === null ? null : shortName(row.patient.displayName);
  const late = waits ? latenessText(row.due, Date.now()) : null;
  const due = waits ? `réponse avant ${deadlineText(row.due, now, zone)}` : null;
  const possible = actsFor(row);

  useEffect(() => {
    if (form !== null) own.current?.scrollIntoView({ block: 'nearest' });
  }, [form]);

  const closeForm = () => {
    setForm(null);
    own.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && form !== null) {
      event.preventDefault();
      event.stopPropagation();
      return closeForm();
    }
    if (event.target !== event.currentTarget || event.repeat) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (form === 'letter' && letter.onKey(event)) return event.preventDefault();
    if (form !== null) return;
    const key = meantKey(event);
    const act = possible.find((one) => one.key === key);
    if (act !== undefined) {
      if (!acts.pending) acts.step(row, act.step);
    } else if (key === 'e' && waits) setForm('due');
    else if (key === 't') setForm('letter');
    else return;
    event.preventDefault();
  };

  const facts = [
    matterText(row.asked),
    hows[row.how].label,
    `${owners.nameOf({ kind: 'staff', staffId: row.openedBy })}, ${momentText(row.openedAt, now, zone)}`,
    ...(row.lastAttemptAt === null
      ? []
      : [triesText(row.attempts, momentText(row.lastAttemptAt, now, zone))]),
  ];
  const { label, tone, shape } = states[row.state];
  return (
    <li
      className="waiting-row"
      data-kind="redirection"
      data-active={active || undefined}
      data-late={late !== null || undefined}
      tabIndex={active ? 0 : -1}
      ref={(element) => {
        own.current = element;
        refTo(element);
      }}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      aria-label={[whomText(row), person ?? row.callerName ?? '', late ?? due ?? label, ...facts]
        .filter((part) => part !== '')
        .join(', ')}
    >
      <span className="waiting-who">
        <strong>{whomText(row)}</strong>
        {phone === null ? (
          <span className="waiting-phone">sans numéro</span>
        ) : (
          <span className="waiting-phone" data-known>
            {phonePairs(phone)}
          </span>
        )}
      </span>
      <span className="waiting-due">
        {late === null ? null : (
          <StatusChip tone="red" shape="triangle">
            {late}
          </StatusChip>
        )}
        {late !== null && row.state === 'sent' ? null : (
          <StatusChip tone={tone} shape={shape}>
            {waits ? label : `${label}, ${momentText(row.stateAt, now, zone)}`}
          </StatusChip>
        )}
        {late === null && due !== null ? <span>{due}</span> : null}
      </span>
      <span className="waiting-facts">
        <span className="waiting-about pv-name">{person ?? row.callerName ?? 'Personne non précisée'}</span>
        <span>{facts.join(' · ')}</span>
      </span>
      {active && form === null ? (
        <span className="waiting-acts">
          {possible.map((act, index) => (
            <ActButton
              key={act.step}
              main={index === 0 && waits}
              shortcut={act.key.toUpperCase()}
              onAct={() => {
                if (!acts.pending) acts.step(row, act.step);
              }}
            >
              {act.label}
            </ActButton>
          ))}
          {waits ? (
            <ActButton shortcut="E" onAct={() => setForm('due')}>
              Échéance
            </ActButton>
          ) : null}
          <ActButton shortcut="T" onAct={() => setForm('letter')}>
            Lettre
          </ActButton>
        </span>
      ) : null}
      {form === null ? null : (
        <div className="waiting-form">
          {form === 'due' ? <DueForm row={row} onDone={closeForm} /> : <LetterKeys letter={letter} />}
        </div>
      )}
    </li>
  );
};
