/** The three ways to the desk. Every test of this folder that names no transport runs over all of them. */
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { createRouterClient } from '@orpc/server';
import type { Desk } from '../../src/main/desk.ts';
import { startHttpHost } from '../../src/main/hosts/http.ts';
import { servePorts } from '../../src/main/hosts/message-port.ts';
import { callerHeaders, type DeskClient, httpClient, type Sitting } from '../support/client.ts';

export interface Connection {
  as(sitting: Sitting): DeskClient;
  close(): Promise<void>;
}

export interface Transport {
  readonly name: string;
  connect(desk: Desk): Promise<Connection>;
}

export const inProcess: Transport = {
  name: 'in the process',
  connect: async (desk) => ({
    // What a call would carry in its headers is given directly.
    as: ({ actorId, seat, station = 'Accueil 1' }) =>
      createRouterClient(desk.router, {
        context: () => desk.contextFor({ actorId: actorId ?? null, seat: seat ?? null, station }),
      }) as unknown as DeskClient,
    close: async () => {},
  }),
};

export const overHttp: Transport = {
  name: 'over HTTP',
  connect: async (desk) => {
    const host = await startHttpHost({ desk, page: '/nowhere', port: 0 });
    return { as: (sitting) => httpClient(host.url, host.bearer, sitting), close: () => host.close() };
  },
};

export const overPort: Transport = {
  name: 'over a MessagePort',
  connect: async (desk) => {
    const serve = servePorts(desk);
    const opened: MessageChannel[] = [];
    return {
      as: (sitting) => {
        const channel = new MessageChannel();
        opened.push(channel);
        serve(channel.port1);
        channel.port1.start();
        channel.port2.start();
        return createORPCClient(new RPCLink({ port: channel.port2, headers: callerHeaders(sitting) }));
      },
      close: async () => {
        for (const { port2 } of opened) port2.close();
      },
    };
  },
};

export const transports: readonly Transport[] = [inProcess, overHttp, overPort];
