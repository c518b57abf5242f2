import { useState } from 'react';
import type { Appointment } from '../../../../contract/agenda.ts';
import type { Candidate, GivenPlaces, Offer } from '../../../../contract/waitlist-offers.ts';
import { PersonLine } from '../../agenda/person/PersonLine.tsx';
import { useZone } from '../../app/now.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Notice } from '../../ui/Notice.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { heldText } from '../freed/text.ts';
import { useInitials } from '../freed/use-freed.ts';
import { FirstAppointment } from './FirstAppointment.tsx';
import { PromiseCall } from './PromiseCall.tsx';
import type { TakenOn } from './Taken.tsx';
import { useTake } from './use-take.ts';

interface Props {
  readonly line: Candidate;
  readonly offer: Offer;
  readonly places: GivenPlaces;
  readonly onTaken: (what: TakenOn) => void;
  readonly onBack: () => void;
}

/** She says yes: a first appointment now, or a call that says when; never neither. */
export const TakeOn = ({ line, offer, places, onTaken, onBack }: Props) => {
  const zone = useZone();
  const initialsOf = useInitials();
  const [promising, setPromising] = useState(false);
  const { patient } = line.entry;
  const take = useTake(offer, (what) =>
    onTaken({ patient, places: what.places, appointment: what.appointment as Appointment | null }),
  );
  const turn = (to: boolean) => {
    take.forget();
    setPromising(to);
  };
  useCommand('back', () => (promising ? turn(false) : onBack()));
  const head = (
    <>
      <header className="freed-head">
        <PersonLine person={patient} />
        <p className="freed-held">
          <StatusChip tone="violet" shape="square">
            {heldText(offer, initialsOf(offer.offeredBy), zone)}
          </StatusChip>
        </p>
      </header>
      {take.trouble === null ? null : (
        <Notice tone={take.trouble.busy ? 'amber' : 'red'} title={take.trouble.text.title}>
          {take.trouble.busy
            ? 'La place reste retenue. Si la personne vient quand même : Entrée de nouveau.'
            : take.trouble.text.body}
        </Notice>
      )}
    </>
  );
  return promising ? (
    <PromiseCall head={head} take={take} onBack={() => turn(false)} />
  ) : (
    <FirstAppointment
      head={head}
      take={take}
      patientId={patient.id}
      practitionerId={places.practitionerId}
      onPromise={() => turn(true)}
    />
  );
};
