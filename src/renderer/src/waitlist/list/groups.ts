/** The lines of a view in the groups that are shown: who waits, then who cannot be reached, then what is over. Pure. */
import type { Profession } from '../../../../contract/professions.ts';
import type { WaitlistLine } from '../../../../contract/waitlist.ts';
import type { View } from '../go.ts';

export interface Keyed {
  readonly key: string;
  readonly line: WaitlistLine;
}

export interface LineGroup {
  readonly key: string;
  /** Null: the list itself, whose name the screen already says. */
  readonly label: string | null;
  readonly lines: readonly Keyed[];
}

export const keyOf = ({ entry }: Pick<WaitlistLine, 'entry'>): string => `entry ${entry.id}`;

const LABELS = {
  waiting: null,
  unreachable: 'Injoignables',
  closed: 'Close',
} as const;

/** Nobody is left out: whatever the state, a line is in exactly one group. */
export const lineGroups = (lines: readonly WaitlistLine[], view: View): readonly LineGroup[] => {
  const keyed = (own: readonly WaitlistLine[]): Keyed[] => own.map((line) => ({ key: keyOf(line), line }));
  const groups: LineGroup[] =
    view === 'reconfirm'
      ? (['registration', 'earlier'] as const).map((kind) => ({
          key: kind,
          label: kind === 'registration' ? 'Prise en charge' : 'Plus tôt',
          lines: keyed(lines.filter(({ entry }) => entry.kind === kind)),
        }))
      : (['waiting', 'unreachable', 'closed'] as const).map((state) => ({
          key: state,
          label: LABELS[state],
          lines: keyed(lines.filter(({ entry }) => entry.state === state)),
        }));
  return groups.filter((group) => group.lines.length > 0);
};

/** Professions that somebody waits for, the most awaited first. */
export const professionsOf = (lines: readonly WaitlistLine[]): readonly (readonly [Profession, number])[] => {
  const counts = new Map<Profession, number>();
  for (const { entry } of lines)
    if (entry.state === 'waiting') counts.set(entry.profession, (counts.get(entry.profession) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
};
