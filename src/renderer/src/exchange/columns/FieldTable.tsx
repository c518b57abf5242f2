import { Select } from '@mantine/core';
import type { FileInspection } from '../../../../contract/exchange.ts';
import { fieldsOfRole, type ImportField } from '../../../../contract/exchange-words.ts';
import { correct } from '../take-over.ts';

interface FieldTableProps {
  readonly inspection: FileInspection;
  readonly onTouch: () => void;
}

const SHOWN = 3;

/** One line for each of our fields: their column, and what its first lines say. */
export const FieldTable = ({ inspection, onTouch }: FieldTableProps) => {
  const { name, role, mapping } = inspection;
  const choose = (field: string, column: string | null): void => {
    onTouch();
    const { [field]: _, ...others } = mapping;
    void correct(name, role, column === null ? others : { ...others, [field]: column });
  };
  return (
    <table className="imp-table imp-fields">
      <thead>
        <tr>
          <th scope="col">Dans Parvis</th>
          <th scope="col">Colonne du fichier</th>
          <th scope="col" colSpan={SHOWN}>
            Premières lignes
          </th>
        </tr>
      </thead>
      <tbody>
        {fieldsOfRole(role).map(([field, spec]) => (
          <FieldLine
            key={field}
            spec={spec}
            column={mapping[field] ?? null}
            inspection={inspection}
            onChoose={(column) => choose(field, column)}
          />
        ))}
      </tbody>
    </table>
  );
};

interface FieldLineProps {
  readonly spec: ImportField;
  readonly column: string | null;
  readonly inspection: FileInspection;
  readonly onChoose: (column: string | null) => void;
}

const FieldLine = ({ spec, column, inspection: { columns, sample }, onChoose }: FieldLineProps) => {
  const missing = spec.required && column === null;
  return (
    <tr data-missing={missing || undefined}>
      <th scope="row">
        {spec.label}
        {spec.required ? <span className="imp-required"> indispensable</span> : null}
        {spec.hint === undefined ? null : <small>{spec.hint}</small>}
      </th>
      <td>
        <Select
          aria-label={`Colonne pour ${spec.label}`}
          data={columns.map((one) => ({ value: one, label: one }))}
          value={column}
          placeholder={spec.required ? 'À choisir' : 'Aucune'}
          searchable={columns.length > 8}
          clearable={!spec.required}
          error={missing}
          onChange={onChoose}
          clearButtonProps={{ 'aria-label': `Aucune colonne pour ${spec.label}` }}
        />
      </td>
      {Array.from({ length: SHOWN }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of the file, in their order, are what they are.
        <td key={line} className="imp-sample">
          <span className="pv-name">{column === null ? '' : (sample[line]?.[column] ?? '')}</span>
        </td>
      ))}
    </tr>
  );
};
