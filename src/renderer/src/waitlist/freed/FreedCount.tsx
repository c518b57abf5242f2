import { usePanel } from '../../app/panel.ts';
import { CommandHint } from '../../app/shortcuts/CommandButton.tsx';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { useFreed } from './use-freed.ts';

/** How many places came free and wait for somebody. None: nothing is said. */
export const FreedCount = () => {
  const count = useFreed().length;
  const open = () => usePanel.getState().open({ kind: 'freed-list' });
  useCommand('freed', open, count > 0);
  if (count === 0) return null;
  return (
    <button type="button" className="strip-way" onClick={open}>
      {count === 1 ? 'Créneau libéré' : 'Créneaux libérés'} <b>{count}</b> <CommandHint command="freed" />
    </button>
  );
};
