import { usePanel } from '../app/panel.ts';
import { navigate } from '../app/router.ts';
import { useCommand } from '../app/shortcuts/registry.ts';

import { RETURN_PATH } from './ReturnWay.tsx';

/** The evening's hand-over opens beside whatever is on screen. */
export const HandoverCommands = () => {
  const open = usePanel((state) => state.open);
  useCommand('handover', () => open({ kind: 'handover' }));
  useCommand('night-return', () => navigate(RETURN_PATH));
  return null;
};
