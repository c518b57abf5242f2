import { useCall } from '../agenda/booking/call.ts';
import { useCommand } from '../app/shortcuts/registry.ts';
import { refuseInHand } from './go.ts';

/** F6 from anywhere, while a call is in hand and something was said that a refusal can be about. */
export const RefusalCommand = () => {
  const ready = useCall(
    ({ draft }) =>
      draft !== null && draft.purpose === 'book' && draft.step !== 'person' && draft.step !== 'done',
  );
  useCommand('refusal', refuseInHand, ready);
  return null;
};
