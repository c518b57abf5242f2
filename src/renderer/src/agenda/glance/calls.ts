/** « Appels pour vous » : whom, and what it is about, in two words. Pure. */
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '../../../../contract/index.ts';
import type { Instant } from '../../../../contract/time.ts';
import { matterText } from '../../requests/said.ts';
import { shortName } from '../short-name.ts';

type ForHer = InferContractRouterOutputs<Contract>['requests']['forPractitioner'];

export interface CallForHer {
  readonly key: string;
  readonly who: string;
  readonly what: string;
  readonly late: boolean;
}

const nameOf = (row: ForHer['callbacks'][number] | ForHer['requests'][number]): string => {
  const { patient, callerName } = row;
  if ('answersProfessional' in row && row.answersProfessional) return callerName ?? '';
  return patient === null ? (callerName ?? 'Sans nom') : shortName(patient.displayName);
};

export const callsForHer = ({ requests, callbacks }: ForHer, instant: Instant): readonly CallForHer[] =>
  [
    ...requests.map((row) => ({ row, key: `request ${row.id}`, what: matterText(row) })),
    ...callbacks.map((row) => ({ row, key: `callback ${row.id}`, what: 'à rappeler' })),
  ]
    .sort((a, b) => a.row.due - b.row.due)
    .map(({ row, key, what }) => ({ key, what, who: nameOf(row), late: row.due < instant }));
