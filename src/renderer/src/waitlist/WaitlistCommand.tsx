import { usePanel } from '../app/panel.ts';
import { useCommand } from '../app/shortcuts/registry.ts';
import { goToView } from './go.ts';

/** F4, from anywhere; and the places that practitioners give, from the search. */
export const WaitlistCommand = () => {
  useCommand('waitlists', () => goToView('registration'));
  useCommand('places', () => usePanel.getState().open({ kind: 'give-places', practitionerId: null }));
  return null;
};
