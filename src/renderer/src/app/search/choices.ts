import type { PatientSummary } from '../../../../contract/patients.ts';
import { beginWords } from '../../ui/words.ts';
import { usePanel } from '../panel.ts';
import { navigate } from '../router.ts';
import { screens } from '../screens.tsx';
import { type CommandId, commandIds, specOf } from '../shortcuts/commands.ts';
import { runCommand, useRegistry } from '../shortcuts/registry.ts';

export type SearchChoice = { readonly key: string; readonly run: () => void } & (
  | { readonly kind: 'person'; readonly person: PatientSummary }
  | { readonly kind: 'command'; readonly command: CommandId; readonly label: string }
  | { readonly kind: 'screen'; readonly label: string }
);

/** People first; commands that somebody answers now; screens that exist. */
export const choicesFor = (text: string, people: readonly PatientSummary[]): readonly SearchChoice[] => {
  const { stacks } = useRegistry.getState();
  const commands = commandIds
    .filter(
      (id) =>
        specOf(id).hidden === undefined &&
        (stacks[id]?.length ?? 0) > 0 &&
        beginWords(specOf(id).label, text),
    )
    .map(
      (command): SearchChoice => ({
        kind: 'command',
        key: command,
        command,
        label: specOf(command).label,
        run: () => runCommand(command),
      }),
    );
  const places = screens
    .filter((screen) => screen.component !== null && beginWords(screen.label, text))
    .map(
      (screen): SearchChoice => ({
        kind: 'screen',
        key: screen.path,
        label: screen.label,
        run: () => navigate(screen.path),
      }),
    );
  return [
    ...people.map(
      (person): SearchChoice => ({
        kind: 'person',
        key: `p${person.id}`,
        person,
        run: () => usePanel.getState().open({ kind: 'patient', id: person.id }),
      }),
    ),
    ...commands,
    ...places,
  ];
};
