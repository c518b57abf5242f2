import type { KeyboardEvent } from 'react';
import { meantKey } from '../../../app/shortcuts/meant-key.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { PanelBody } from '../../../ui/Panel.tsx';
import { useFocusOnMount } from '../../../ui/use-focus.ts';
import { useListCursor } from '../../../ui/use-list.ts';
import { PersonCard } from '../../person/PersonCard.tsx';
import { endWith } from '../call.ts';
import type { Draft } from '../draft.ts';
import { EndingForm } from './EndingForm.tsx';
import { type EndingKind, endings } from './ending.ts';
import './outcome.css';

/** No request is closed without one of these: first which, then what it needs. */
export const OutcomeStep = ({ draft }: { readonly draft: Draft }) =>
  draft.ending.kind === null ? (
    <WhichEnding draft={draft} />
  ) : (
    <EndingForm key={draft.ending.kind} draft={draft} kind={draft.ending.kind} />
  );

/** What needs a person to be written down for. */
const NEEDS_PERSON: readonly EndingKind[] = ['registration-list', 'earlier-list'];

const WhichEnding = ({ draft }: { readonly draft: Draft }) => {
  const body = useFocusOnMount<HTMLElement>();
  const possible = endings.filter(({ kind }) => draft.patient !== null || !NEEDS_PERSON.includes(kind));
  const cursor = useListCursor(possible.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || cursor.onKey(event)) return;
    const key = meantKey(event);
    const chosen = event.key === 'Enter' ? possible[cursor.active] : possible[Number(key) - 1];
    if (chosen === undefined || event.repeat) return;
    event.preventDefault();
    endWith(chosen.kind);
  };
  return (
    <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Comment finit la demande ?">
      {draft.patient === null ? null : <PersonCard person={draft.patient} />}
      <section className="endings">
        <h3>Comment finit la demande&nbsp;?</h3>
        <ul>
          {possible.map(({ kind, label, hint }, index) => (
            <li key={kind}>
              <button
                type="button"
                tabIndex={-1}
                aria-current={index === cursor.active || undefined}
                aria-keyshortcuts={String(index + 1)}
                onClick={() => endWith(kind)}
              >
                <Kbd>{String(index + 1)}</Kbd>
                <span>{label}</span>
                <small>{hint}</small>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </PanelBody>
  );
};
