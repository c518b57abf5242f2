import { useState } from 'react';
import { returnToCall, useCall } from '../../agenda/booking/call.ts';
import { usePanel } from '../../app/panel.ts';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Panel, PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { CallbackList } from './CallbackList.tsx';

/** F7, from anywhere: beside the day, never in front of it. Échap goes back to the call in hand, if there is one. */
export const CallbacksPanel = () => {
  const [first] = useState(() => {
    const { draft } = useCall.getState();
    return draft?.step === 'done' ? draft.requestId : null;
  });
  useCommand('back', returnToCall);
  return (
    <Panel title="À rappeler" onClose={usePanel.getState().close}>
      <PanelBody>
        <CallbackList first={first} />
      </PanelBody>
      <PanelFoot>
        <CommandButton command="request.new" variant="default" />
      </PanelFoot>
    </Panel>
  );
};

/** The key, from any screen. */
export const CallbacksCommand = () => {
  useCommand('callbacks', () => usePanel.getState().open({ kind: 'callbacks' }));
  return null;
};
