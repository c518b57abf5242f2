import { Select } from '@mantine/core';
import type { FileInspection } from '../../../../contract/exchange.ts';
import { FileRole } from '../../../../contract/exchange.ts';
import { frenchNumber } from '../../../../contract/exchange-report.ts';
import {
  encodingLabels,
  fieldLabel,
  roleLabels,
  separatorLabels,
} from '../../../../contract/exchange-words.ts';
import { correct } from '../take-over.ts';
import { FieldTable } from './FieldTable.tsx';

interface FileColumnsProps {
  readonly inspection: FileInspection;
  /** Something was changed here: stay on this file even when another one now needs more. */
  readonly onTouch: () => void;
}

const roles = FileRole.options.map((role) => ({ value: role, label: roleLabels[role] }));

/** What one file is, and which of its columns is what. */
export const FileColumns = ({ inspection, onTouch }: FileColumnsProps) => {
  const { name, role, encoding, separator, lines, missing, mapping, columns } = inspection;
  const used = new Set(Object.values(mapping));
  const unused = role === 'ignored' ? [] : columns.filter((column) => !used.has(column));
  return (
    <section className="imp-file" aria-label={name}>
      <div className="imp-file-head">
        <Select
          label="Ce fichier contient"
          data={roles}
          value={role}
          allowDeselect={false}
          onChange={(value) => {
            const next = FileRole.safeParse(value);
            if (!next.success || next.data === role) return;
            onTouch();
            // Without columns: the desk proposes those of this kind.
            void correct(name, next.data, {});
          }}
        />
        <dl className="imp-facts">
          <div>
            <dt>Lignes</dt>
            <dd>{frenchNumber(lines)}</dd>
          </div>
          <div>
            <dt>Encodage</dt>
            <dd>{encodingLabels[encoding]}</dd>
          </div>
          <div>
            <dt>Séparateur</dt>
            <dd>{separatorLabels[separator]}</dd>
          </div>
        </dl>
      </div>
      {missing.length === 0 || role === 'ignored' ? null : (
        <p className="imp-missing" role="status">
          {`Il manque : ${missing.map((field) => fieldLabel(role, field)).join(', ')}. Choisissez la colonne qui le contient, ou complétez le fichier.`}
        </p>
      )}
      {role === 'ignored' ? (
        <IgnoredFile inspection={inspection} />
      ) : (
        <FieldTable inspection={inspection} onTouch={onTouch} />
      )}
      {unused.length === 0 ? null : (
        <p className="imp-unused">{`Colonnes laissées de côté : ${unused.join(', ')}.`}</p>
      )}
    </section>
  );
};

/** Its first lines as they are: enough to tell what it holds. */
const IgnoredFile = ({ inspection: { columns, sample } }: { readonly inspection: FileInspection }) => (
  <>
    <p className="imp-quiet">
      {
        'Ce fichier n’est pas repris. S’il contient quelque chose d’utile, dites quoi ci-dessus ; ses premières lignes :'
      }
    </p>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
    <section className="imp-scroll" tabIndex={0} aria-label="Premières lignes">
      <table className="imp-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of the file, in their order, are what they are.
            <tr key={index}>
              {columns.map((column) => (
                <td key={column} className="pv-name">
                  {line[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </>
);
