/** Who was sent on and what is known of it: late, waiting, answered. Pure. */
import type { Redirection } from '../../../contract/redirections.ts';
import type { Instant } from '../../../contract/time.ts';

export interface Line {
  readonly key: string;
  readonly row: Redirection;
  readonly waits: boolean;
}

export interface LineGroup {
  readonly key: 'late' | 'waiting' | 'answered';
  readonly label: string;
  readonly lines: readonly Line[];
}

/** A group of nobody is not shown. @param pending the earliest due first @param answered the latest first */
export const lineGroups = (
  pending: readonly Redirection[],
  answered: readonly Redirection[],
  instant: Instant,
): readonly LineGroup[] => {
  const lineOf =
    (waits: boolean) =>
    (row: Redirection): Line => ({
      // Once answered it is another line: the cursor stays at work, on the next that waits.
      key: `${waits ? 'waits' : 'answered'} ${row.id}`,
      row,
      waits,
    });
  const late = pending.filter(({ due }) => due < instant);
  const groups: readonly LineGroup[] = [
    { key: 'late', label: 'Réponse en retard', lines: late.map(lineOf(true)) },
    {
      key: 'waiting',
      label: 'Réponse attendue',
      lines: pending.filter(({ due }) => due >= instant).map(lineOf(true)),
    },
    { key: 'answered', label: 'Réponses des deux dernières semaines', lines: answered.map(lineOf(false)) },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
};
