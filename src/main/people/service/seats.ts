/**
 * Who sits where, in the desk's memory and nowhere else: a seat is a secret of the window that holds it, and none
 * outlives the desk. Waits after wrong PINs run here too, on a clock that nobody can set.
 */
import { randomBytes } from 'node:crypto';
import type { StaffId } from '../../../contract/ids.ts';
import { DeskError } from '../../core/errors.ts';

export interface Seats {
  /** @returns the seat, to be carried by each call */
  give(staffId: StaffId): string;
  holder(seat: string): StaffId | null;
  end(seat: string): void;
  /** Her PIN has changed: whoever sat down with the former one gets up. */
  endAllOf(staffId: StaffId): void;
  /** Another file: nobody is known any more, and every wait begins again. */
  clear(): void;
  /** @param keptMs what the file says that her last wrong try has cost */
  waitLeft(staffId: StaffId, keptMs: number): number;
  wait(staffId: StaffId, ms: number): void;
  /** One PIN is looked at at a time, and few may queue: a thousand at once cost the memory of one. @throws DeskError PIN_WAIT */
  inTurn<T>(look: () => Promise<T>): Promise<T>;
}

/** More windows than any house has; the oldest gets up. */
const MOST_SEATS = 256;
const MOST_QUEUED = 4;
const QUEUE_MS = 1000;

/** @param elapsed milliseconds since any moment, never set back */
export const createSeats = (elapsed: () => number): Seats => {
  const holders = new Map<string, StaffId>();
  const until = new Map<StaffId, number>();
  let start = elapsed();
  let queued = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    give: (staffId) => {
      const seat = randomBytes(32).toString('base64url');
      const [oldest] = holders.keys();
      if (holders.size >= MOST_SEATS && oldest !== undefined) holders.delete(oldest);
      holders.set(seat, staffId);
      return seat;
    },
    holder: (seat) => holders.get(seat) ?? null,
    end: (seat) => {
      holders.delete(seat);
    },
    endAllOf: (staffId) => {
      for (const [seat, holder] of holders) if (holder === staffId) holders.delete(seat);
    },
    clear: () => {
      holders.clear();
      until.clear();
      start = elapsed();
    },
    waitLeft: (staffId, keptMs) => Math.max(0, Math.ceil((until.get(staffId) ?? start + keptMs) - elapsed())),
    wait: (staffId, ms) => {
      until.set(staffId, elapsed() + ms);
    },
    inTurn: (look) => {
      if (queued >= MOST_QUEUED) return Promise.reject(new DeskError('PIN_WAIT', { waitMs: QUEUE_MS }));
      queued += 1;
      const turn = last.then(look, look).finally(() => {
        queued -= 1;
      });
      last = turn.catch(() => {});
      return turn;
    },
  };
};
