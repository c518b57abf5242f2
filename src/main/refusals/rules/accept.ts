import type { ErrorCode, ErrorData } from '../../../contract/errors.ts';
import type { WhoCan } from '../../../contract/intake.ts';

type Why = {
  [C in ErrorCode]: { readonly code: C; readonly data: ErrorData<C> };
}[ErrorCode];

/**
 * Why no place can be kept with this practitioner; null when one can. A condition that has to be asked aloud was asked:
 * whoever accepts says that it is met.
 * @param whoCan fresh, for whoever comes too late
 */
export const whyNotAccept = (entry: WhoCan, whoCan: readonly WhoCan[]): Why | null => {
  const { practitionerId } = entry;
  switch (entry.can) {
    case 'yes':
    case 'ask':
      return null;
    case 'unknown':
      return { code: 'NO_POLICY', data: { practitionerId } };
    case 'no':
      if (entry.decision !== null) return { code: 'CONFLICT', data: { reason: 'practitioner-decided' } };
      if (entry.state === 'quota')
        return { code: 'QUOTA_FULL', data: { practitionerId, whoCan: [...whoCan] } };
      return { code: 'CONFLICT', data: { reason: 'practitioner-closed' } };
  }
};
