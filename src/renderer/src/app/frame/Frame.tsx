import { Loader } from '@mantine/core';
import { Suspense, useEffect } from 'react';
import { AgendaCommands } from '../../agenda/AgendaCommands.tsx';
import { GlanceOverlay } from '../../agenda/glance/GlanceOverlay.tsx';
import { PrintCommand } from '../../agenda/print/PrintCommand.tsx';
import { RoomCommand } from '../../agenda/room/RoomCommand.tsx';
import { HandoverCommands } from '../../handover/HandoverCommands.tsx';
import { RefusalCommand } from '../../refusals/RefusalCommand.tsx';
import { CallbacksCommand } from '../../requests/callbacks/CallbacksPanel.tsx';
import { UrgencyBanner } from '../../urgency/banner/UrgencyBanner.tsx';
import { WaitlistCommand } from '../../waitlist/WaitlistCommand.tsx';
import { usePanel } from '../panel.ts';
import { PanelContents } from '../panels.tsx';
import { navigate, useRoute } from '../router.ts';
import { HOME, screenAt } from '../screens.tsx';
import { GlobalCommands } from './GlobalCommands.tsx';
import { Rail } from './Rail.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { TopBar } from './TopBar.tsx';
import './frame.css';

/** The rail, the bar, the screen, and the panel that never hides it. */
export const Frame = () => {
  const { path } = useRoute();
  const screen = screenAt(path);
  const content = usePanel((state) => state.content);
  useEffect(() => {
    if (screen === null) navigate(HOME, {}, 'replace');
  }, [screen]);
  const Body = screen?.component ?? null;
  return (
    <div className="frame" data-panel={content !== null || undefined}>
      <GlobalCommands />
      <AgendaCommands />
      <CallbacksCommand />
      <RefusalCommand />
      <RoomCommand />
      <PrintCommand />
      <HandoverCommands />
      <WaitlistCommand />
      <GlanceOverlay />
      <Rail current={screen?.under ?? screen?.path ?? HOME} />
      <TopBar />
      <UrgencyBanner />
      <main className="frame-main" aria-label={screen?.label ?? 'Journée'}>
        <ScreenBoundary key={path}>
          <Suspense fallback={<Loader className="frame-loader" aria-label="Chargement" />}>
            {Body === null ? null : <Body />}
          </Suspense>
        </ScreenBoundary>
      </main>
      {content === null ? null : (
        <ScreenBoundary key={content.kind}>
          <PanelContents content={content} />
        </ScreenBoundary>
      )}
    </div>
  );
};
