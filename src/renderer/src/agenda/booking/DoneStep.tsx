import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { capitalised } from '../../ui/dates.ts';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { AdviceNotes } from './confirm/AdviceNotes.tsx';
import type { Draft, Achieved as What } from './draft.ts';

/** Saved. The sentence to read back, large, and what the person must know. */
export const DoneStep = ({ draft }: { readonly draft: Draft }) => {
  const body = useFocusOnMount<HTMLElement>();
  if (draft.achieved !== null) return <Achieved draft={draft} achieved={draft.achieved} />;
  if (draft.done === null) return null;
  const { advice, appointment } = draft.done;
  return (
    <>
      <PanelBody ref={body} tabIndex={-1}>
        <div>
          <StatusChip tone="green" shape="check">
            {draft.purpose === 'move' ? 'Rendez-vous déplacé' : 'Rendez-vous enregistré'}
          </StatusChip>
        </div>
        <p className="read-back" role="status">
          <span className="read-back-hint">À relire à voix haute</span>
          {capitalised(advice.readBack)}
        </p>
        <p className="pv-name">
          {appointment.patient.displayName} · {appointment.typeName}
        </p>
        <AdviceNotes advice={advice} />
      </PanelBody>
      <PanelFoot>
        <CommandButton command="request.new" />
      </PanelFoot>
    </>
  );
};

/** Ended otherwise, or left with somebody: what was achieved, and what to say before hanging up. */
const Achieved = ({ draft, achieved }: { readonly draft: Draft; readonly achieved: What }) => {
  const body = useFocusOnMount<HTMLElement>();
  return (
    <>
      <PanelBody ref={body} tabIndex={-1}>
        <div>
          <StatusChip tone="green" shape="check">
            {achieved.title}
          </StatusChip>
        </div>
        {achieved.say === null ? null : (
          <p className="read-back" role="status">
            <span className="read-back-hint">À dire avant de raccrocher</span>
            {achieved.say}
          </p>
        )}
        {draft.patient === null ? null : <p className="pv-name">{draft.patient.displayName}</p>}
        {achieved.note === null ? null : <p className="achieved-note">{achieved.note}</p>}
      </PanelBody>
      <PanelFoot>
        <CommandButton command="request.new" />
        <CommandButton command="callbacks" variant="default" />
      </PanelFoot>
    </>
  );
};
