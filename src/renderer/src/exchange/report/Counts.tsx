import type { ImportReport } from '../../../../contract/exchange.ts';
import { frenchNumber, many } from '../../../../contract/exchange-report.ts';

/** How much of each kind. */
export const Counts = ({ report }: { readonly report: ImportReport }) => {
  const statuses = Object.entries(report.byStatus).sort(([, a], [, b]) => b - a);
  const repeated = report.appointments.repeatedLines;
  return (
    <section className="imp-counts" aria-label="Combien">
      <Count n={report.practitioners} label={report.practitioners < 2 ? 'praticien' : 'praticiens'} />
      <Count
        n={report.openingHours}
        label={report.openingHours < 2 ? 'plage d’horaires' : 'plages d’horaires'}
      />
      <Count n={report.appointmentTypes} label={report.appointmentTypes < 2 ? 'motif' : 'motifs'} />
      <Count n={report.patients.accepted} label={report.patients.accepted < 2 ? 'patient' : 'patients'} />
      <Count n={report.appointments.accepted} label="rendez-vous">
        {statuses.map(([label, n]) => (
          <span key={label}>
            {label} <b>{frenchNumber(n)}</b>
          </span>
        ))}
        {repeated === 0 ? null : (
          <span>
            {`${many(repeated, 'ligne répétée à l’identique, comptée', 'lignes répétées à l’identique, comptées')} une fois`}
          </span>
        )}
      </Count>
    </section>
  );
};

interface CountProps {
  readonly n: number;
  readonly label: string;
  readonly children?: React.ReactNode;
}

export const Count = ({ n, label, children }: CountProps) => (
  <div className="imp-count" data-none={n === 0 || undefined}>
    <p className="imp-count-label">
      <b className="imp-count-n">{frenchNumber(n)}</b> {label}
    </p>
    {children === undefined ? null : <div className="imp-count-detail">{children}</div>}
  </div>
);
