import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { FileRole, ImportReport } from '../../../../contract/exchange.ts';
import { refusedLines } from '../../../../contract/exchange-report.ts';
import { refusalText, roleLabels } from '../../../../contract/exchange-words.ts';
import { saveRefused } from '../take-over.ts';
import { Card } from './Card.tsx';
import { Codes } from './Codes.tsx';

/** What cannot be taken over, by kind then by reason, ready to be mended. */
export const Refused = ({ report }: { readonly report: ImportReport }) => {
  const kinds = refusedLines(report);
  if (kinds.length === 0)
    return (
      <Card title="Aucune ligne refusée" tone="green" shape="check">
        <p className="imp-quiet">Tout ce que contiennent les fichiers peut être repris.</p>
      </Card>
    );
  return (
    <div className="imp-refused">
      {kinds.map(({ role, reasons }) => (
        <RefusedKind key={role} role={role} reasons={reasons} />
      ))}
      <p className="imp-quiet">
        {
          'Une ligne refusée n’empêche pas de reprendre les autres. Enregistrez ces lignes, corrigez-les dans un tableur, puis reprenez le fichier corrigé : ce qui est déjà là n’est pas doublé.'
        }
      </p>
    </div>
  );
};

interface RefusedKindProps {
  readonly role: FileRole;
  readonly reasons: ReadonlyMap<string, readonly string[]>;
}

const RefusedKind = ({ role, reasons }: RefusedKindProps) => {
  const count = [...reasons.values()].reduce((sum, codes) => sum + codes.length, 0);
  return (
    <Card
      title={`${count < 2 ? 'ligne refusée' : 'lignes refusées'} dans les ${roleLabels[role].toLocaleLowerCase('fr-FR')}`}
      count={count}
      tone="red"
      shape="cross"
      action={
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={15} stroke={1.8} />}
          aria-label={`Enregistrer les lignes refusées (CSV), ${roleLabels[role]}`}
          onClick={() => void saveRefused(role)}
        >
          Enregistrer les lignes refusées (CSV)
        </Button>
      }
    >
      <table className="imp-reasons">
        <thead className="pv-sr-only">
          <tr>
            <th scope="col">Raison</th>
            <th scope="col">Codes</th>
          </tr>
        </thead>
        <tbody>
          {[...reasons].map(([reason, codes]) => (
            <tr key={reason}>
              <th scope="row">{refusalText(reason)}</th>
              <td>
                <Codes codes={codes} of={refusalText(reason)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
};
