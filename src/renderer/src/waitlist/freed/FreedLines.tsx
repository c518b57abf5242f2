import type { LocalNow } from '../../../../contract/time.ts';
import type { FreedSlot } from '../../../../contract/waitlist-offers.ts';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { usePanel } from '../../app/panel.ts';
import { useLineCursor } from '../../requests/callbacks/use-line-cursor.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { causeText, heldText, matchingText, placeTitle } from './text.ts';
import { useInitials } from './use-freed.ts';

interface Props {
  readonly slots: readonly FreedSlot[];
  readonly now: LocalNow;
  readonly zone: string;
}

/** Arrows walk, Enter opens the names. */
export const FreedLines = ({ slots, now, zone }: Props) => {
  const practitioners = usePractitioners();
  const initialsOf = useInitials();
  const open = usePanel((state) => state.open);
  const cursor = useLineCursor(
    slots.map(({ id }) => ({ key: String(id) })),
    null,
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows walk the lines inside; each line is focusable itself.
    <div onKeyDown={cursor.onKey}>
      <ul className="freed-lines" aria-label="Créneaux à proposer">
        {slots.map((slot) => {
          const key = String(slot.id);
          const active = key === cursor.active;
          const who = practitioners.find(({ id }) => id === slot.practitionerId);
          return (
            <li key={key}>
              <button
                type="button"
                className="waiting-row freed-place"
                data-active={active || undefined}
                tabIndex={active ? 0 : -1}
                ref={(element) => cursor.hold(key, element)}
                onFocus={() => cursor.move(key)}
                onClick={() => open({ kind: 'freed', id: slot.id })}
              >
                <strong>{placeTitle(slot)}</strong>
                {active ? <Kbd>Entrée</Kbd> : null}
                <span className="waiting-facts">
                  <span>
                    {who === undefined ? '' : `${practitionerName(who)} · `}
                    {slot.offer === null
                      ? matchingText(slot.matching)
                      : heldText(slot.offer, initialsOf(slot.offer.offeredBy), zone)}
                  </span>
                  <span>{causeText(slot, now, zone)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
