/**
 * The desk: the areas put together on one encrypted file. It knows neither Electron nor HTTP; a host gives it a
 * folder, a clock and a way to unseal the key, then hands it calls.
 */

import type { GateStatus } from '../contract/gate.ts';
import type { StaffId } from '../contract/ids.ts';
import type { Role } from '../contract/rights.ts';
import { rightsOf } from '../contract/rights.ts';
import type { Actor } from './core/actor.ts';
import type { CallContext } from './core/api.ts';
import { get } from './core/db.ts';
import type { Clock } from './core/ground.ts';
import { openProvisionalStore } from './provisional-store.ts';

export interface DeskOptions {
  /** Data folder, absolute. */
  readonly folder: string;
  readonly clock: Clock;
  readonly appVersion: string;
  /** The fictitious house. */
  readonly demo?: boolean;
}

export type { CallContext };

export type Desk = Awaited<ReturnType<typeof openDesk>>;

export const openDesk = async (options: DeskOptions) => {
  const store = openProvisionalStore(
    options.folder,
    options.clock,
    options.appVersion,
    options.demo ?? false,
  );
  const router = { gate: store.gateApi };

  const actorOf = (id: number | null): Actor | null => {
    if (id === null) return null;
    const row = get<{ id: StaffId; initials: string; role: Role }>(
      store.ground.db,
      'SELECT id, initials, role FROM staff WHERE id = ? AND active = 1',
      [id],
    );
    return row ? { id: row.id, label: row.initials, rights: rightsOf[row.role] } : null;
  };

  const reportBug = (error: unknown): string => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 'provisoire';
  };

  return {
    router,
    reportBug,
    contextFor: (caller: { actorId: number | null; station: string }): CallContext => ({
      ground: store.ground,
      actor: actorOf(caller.actorId),
      station: caller.station,
      reportBug,
    }),
    status: (): GateStatus => store.status(),
    endStreams: (): void => {},
    close: async (): Promise<void> => {
      store.close();
    },
  };
};
