import type { UrgencyCardToday } from '../../../contract/urgency.ts';
import { Chip, ChipRow } from '../ui/Chip.tsx';
import './signs.css';

interface Props {
  readonly inUse: UrgencyCardToday;
  readonly error: string | null;
  readonly onNo: () => void;
  /** Yes, or doubt: the card takes the whole screen. */
  readonly onCard: () => void;
}

/** The first question, always: the practitioners' own list, and one key. */
export const SignsQuestion = ({ inUse, error, onNo, onCard }: Props) => (
  <>
    <ChipRow label="Un de ces signes&nbsp;?" error={error}>
      <Chip shortcut="n" chosen={false} onChoose={onNo}>
        Non, aucun
      </Chip>
      <Chip shortcut="o" chosen={false} onChoose={onCard}>
        Oui
      </Chip>
      <Chip shortcut="d" chosen={false} onChoose={onCard}>
        Doute
      </Chip>
    </ChipRow>
    <ul className="urgency-signs">
      {inUse.inForce.redFlags.map((flag) => (
        <li key={flag}>{flag}</li>
      ))}
    </ul>
    <p className="urgency-signs-hint">
      Oui ou doute&nbsp;: la carte s’ouvre, et c’est le 15 ou un praticien.
    </p>
  </>
);
