import { localNow } from '../../../../contract/time.ts';
import type { UrgencyCard } from '../../../../contract/urgency.ts';
import { exampleCard } from '../../../../contract/urgency-example.ts';
import { useHouse } from '../../app/now.ts';
import { dayText } from '../../ui/dates.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useTeam } from '../known-card.ts';
import { differenceOf } from './diff.ts';

interface Props {
  /** The latest first. */
  readonly cards: readonly UrgencyCard[];
  readonly inForce: UrgencyCard;
}

const Changes = ({ before, card }: { readonly before: UrgencyCard; readonly card: UrgencyCard }) => {
  const { added, removed, reordered } = differenceOf(before.redFlags, card.redFlags);
  const from = before.number === 0 ? 'l’exemple' : `la version ${before.number}`;
  if (added.length + removed.length === 0)
    return (
      <p className="set-quiet">{reordered ? `Autre ordre que ${from}.` : `Le même texte que ${from}.`}</p>
    );
  return (
    <ul className="urg-set-changes" aria-label={`Ce qui change depuis ${from}`}>
      {added.map((sign) => (
        <li key={sign} data-change="added">
          <b aria-hidden="true">+</b> <ins>{sign}</ins>
        </li>
      ))}
      {removed.map((sign) => (
        <li key={sign} data-change="removed">
          <b aria-hidden="true">−</b> <del>{sign}</del>
        </li>
      ))}
    </ul>
  );
};

/** Every version, with what it changed and who signed it: nothing is overwritten. */
export const CardHistory = ({ cards, inForce }: Props) => {
  const team = useTeam();
  const zone = useHouse()?.zone ?? 'Europe/Paris';
  const signature = ({ signedBy, signedOn, reviewDue }: UrgencyCard): string => {
    if (signedOn === null || reviewDue === null) return 'Non signée';
    const who = team.find(({ id }) => id === signedBy)?.name ?? 'un praticien qui n’est plus là';
    return `Signée par ${who} le ${dayText(signedOn, 'numeric')}, à revoir le ${dayText(reviewDue, 'numeric')}`;
  };
  const written = ({ author, writtenAt }: UrgencyCard): string =>
    writtenAt === null ? author : `${author}, le ${dayText(localNow(writtenAt, zone).day, 'numeric')}`;
  return (
    <div className="set-card">
      <h3 className="set-card-title">Versions</h3>
      <ol className="urg-set-versions">
        {cards.map((card, index) => (
          <li key={card.number}>
            <p className="urg-set-line">
              <b>{card.number === 0 ? 'Exemple' : `Version ${card.number}`}</b>
              {card.number === inForce.number ? (
                <StatusChip tone="brand" shape="check">
                  Affichée par F8
                </StatusChip>
              ) : null}
            </p>
            <p className="set-quiet">
              {signature(card)}. Écrite par {written(card)}.
            </p>
            {card.number === 0 ? null : <Changes before={cards[index + 1] ?? exampleCard} card={card} />}
            <details open={index === 0}>
              <summary>{card.redFlags.length} signes</summary>
              <ol className="urg-set-signs">
                {card.redFlags.map((sign) => (
                  <li key={sign}>{sign}</li>
                ))}
              </ol>
            </details>
          </li>
        ))}
      </ol>
    </div>
  );
};
