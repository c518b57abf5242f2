/** The desk as a screen calls it, typed by the contract, over the loopback host. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { ACTOR_HEADER, SEAT_HEADER, STATION_HEADER } from '../../src/contract/base.ts';
import { RPC_PATH } from '../../src/contract/http.ts';
import type { Contract } from '../../src/contract/index.ts';

export type DeskClient = ContractRouterClient<Contract>;

export interface Sitting {
  /** Id of whoever is at the desk; nobody when left out. */
  readonly actorId?: number;
  /** What `people.sit` gave. */
  readonly seat?: string;
  readonly station?: string;
}

export const callerHeaders = ({ actorId, seat, station = 'Accueil 1' }: Sitting): Record<string, string> => ({
  [STATION_HEADER]: encodeURIComponent(station),
  ...(actorId === undefined ? {} : { [ACTOR_HEADER]: String(actorId) }),
  ...(seat === undefined ? {} : { [SEAT_HEADER]: seat }),
});

export const httpClient = (url: string, bearer: string, sitting: Sitting = {}): DeskClient =>
  createORPCClient(
    new RPCLink({
      url: `${url}${RPC_PATH}`,
      headers: { ...callerHeaders(sitting), authorization: `Bearer ${bearer}` },
    }),
  );
