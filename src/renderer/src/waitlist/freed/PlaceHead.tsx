import type { LocalNow } from '../../../../contract/time.ts';
import type { Candidate, FreedSlot, Offer } from '../../../../contract/waitlist-offers.ts';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { shortName } from '../../agenda/short-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { causeText, heldText, placeTitle } from './text.ts';
import { useInitials } from './use-freed.ts';
import { servedLabels } from './words.ts';

interface Props {
  readonly slot: FreedSlot;
  /** Standing now. */
  readonly offer: Offer | null;
  /** Whom it is offered to. */
  readonly who: Candidate | null;
  readonly now: LocalNow;
  readonly zone: string;
}

/** Which place, why it is free, and whether somebody is on the phone about it. */
export const PlaceHead = ({ slot, offer, who, now, zone }: Props) => {
  const practitioner = usePractitioners().find(({ id }) => id === slot.practitionerId);
  const initialsOf = useInitials();
  return (
    <header className="freed-head">
      <h3>{placeTitle(slot)}</h3>
      <p>
        {practitioner === undefined ? '' : `${practitionerName(practitioner)}, `}
        {servedLabels[slot.serves]}
      </p>
      <p className="freed-soft">{causeText(slot, now, zone)}</p>
      {offer === null ? null : (
        <p className="freed-held" role="status">
          <StatusChip tone="violet" shape="square">
            {heldText(offer, initialsOf(offer.offeredBy), zone)}
          </StatusChip>
          {who === null ? null : <span className="pv-name">{shortName(who.entry.patient.displayName)}</span>}
        </p>
      )}
    </header>
  );
};
