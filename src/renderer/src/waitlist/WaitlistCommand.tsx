import { useCommand } from '../app/shortcuts/registry.ts';
import { goToView } from './go.ts';

/** F4, from anywhere. */
export const WaitlistCommand = () => {
  useCommand('waitlists', () => goToView('registration'));
  return null;
};
