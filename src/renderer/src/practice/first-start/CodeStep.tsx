import { Button, Checkbox, Loader } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { errorText } from '../../api/error-text.ts';
import { useNow } from '../../app/now.ts';
import { shell } from '../../app/shell.ts';
import { dayText } from '../../ui/dates.ts';

interface CodeStepProps {
  readonly house: string;
  readonly kept: boolean;
  readonly onKept: (kept: boolean) => void;
}

const print = () => {
  const window_ = shell();
  if (window_) void window_.print();
  else window.print();
};

/** Shown once, large, to be printed: on the day this PC dies, this sheet of paper is what opens the house again. */
export const CodeStep = ({ house, kept, onKept }: CodeStepProps) => {
  const { day } = useNow();
  // Asked once for the whole assistant: each question makes a new code, and the sheet printed before would lie.
  const { data, error } = useQuery({
    queryKey: ['first-start', 'recovery-code'],
    queryFn: () => client.gate.recoveryCode(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section className="fs-step" aria-labelledby="fs-title">
      <h1 id="fs-title">Le code de récupération</h1>
      <p className="fs-lead">
        Le fichier de la maison est chiffré. Si ce poste tombe en panne ou change, ce code est le seul moyen
        de le rouvrir : personne d’autre ne le connaît, nous non plus.
      </p>
      {error ? (
        <p role="alert">
          {errorText(error).title}. {errorText(error).body}
        </p>
      ) : null}
      {data ? (
        <div className="fs-sheet-paper">
          <p className="fs-paper-head">
            Parvis · {house} · {dayText(day, 'long')}
          </p>
          <p className="fs-code" data-testid="recovery-code">
            {data.recoveryCode.split('-').map((group, index, all) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: groups of one code never move.
              <span key={index}>
                {group}
                {index < all.length - 1 ? <i>-</i> : null}
              </span>
            ))}
          </p>
          <p className="fs-paper-foot">
            À ranger hors de ce poste, au coffre ou chez la personne qui coordonne. Il ouvre aussi les
            sauvegardes.
          </p>
        </div>
      ) : error ? null : (
        <Loader aria-label="Préparation du code" />
      )}
      <div className="fs-code-acts">
        <Button variant="default" leftSection={<IconPrinter size={17} />} onClick={print} disabled={!data}>
          Imprimer
        </Button>
        <Checkbox
          label="Je l’ai imprimé ou recopié, et je sais où il est rangé"
          checked={kept}
          disabled={!data}
          onChange={({ currentTarget }) => onKept(currentTarget.checked)}
        />
      </div>
    </section>
  );
};
