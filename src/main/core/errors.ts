import type { ErrorCode, ErrorData, FieldError } from '../../contract/errors.ts';

/** A refusal that the caller can act on: a code of the contract and its data. Anything else thrown is a bug. */
export class DeskError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly data: ErrorData<C>;
  constructor(code: C, data: ErrorData<C>) {
    super(code);
    this.name = 'DeskError';
    this.code = code;
    this.data = data;
  }
}

export const isDeskError = (error: unknown): error is DeskError => error instanceof DeskError;

export const fail = <C extends ErrorCode>(code: C, data: ErrorData<C>): never => {
  throw new DeskError(code, data);
};

export const failFields = (...fields: FieldError[]): never => fail('INVALID_INPUT', { fields });

/** The row, or NOT_FOUND naming what was looked for. */
export const found = <T>(row: T | undefined | null, what: string): T => row ?? fail('NOT_FOUND', { what });
