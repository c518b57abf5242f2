import type { LocalNow } from '../../../contract/time.ts';
import { CommandHint } from '../app/shortcuts/CommandButton.tsx';
import { runCommand } from '../app/shortcuts/registry.ts';

/** From then on the strip says that the night has to be told. */
const EVENING = 17 * 60;

export const EveningWay = ({ now }: { readonly now: LocalNow }) =>
  now.minute < EVENING ? null : (
    <button type="button" className="strip-way" onClick={() => runCommand('handover')}>
      Passation <CommandHint command="handover" />
    </button>
  );
