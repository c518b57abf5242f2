import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type LineCells, type LineProblem, lineFields } from '../../../../contract/night-return.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { fieldLabels, problemTexts } from './words.ts';

interface Props {
  readonly label: string;
  readonly cells: LineCells;
  readonly problems: readonly LineProblem[];
  readonly failure: string | null;
  readonly pending: boolean;
  readonly onSave: (cells: LineCells) => void;
  readonly onLeave: () => void;
}

/** One line by its columns: corrected, or typed by hand. Enter keeps it, Échap leaves it as it was. */
export const LineForm = ({ label, cells: first, problems, failure, pending, onSave, onLeave }: Props) => {
  const [cells, setCells] = useState(first);
  const form = useRef<HTMLFormElement>(null);
  // Straight to what is wrong; a new line begins at its first field.
  useEffect(() => {
    const fields = form.current;
    const wrong = fields?.querySelector<HTMLInputElement>('input[aria-invalid="true"]');
    (wrong ?? fields?.querySelector('input'))?.focus({ preventScroll: true });
    wrong?.select();
  }, []);
  useCommand('back', onLeave);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== 'Enter' || event.repeat || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    onSave(cells);
  };
  return (
    <form ref={form} className="night-form" aria-label={label} onKeyDown={onKeyDown}>
      {lineFields.map((field) => {
        const problem = problems.find((one) => one.field === field);
        return (
          <TextInput
            key={field}
            size="xs"
            label={fieldLabels[field]}
            className={field === 'matter' ? 'night-form-wide' : ''}
            value={cells[field]}
            error={problem === undefined ? null : problemTexts[problem.code]}
            onChange={(event) => setCells({ ...cells, [field]: event.currentTarget.value })}
          />
        );
      })}
      {failure === null ? null : (
        <p className="night-stop" role="alert">
          {failure}
        </p>
      )}
      <div className="night-form-foot">
        <Button size="xs" loading={pending} rightSection={<Kbd>Entrée</Kbd>} onClick={() => onSave(cells)}>
          Garder la ligne
        </Button>
        <Button size="xs" variant="default" rightSection={<Kbd>Échap</Kbd>} onClick={onLeave}>
          Laisser
        </Button>
      </div>
    </form>
  );
};
