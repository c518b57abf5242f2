import { StatusChip } from '../ui/StatusChip.tsx';
import { useKept } from './kept.ts';

/** Discreet: nothing is lost, and nobody has anything to do but sit down or free the disk. */
export const KeptCount = () => {
  const count = useKept(({ lines }) => lines.length);
  if (count === 0) return null;
  return (
    <span
      role="status"
      title="Gardé dans cette page ; écrit dès que le fichier de la maison le permet et que quelqu’un est au poste."
    >
      <StatusChip tone="amber" shape="square">
        {count === 1 ? '1 ligne à écrire' : `${count} lignes à écrire`}
      </StatusChip>
    </span>
  );
};
