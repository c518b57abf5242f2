import { Button } from '@mantine/core';
import type { UrgencyCardToday } from '../../../../contract/urgency.ts';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface Props {
  readonly inUse: UrgencyCardToday;
  readonly error: string | null;
  readonly onNo: () => void;
  /** Yes, or doubt: the card takes the whole screen. */
  readonly onCard: () => void;
  readonly onCallback: () => void;
  readonly onSign: () => void;
}

/** Has any practitioner of the house signed it? Past its review day it still counts, and says so. */
export const isSigned = ({ status }: UrgencyCardToday): boolean =>
  status === 'signed' || status === 'overdue';

/** The first question, always: the practitioners' own list, and one key. */
export const UrgencyStep = ({ inUse, error, onNo, onCard, onCallback, onSign }: Props) => {
  if (!isSigned(inUse)) return <Unsigned onCallback={onCallback} onSign={onSign} />;
  return (
    <>
      {inUse.status === 'overdue' ? (
        <Notice tone="amber" title="La carte est à revoir">
          Sa date de revue est passée. Elle sert encore ; dites-le à un praticien.
        </Notice>
      ) : null}
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
      <ul className="refusal-flags">
        {inUse.inForce.redFlags.map((flag) => (
          <li key={flag}>{flag}</li>
        ))}
      </ul>
      <p className="refusal-hint">Oui ou doute&nbsp;: la carte s’ouvre, et c’est le 15 ou un praticien.</p>
    </>
  );
};

const Unsigned = ({ onCallback, onSign }: Pick<Props, 'onCallback' | 'onSign'>) => (
  <Notice tone="amber" title="La carte d’urgence n’est pas signée">
    <p>
      Tant qu’aucun praticien de la maison ne l’a signée, personne ne peut être refusé. La demande est gardée.
    </p>
    <div className="refusal-unsigned">
      <Button size="xs" rightSection={<Kbd>R</Kbd>} onClick={onCallback}>
        Rappel d’un praticien
      </Button>
      <CommandButton command="emergency" size="xs" variant="default" color="red">
        Le 15
      </CommandButton>
      <Button size="xs" variant="default" rightSection={<Kbd>S</Kbd>} onClick={onSign}>
        Comment la faire signer
      </Button>
    </div>
  </Notice>
);
