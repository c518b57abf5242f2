import { useCommand } from '../../app/shortcuts/registry.ts';
import { Panel } from '../../ui/Panel.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { CascadeStep } from '../../unscheduled/cascade/CascadeStep.tsx';
import { CallClock } from './CallClock.tsx';
import { findSlots, goBack, leaveCall, promiseCallback, useCall } from './call.ts';
import { ConfirmStep } from './confirm/ConfirmStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { callTitle, type Draft } from './draft.ts';
import { OpenedOn } from './OpenedOn.tsx';
import { OutcomeStep } from './outcome/OutcomeStep.tsx';
import { PersonStep } from './PersonStep.tsx';
import { SummaryStep } from './SummaryStep.tsx';
import { SlotStep } from './slots/SlotStep.tsx';
import './booking.css';

const StepBody = ({ draft }: { readonly draft: Draft }) => {
  switch (draft.step) {
    case 'person':
      return <PersonStep draft={draft} />;
    case 'summary':
      return <SummaryStep draft={draft} />;
    case 'cascade':
      return <CascadeStep draft={draft} />;
    case 'slots':
      return <SlotStep draft={draft} />;
    case 'confirm':
      return <ConfirmStep draft={draft} />;
    case 'outcome':
      return <OutcomeStep draft={draft} />;
    case 'done':
      return <DoneStep draft={draft} />;
  }
};

/** The call in hand. Each step brings its own body and foot; the head stays. */
export const CallPanel = () => {
  const draft = useCall((state) => state.draft);
  useCommand('back', goBack, draft !== null);
  useCommand('slots.find', findSlots, draft !== null && draft.step !== 'done');
  useCommand('callbacks', promiseCallback);
  if (draft === null) return null;
  const clock =
    draft.purpose === 'book' && draft.step !== 'done' ? (
      <StatusChip tone="amber">
        {draft.takenUp === null ? <CallClock since={draft.startedAt} /> : <OpenedOn at={draft.takenUp} />}
      </StatusChip>
    ) : null;
  return (
    <Panel key={draft.key} title={callTitle(draft)} aside={clock} onClose={leaveCall}>
      <StepBody draft={draft} />
    </Panel>
  );
};
