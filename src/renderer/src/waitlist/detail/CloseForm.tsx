import type { KeyboardEvent } from 'react';
import type { SaidEnd, WaitlistEntry } from '../../../../contract/waitlist.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { codesOf } from '../../requests/words.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { useEntryActs } from '../use-acts.ts';
import { saidEnds } from '../words.ts';

interface Props {
  readonly entry: WaitlistEntry;
  readonly onDone: () => void;
}

const reasons = codesOf(saidEnds);

/** Why she leaves the list: one digit, and it is done. Ctrl+Z brings her back. */
export const CloseForm = ({ entry, onDone }: Props) => {
  const acts = useEntryActs();
  const field = useFocusOnMount<HTMLElement>();
  useCommand('back', onDone);
  const close = (reason: SaidEnd | undefined) => {
    if (reason !== undefined && !acts.pending) acts.close(entry, reason, onDone);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const key = meantKey(event);
    if (!/^[1-9]$/.test(key)) return;
    event.preventDefault();
    event.stopPropagation();
    close(reasons[Number(key) - 1]);
  };
  return (
    <section
      ref={field}
      tabIndex={-1}
      className="wl-close"
      aria-label="Fin de l’inscription"
      onKeyDown={onKeyDown}
    >
      <ChipRow label="Pourquoi l’inscription s’arrête">
        {reasons.map((reason, index) => (
          <Chip key={reason} shortcut={String(index + 1)} chosen={false} onChoose={() => close(reason)}>
            {saidEnds[reason]}
          </Chip>
        ))}
      </ChipRow>
      <p className="wl-note">
        <Kbd>Échap</Kbd> pour la garder. <Kbd>Ctrl Z</Kbd> la remet à sa place.
      </p>
    </section>
  );
};
