import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '../../../../contract/index.ts';
import { localNow } from '../../../../contract/time.ts';
import { hourText } from '../../ui/dates.ts';

export type UrgencyOfRequest = InferContractRouterOutputs<Contract>['urgency']['ofRequest'];

/** When it was ruled out, on the house's clock. */
export const ruledOutText = ({ ruledOutAt }: UrgencyOfRequest, zone: string): string =>
  ruledOutAt === null
    ? 'aucun signe d’alerte'
    : `à ${hourText(localNow(ruledOutAt, zone).minute)}, aucun signe d’alerte`;
