/**
 * The one way from the screen to the desk. Served over loopback HTTP it fetches; under Electron it speaks through a
 * MessagePort that is made again whenever the desk process was restarted. Nothing else knows which of the two it is.
 */
import {
  type ClientContext,
  type ClientLink,
  type ClientOptions,
  createORPCClient,
  ORPCError,
} from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { ACTOR_HEADER, SEAT_HEADER, STATION_HEADER } from '../../../contract/base.ts';
import { RPC_PATH } from '../../../contract/http.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { Contract } from '../../../contract/index.ts';
import { CONNECT_DESK } from '../../../contract/shell.ts';
import { shell } from '../app/shell.ts';
import { useStation } from '../app/station.ts';
import { keyHeader, noteLostSession } from './session.ts';

export type DeskClient = ContractRouterClient<Contract, Acting>;

/** Somebody other than who sits here acts, for this one call: a practitioner from her glance. */
interface Acting extends ClientContext {
  readonly actorId?: StaffId;
  /** Another seat than this window's: one that is being given back. */
  readonly seat?: string;
}

const headers = ({ context }: { readonly context: Acting }): Record<string, string> => {
  const { actorId: seated, seat: held, station, locked } = useStation.getState();
  // Locked, the window speaks for nobody; it only remembers whose desk it was.
  const actorId = context.actorId ?? (locked ? null : seated);
  const seat = context.seat ?? held;
  return {
    [STATION_HEADER]: encodeURIComponent(station),
    ...(actorId === null ? {} : { [ACTOR_HEADER]: String(actorId) }),
    ...(seat === null ? {} : { [SEAT_HEADER]: seat }),
  };
};

const fetchLink = (): ClientLink<Acting> =>
  new FetchLink({
    url: new URL(RPC_PATH, location.origin).href,
    headers: (options) => ({ ...headers(options), ...keyHeader() }),
    fetch: async (request, init) => {
      const response = await fetch(request, { ...init, credentials: 'same-origin' });
      if (response.status === 401) noteLostSession();
      return response;
    },
  });

const portLink = (onClosed: () => void): ClientLink<Acting> => {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('close', onClosed, { once: true });
  window.postMessage(CONNECT_DESK, location.origin, [port2]);
  port1.start();
  return new PortLink({ port: port1, headers });
};

/** Holds the link in use; a new one replaces it after the desk process came back. */
class DeskLink implements ClientLink<Acting> {
  #link: ClientLink<Acting> | null = null;

  async call(path: readonly string[], input: unknown, options: ClientOptions<Acting>): Promise<unknown> {
    this.#link ??= shell() ? portLink(() => this.renew()) : fetchLink();
    const { seat } = useStation.getState();
    try {
      return await this.#link.call(path, input, options);
    } catch (error) {
      // The desk no longer knows this seat. Somebody who acts from her glance is asked for her own code, not this desk's.
      const own = options.context.actorId === undefined && seat === useStation.getState().seat;
      if (own && error instanceof ORPCError && error.code === 'LOCKED') useStation.getState().lock();
      throw error;
    }
  }

  renew(): void {
    this.#link = null;
  }
}

const link = new DeskLink();

/** Under Electron: the desk process starts again after a crash, and the port of before leads nowhere. */
let seenStarting = false;
shell()?.onDeskState((state) => {
  if (state === 'starting') seenStarting = true;
  if (state === 'ready' && seenStarting) link.renew();
});

export const client: DeskClient = createORPCClient(link);
