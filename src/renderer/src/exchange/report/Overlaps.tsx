import { Card } from './Card.tsx';
import { Codes } from './Codes.tsx';

/** Two patients promised one place: both keep it, and the card says so. */
export const Overlaps = ({ codes }: { readonly codes: readonly string[] }) =>
  codes.length === 0 ? null : (
    <Card
      title={codes.length < 2 ? 'rendez-vous en chevauche un autre' : 'rendez-vous en chevauchent un autre'}
      count={codes.length}
      tone="violet"
      shape="square"
    >
      <p className="imp-card-text">
        Gardés comme l’ancien agenda les avait donnés, et marqués « surbooking ».
      </p>
      <Codes codes={codes} of="chevauchements" shown={8} />
    </Card>
  );
