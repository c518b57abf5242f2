import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { phonePairs } from '../../../../contract/display.ts';
import { resume } from '../../agenda/booking/call.ts';
import { shortName } from '../../agenda/short-name.ts';
import { useNow, useZone } from '../../app/now.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { deadlineText, latenessText, momentText } from '../due.ts';
import { useOwners } from '../owner.ts';
import { aboutText, answerText, matterText } from '../said.ts';
import { ActButton } from './ActButton.tsx';
import { AnswerForm, DueForm, GiveForm, KeptForm } from './forms.tsx';
import { useCallbackActs } from './use-acts.ts';
import type { Waiting } from './waiting.ts';

type Form = 'main' | 'give' | 'due';

interface Props {
  readonly line: Waiting;
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly onMoveTo: (key: string) => void;
  readonly refTo: (element: HTMLElement | null) => void;
}

const phoneOf = (line: Waiting): string | null =>
  line.kind === 'callback'
    ? (line.row.phone ?? line.row.patient?.phone ?? null)
    : (line.row.patient?.phone ?? null);

const nameOf = (line: Waiting): string => {
  if (line.kind === 'callback' && line.row.answersProfessional) return line.row.callerName ?? '';
  const { patient, callerName } = line.row;
  return patient === null ? (callerName ?? 'Personne non précisée') : shortName(patient.displayName);
};

const attemptsText = (attempts: number, last: string): string =>
  attempts === 1 ? `1 essai, ${last}` : `${attempts} essais, le dernier ${last}`;

/** One promise: the number large, what to say, by when, whose it is; under the cursor, one key an act. */
export const WaitingRow = ({ line, active, onFocus, onMoveTo, refTo }: Props) => {
  const now = useNow();
  const zone = useZone();
  const owners = useOwners();
  const acts = useCallbackActs();
  const [form, setForm] = useState<Form | null>(null);
  const own = useRef<HTMLElement | null>(null);
  const phone = phoneOf(line);
  const late = latenessText(line.row.due, Date.now());
  const due = `avant ${deadlineText(line.row.due, now, zone)}`;

  useEffect(() => {
    if (form !== null) own.current?.scrollIntoView({ block: 'nearest' });
  }, [form]);

  const closeForm = () => {
    setForm(null);
    own.current?.focus();
  };
  // What writes waits for what is being written; a form opens meanwhile, or the key would be lost.
  const once = (act: () => void) => () => {
    if (!acts.pending) act();
  };
  const letters: Readonly<Record<string, () => void>> =
    line.kind === 'callback'
      ? {
          Enter: () => setForm('main'),
          n: once(() => acts.tried(line.row)),
          d: () => setForm('give'),
          e: () => setForm('due'),
          i: once(() => acts.unreachable(line.row)),
          x: once(() => acts.withdrawn(line.row)),
        }
      : {
          Enter: () => setForm('main'),
          d: () => setForm('give'),
          o: () => resume(line.row),
        };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && form !== null) {
      event.preventDefault();
      event.stopPropagation();
      return closeForm();
    }
    if (event.target !== event.currentTarget || event.repeat) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const act = letters[meantKey(event)];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  const about = line.kind === 'callback' ? aboutText(line.row) : line.row.wish;
  const facts = [
    ...(line.kind === 'callback' && line.row.answersProfessional ? [answerText(line.row)] : []),
    ...(line.kind === 'message' ? [matterText(line.row)] : []),
    owners.nameOf(line.row.owner),
    ...(line.kind === 'callback' && line.row.lastAttemptAt !== null
      ? [attemptsText(line.row.attempts, momentText(line.row.lastAttemptAt, now, zone))]
      : []),
  ];
  return (
    <li
      className="waiting-row"
      data-kind={line.kind}
      data-active={active || undefined}
      data-late={late !== null || undefined}
      tabIndex={active ? 0 : -1}
      ref={(element) => {
        own.current = element;
        refTo(element);
      }}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      aria-label={[nameOf(line), late ?? due, ...facts].join(', ')}
    >
      <span className="waiting-who">
        <strong className="pv-name">{nameOf(line)}</strong>
        {phone === null ? (
          <span className="waiting-phone">sans numéro</span>
        ) : (
          <span className="waiting-phone pv-name" data-known>
            {phonePairs(phone)}
          </span>
        )}
      </span>
      <span className="waiting-due">
        {late === null ? (
          <span>{due}</span>
        ) : (
          <StatusChip tone="red" shape="triangle">
            {late}
          </StatusChip>
        )}
      </span>
      <span className="waiting-facts">
        {about === null ? null : <span className="waiting-about pv-name">«&nbsp;{about}&nbsp;»</span>}
        <span>{facts.join(' · ')}</span>
      </span>
      {active && form === null ? (
        <span className="waiting-acts">
          {line.kind === 'callback' ? (
            <>
              <ActButton main shortcut="Entrée" onAct={() => setForm('main')}>
                Joint…
              </ActButton>
              <ActButton shortcut="N" onAct={() => acts.tried(line.row)}>
                Pas de réponse
              </ActButton>
              <ActButton shortcut="D" onAct={() => setForm('give')}>
                Donner à…
              </ActButton>
              <ActButton shortcut="E" onAct={() => setForm('due')}>
                Échéance
              </ActButton>
              {line.row.attempts > 0 ? (
                <ActButton shortcut="I" onAct={() => acts.unreachable(line.row)}>
                  Injoignable
                </ActButton>
              ) : null}
              <ActButton shortcut="X" onAct={() => acts.withdrawn(line.row)}>
                Plus souhaité
              </ActButton>
            </>
          ) : (
            <>
              <ActButton main shortcut="Entrée" onAct={() => setForm('main')}>
                Réponse…
              </ActButton>
              <ActButton shortcut="D" onAct={() => setForm('give')}>
                Donner à…
              </ActButton>
              <ActButton shortcut="O" onAct={() => resume(line.row)}>
                Ouvrir la demande
              </ActButton>
            </>
          )}
        </span>
      ) : null}
      {form === null ? null : (
        <div className="waiting-form">
          {form === 'main' && line.kind === 'callback' ? (
            <KeptForm row={line.row} onDone={closeForm} />
          ) : null}
          {form === 'main' && line.kind === 'message' ? (
            <AnswerForm row={line.row} onDone={closeForm} onMoveTo={onMoveTo} />
          ) : null}
          {form === 'give' ? <GiveForm line={line} onDone={closeForm} /> : null}
          {form === 'due' && line.kind === 'callback' ? <DueForm row={line.row} onDone={closeForm} /> : null}
        </div>
      )}
    </li>
  );
};
