import type { UrgencyCardToday } from '../../../../contract/urgency.ts';
import { dayText } from '../../ui/dates.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Teammate } from '../known-card.ts';
import { cardWarning } from '../words.ts';

interface Props {
  readonly card: UrgencyCardToday;
  readonly team: readonly Teammate[];
}

const provenance = ({ inForce }: UrgencyCardToday, team: readonly Teammate[]): string => {
  if (inForce.signedOn === null || inForce.reviewDue === null) return `Écrite par ${inForce.author}`;
  const signer = team.find(({ id }) => id === inForce.signedBy)?.name ?? 'un praticien de la maison';
  return `Carte n° ${inForce.number}, signée par ${signer} le ${dayText(inForce.signedOn, 'numeric')}, à revoir le ${dayText(inForce.reviewDue, 'numeric')}`;
};

/** The practitioners' own list, in their order. Nothing is ticked and nothing is counted. */
export const Signs = ({ card, team }: Props) => {
  const warning = cardWarning(card);
  return (
    <section className="urg-signs" aria-labelledby="urg-signs-title">
      <h2 id="urg-signs-title">Un seul de ces signes, ou un doute : c’est le 15</h2>
      {warning === null ? null : (
        <Notice tone="amber" title={warning.title}>
          {warning.body}
        </Notice>
      )}
      <ul>
        {card.inForce.redFlags.map((sign) => (
          <li key={sign}>{sign}</li>
        ))}
      </ul>
      <p className="urg-provenance">{provenance(card, team)}</p>
    </section>
  );
};
