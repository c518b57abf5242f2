import { TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { errorText } from '../../../api/error-text.ts';
import { Chip, ChipRow } from '../../../ui/Chip.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Conflict } from '../draft.ts';
import { reasonsFor } from './reasons.ts';

interface Props {
  readonly conflict: Conflict;
  readonly reason: string | null;
  readonly missing: boolean;
  readonly onReason: (reason: string) => void;
}

const saidOf = (conflict: Conflict): { readonly title: string; readonly body: string } => {
  switch (conflict.kind) {
    case 'taken':
      return {
        title: 'Ce créneau est déjà pris',
        body: 'Rien n’a été enregistré. Choisissez un autre créneau, ou dites pourquoi vous surbookez : le motif est gardé au journal.',
      };
    case 'outside':
      return errorText(new ORPCError('OUTSIDE_HOURS', { data: { why: conflict.why } }));
    case 'busy':
      return errorText(new ORPCError('PATIENT_BUSY', { data: { with: [] } }));
  }
};

/** What stands in the way, and what it takes to go on all the same. */
export const ConflictForm = ({ conflict, reason, missing, onReason }: Props) => {
  const { title, body } = saidOf(conflict);
  const reasons = reasonsFor(conflict);
  return (
    <Notice tone="amber" title={title}>
      <p>{body}</p>
      {reasons.length === 0 ? null : (
        <div className="conflict">
          <ChipRow label="Motif de l’exception" error={missing ? 'Choisissez ou écrivez un motif.' : null}>
            {reasons.map((one, index) => (
              <Chip
                key={one}
                shortcut={String(index + 1)}
                chosen={reason === one}
                onChoose={() => onReason(one)}
              >
                {one}
              </Chip>
            ))}
          </ChipRow>
          <TextInput
            aria-label="Autre motif de l’exception"
            placeholder="Autre motif, sans rien de médical"
            maxLength={200}
            value={reason === null || reasons.includes(reason) ? '' : reason}
            onChange={(event) => onReason(event.currentTarget.value)}
          />
        </div>
      )}
    </Notice>
  );
};
