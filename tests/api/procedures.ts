/** Every procedure of the contract, with the right that it names. */
import { isContractProcedure } from '@orpc/contract';
import type { ProcedureMeta } from '../../src/contract/base.ts';
import { contract } from '../../src/contract/index.ts';
import type { Right } from '../../src/contract/rights.ts';
import type { DeskClient } from '../support/client.ts';

export interface Listed {
  /** `agenda.book` */
  readonly path: string;
  readonly right: Right;
}

export const procedures: readonly Listed[] = Object.entries(contract).flatMap(([area, own]) =>
  Object.entries(own).map(([name, procedure]: [string, unknown]) => {
    if (!isContractProcedure(procedure)) throw new Error(`${area}.${name} is no procedure`);
    return { path: `${area}.${name}`, right: (procedure['~orpc'].meta as ProcedureMeta).right };
  }),
);

type Call = (input?: unknown, options?: { readonly signal: AbortSignal }) => Promise<unknown>;

/** The call itself, by its path, whatever its input should be. */
export const callAt = (client: DeskClient, path: string): Call => {
  const [area = '', name = ''] = path.split('.');
  return (client as unknown as Record<string, Record<string, Call>>)[area]?.[name] as Call;
};
