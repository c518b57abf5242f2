import { hashOf } from '../app/router.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { useCard } from './known-card.ts';

/** On the home strip: nobody should learn in the middle of a call that the card was to be signed. */
export const CardNotice = () => {
  const { status } = useCard();
  if (status === 'signed') return null;
  return (
    <a className="strip-way" href={hashOf('reglages/urgence')}>
      <StatusChip tone="amber" shape="triangle">
        {status === 'overdue' ? 'Carte d’urgence à revoir' : 'Carte d’urgence à faire signer'}
      </StatusChip>
    </a>
  );
};
