import type { Instant } from '../../../../contract/time.ts';
import type { Candidate, GivenPlaces } from '../../../../contract/waitlist-offers.ts';
import { practitionerFullName } from '../../agenda/practitioner-name.ts';
import { shortName } from '../../agenda/short-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { useZone } from '../../app/now.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { heldText } from '../freed/text.ts';
import { useInitials } from '../freed/use-freed.ts';
import { Meter } from './Meter.tsx';
import { standingOffer } from './text.ts';

interface Props {
  readonly places: GivenPlaces;
  /** Whom somebody is on the phone with. */
  readonly inHand: Candidate | null;
  readonly now: Instant;
}

/** Whose places, how far they are used, and whether one is being kept right now. */
export const GivenHead = ({ places, inHand, now }: Props) => {
  const zone = useZone();
  const who = usePractitioners().find(({ id }) => id === places.practitionerId);
  const initialsOf = useInitials();
  const offer = inHand === null ? null : standingOffer(inHand, now);
  return (
    <header className="freed-head">
      <h3>{who === undefined ? 'Praticien parti' : practitionerFullName(who)}</h3>
      <Meter places={places} />
      {offer === null || inHand === null ? null : (
        <p className="freed-held" role="status">
          <StatusChip tone="violet" shape="square">
            {heldText(offer, initialsOf(offer.offeredBy), zone)}
          </StatusChip>
          <span className="pv-name">{shortName(inHand.entry.patient.displayName)}</span>
        </p>
      )}
    </header>
  );
};
