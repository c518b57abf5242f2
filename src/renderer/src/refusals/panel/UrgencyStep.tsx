import { Button } from '@mantine/core';
import type { UrgencyCardToday } from '../../../../contract/urgency.ts';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SignsQuestion } from '../../urgency/SignsQuestion.tsx';

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
      <SignsQuestion inUse={inUse} error={error} onNo={onNo} onCard={onCard} />
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
