import { CallPanel } from '../agenda/booking/CallPanel.tsx';
import { AppointmentPanel } from '../agenda/card/AppointmentPanel.tsx';
import { PatientPanel } from '../agenda/person/PatientPanel.tsx';
import { PrintPanel } from '../agenda/print/PrintPanel.tsx';
import { WaitingRoomPanel } from '../agenda/room/WaitingRoomPanel.tsx';
import { EveningPanel } from '../handover/evening/EveningPanel.tsx';
import { RefusalPanel } from '../refusals/panel/RefusalPanel.tsx';
import { CallbacksPanel } from '../requests/callbacks/CallbacksPanel.tsx';
import { ReservePanel } from '../unscheduled/reserve/ReservePanel.tsx';
import { FreedListPanel } from '../waitlist/freed/FreedListPanel.tsx';
import { FreedPanel } from '../waitlist/freed/FreedPanel.tsx';
import { CallsPanel } from '../waitlist/places/CallsPanel.tsx';
import { GivePanel } from '../waitlist/places/GivePanel.tsx';
import { PlacesPanel } from '../waitlist/places/PlacesPanel.tsx';
import type { PanelContent } from './panel.ts';

/** What the right-hand panel shows for each kind of content. */
export const PanelContents = ({ content }: { readonly content: PanelContent }) => {
  switch (content.kind) {
    case 'call':
      return <CallPanel />;
    case 'appointment':
      return <AppointmentPanel id={content.id} cancelling={content.cancelling === true} />;
    case 'patient':
      return <PatientPanel id={content.id} />;
    case 'refusal':
      return <RefusalPanel requestId={content.requestId} />;
    case 'reserve':
      return (
        <ReservePanel key={`${content.day} ${content.giveTo}`} day={content.day} giveTo={content.giveTo} />
      );
    case 'print':
      return (
        <PrintPanel
          key={`${content.day} ${content.practitionerId}`}
          day={content.day}
          practitionerId={content.practitionerId}
        />
      );
    case 'handover':
      return <EveningPanel />;
    case 'room':
      return <WaitingRoomPanel />;
    case 'callbacks':
      return <CallbacksPanel />;
    case 'freed':
      return <FreedPanel key={content.id} id={content.id} />;
    case 'freed-list':
      return <FreedListPanel />;
    case 'places':
      return <PlacesPanel />;
    case 'give-places':
      return <GivePanel key={content.practitionerId} practitionerId={content.practitionerId} />;
    case 'given-places':
      return <CallsPanel key={content.id} id={content.id} />;
  }
};
