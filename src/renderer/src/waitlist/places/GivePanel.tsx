import type { PractitionerId } from '../../../../contract/ids.ts';
import { usePanel } from '../../app/panel.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { useSeat } from '../../refusals/seat.ts';
import { Panel } from '../../ui/Panel.tsx';
import { GiveForm } from './GiveForm.tsx';
import '../freed/freed.css';
import './places.css';

/** « Dr Nguyen rouvre 5 places »: her list is full, and she takes a few more until a day. */
export const GivePanel = ({ practitionerId }: { readonly practitionerId: PractitionerId | null }) => {
  const close = usePanel((state) => state.close);
  const seat = useSeat();
  useCommand('back', close);
  return (
    <Panel title="Donner des places" onClose={close}>
      <GiveForm
        key={seat.practitionerId}
        first={seat.practitionerId ?? practitionerId}
        own={seat.practitionerId}
      />
    </Panel>
  );
};
