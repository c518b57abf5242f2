/** How the last three steps of the cascade end a request: what is known is filled in, Enter saves it. Pure. */
import { entryName } from '../../../../contract/directory-words.ts';
import type { Cascade, CascadeStepKind } from '../../../../contract/unscheduled.ts';
import { type Ending, newEnding } from '../../agenda/booking/outcome/ending.ts';
import { nobodySent } from '../../agenda/booking/outcome/sending.ts';
import type { DueChoice } from '../../requests/due.ts';

/** @param line which of the lines outside @param dues the soonest first */
export const endingFor = (
  step: CascadeStepKind,
  { outside, sorterId }: Pick<Cascade, 'outside' | 'sorterId'>,
  line: number,
  dues: readonly DueChoice[],
): Ending | null => {
  switch (step) {
    case 'outside': {
      const help = outside[line];
      if (help === undefined) return null;
      if (help.kind !== 'directory')
        return { ...newEnding('redirected'), to: help.kind, label: help.name ?? '' };
      const sending = { ...nobodySent, entry: help.entry, settled: true };
      return { ...newEnding('redirected'), to: 'outside', label: entryName(help.entry), sending };
    }
    case 'callback':
      return {
        ...newEnding('callback'),
        owner: sorterId === null ? null : { kind: 'practitioner', practitionerId: sorterId },
        due: dues[0]?.due ?? null,
      };
    case 'fifteen':
      return { ...newEnding('redirected'), to: 'sas' };
    default:
      return null;
  }
};
