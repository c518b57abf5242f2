/**
 * The one gate between the contract and the areas: resolves who calls, checks the right that the procedure names,
 * and turns refusals into the contract's typed errors. Areas implement their procedures on `os`.
 */
import { implement, ORPCError, ValidationError } from '@orpc/server';
import type { FieldError } from '../../contract/errors.ts';
import { contract } from '../../contract/index.ts';
import { type Actor, type Call, nobody } from './actor.ts';
import { DeskError } from './errors.ts';
import type { Gate } from './gate.ts';
import { type Ground, PenAway } from './ground.ts';

/** What a host gives with each call. */
export interface CallContext {
  readonly gate: Gate;
  /** `gate.ground()`: while no file is open, any use of it throws DESK_CLOSED. */
  readonly ground: Ground;
  /** Null while nobody is at the desk, or while it is locked. */
  readonly actor: Actor | null;
  /** Somebody was to act whose seat has ended. */
  readonly locked: boolean;
  /** What the call carries of a seat, good or not. */
  readonly seat: string | null;
  readonly station: string;
  /** Logs the full detail locally. @returns the reference that the caller may quote */
  readonly reportBug: (error: unknown) => string;
}

const toContractError = (
  error: unknown,
  reportBug: (error: unknown) => string,
): ORPCError<string, unknown> => {
  if (error instanceof ORPCError) {
    const { cause } = error;
    if (!(cause instanceof ValidationError)) return error;
    if (error.code === 'BAD_REQUEST')
      return new ORPCError('INVALID_INPUT', { data: { fields: cause.issues.map(toFieldError) } });
    // Our own answer breaks the contract: a bug, and its values stay here.
    return new ORPCError('INTERNAL', { data: { reference: reportBug(cause) } });
  }
  if (error instanceof DeskError) return new ORPCError(error.code, { data: error.data });
  if (isStorageFull(error)) return new ORPCError('STORAGE_FULL', { data: {} });
  return new ORPCError('INTERNAL', { data: { reference: reportBug(error) } });
};

type Issue = ValidationError['issues'][number];

/** Where and what kind, never the value nor zod's sentence, which may quote it. */
const toFieldError = (issue: Issue): FieldError => ({
  path: (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
  code: 'code' in issue && typeof issue.code === 'string' ? issue.code : 'invalid',
});

const isStorageFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'SQLITE_FULL' || error.code === 'ENOSPC');

export const os = implement(contract)
  .$context<CallContext>()
  .use(async ({ context, next, procedure }) => {
    try {
      const { right } = procedure['~orpc'].meta;
      if (right !== 'public') {
        // First of all DESK_CLOSED: while no file is open nobody can be known.
        void context.ground.db;
        const { rights } = context.actor ?? nobody;
        if (!rights.includes(right))
          throw context.actor ? new DeskError('FORBIDDEN', { right }) : nobodyHere(context);
      }
      return await inTurn(context.ground, async () => await next());
    } catch (error) {
      throw toContractError(error, context.reportBug);
    }
  });

const nobodyHere = ({ locked }: CallContext): DeskError =>
  locked ? new DeskError('LOCKED', {}) : new DeskError('NO_ACTOR', {});

/** A call that finds the pen in other hands has written nothing: it waits, and is made again. */
const inTurn = async <T>(ground: Ground, call: () => Promise<T>): Promise<T> => {
  for (;;)
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof PenAway)) throw error;
      await ground.penBack();
    }
};

/** Who, and from which desk, for a procedure that writes. @throws DeskError NO_ACTOR, LOCKED */
export const callOf = (context: CallContext): Call => {
  if (!context.actor) throw nobodyHere(context);
  return { actor: context.actor, station: context.station };
};

/** The same for what a locked desk may do too. */
export const callOfAnybody = ({ actor, station }: CallContext): Call => ({ actor: actor ?? nobody, station });
