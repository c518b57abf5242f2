import type { ImportReport } from '../../../../contract/exchange.ts';
import { frenchNumber, oddities } from '../../../../contract/exchange-report.ts';
import { warningText } from '../../../../contract/exchange-words.ts';
import { Card } from './Card.tsx';
import { Codes } from './Codes.tsx';

/** No error: taken over as it is, and worth a look one of these days. */
export const Oddities = ({ report }: { readonly report: ImportReport }) => {
  const found = oddities(report);
  return found.length === 0 ? null : (
    <Card title="À savoir" tone="blue" shape="dot">
      <ul className="imp-oddities">
        {found.map(([reason, codes]) => {
          const { title, detail } = warningText(reason);
          return (
            <li key={reason}>
              <h4 className="imp-oddity-title">
                {title} <span className="imp-oddity-count">{frenchNumber(codes.length)}</span>
              </h4>
              <p className="imp-oddity-detail">{detail}</p>
              <Codes codes={codes} of={title} shown={6} />
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
