import type { ReactNode } from 'react';
import type { ImportReport } from '../../../../contract/exchange.ts';
import { many } from '../../../../contract/exchange-report.ts';
import { hashOf } from '../../app/router.ts';
import { Card } from '../report/Card.tsx';

/** What a house does once its agenda is there. */
export const NextSteps = ({ report }: { readonly report: ImportReport }) => {
  const pairs = report.patients.likelyDuplicates.length;
  return (
    <Card title="Et maintenant" tone="brand" shape="check">
      <ul className="imp-next">
        {report.practitioners === 0 ? null : (
          <NextStep link={{ path: 'reglages/equipe', label: 'Voir l’équipe' }}>
            Chaque praticien a reçu des initiales : elles ouvrent sa journée d’un coup d’œil.
          </NextStep>
        )}
        {report.openingHours === 0 ? null : (
          <NextStep link={{ path: 'reglages/horaires', label: 'Voir les horaires' }}>
            Relisez les horaires d’un praticien ou deux : les créneaux libres en dépendent.
          </NextStep>
        )}
        {pairs === 0 ? null : (
          <NextStep>
            {`${many(pairs, 'doublon probable est', 'doublons probables sont')} à vérifier, au fil des appels : Parvis les signale.`}
          </NextStep>
        )}
      </ul>
    </Card>
  );
};

interface NextStepProps {
  readonly link?: { readonly path: string; readonly label: string };
  readonly children: ReactNode;
}

const NextStep = ({ link, children }: NextStepProps) => (
  <li>
    <span>{children}</span>
    {link === undefined ? null : <a href={hashOf(link.path)}>{link.label}</a>}
  </li>
);
