import type { FileInspection, FileRole } from '../../../../contract/exchange.ts';
import { roleLabels } from '../../../../contract/exchange-words.ts';
import { ShapeMark } from '../../ui/StatusChip.tsx';

const kinds: readonly { readonly role: Exclude<FileRole, 'ignored'>; readonly holds: string }[] = [
  { role: 'practitioners', holds: 'codes, noms, professions, RPPS' },
  { role: 'openingHours', holds: 'plages de chaque semaine, une sur deux comprises' },
  { role: 'appointmentTypes', holds: 'motifs par profession, avec leur durée' },
  { role: 'patients', holds: 'identité, téléphones, adresse, médecin traitant' },
  { role: 'appointments', holds: 'passés et à venir, avec leur statut' },
];

/** What can be taken over, ticked as files are recognised. Nothing of it is compulsory. */
export const ExpectedKinds = ({ inspections }: { readonly inspections: readonly FileInspection[] }) => (
  <aside className="imp-kinds" aria-label="Ce que Parvis sait reprendre">
    <h3>Ce que Parvis sait reprendre</h3>
    <ul>
      {kinds.map(({ role, holds }) => {
        const found = inspections.some((inspection) => inspection.role === role);
        return (
          <li key={role} className="imp-kind" data-found={found || undefined}>
            <span className="imp-kind-mark" aria-hidden="true">
              <ShapeMark shape={found ? 'check' : 'ring'} />
            </span>
            <div>
              <b className="imp-kind-name">{roleLabels[role]}</b>
              {found ? <span className="pv-sr-only"> (trouvés)</span> : null}
              <small className="imp-kind-holds">{holds}</small>
            </div>
          </li>
        );
      })}
    </ul>
    <p>
      {
        'L’encodage, le séparateur, l’ordre et le nom des colonnes sont reconnus ; vous pourrez les corriger à l’étape suivante.'
      }
    </p>
  </aside>
);
