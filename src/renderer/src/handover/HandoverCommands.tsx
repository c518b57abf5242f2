import { usePanel } from '../app/panel.ts';
import { useCommand } from '../app/shortcuts/registry.ts';

/** The evening's hand-over opens beside whatever is on screen. */
export const HandoverCommands = () => {
  const open = usePanel((state) => state.open);
  useCommand('handover', () => open({ kind: 'handover' }));
  return null;
};
