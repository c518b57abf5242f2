import { ORPCError } from '@orpc/client';

export interface Refusal {
  readonly code: string;
  /** Of the contract, with data that the contract describes. */
  readonly defined: boolean;
  readonly data: unknown;
}

/** What a call was refused with. @throws when it was not */
export const errorOf = async (call: Promise<unknown>): Promise<Refusal> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof ORPCError) return { code: error.code, defined: error.defined, data: error.data };
    throw error;
  }
  throw new Error('the call was accepted');
};
