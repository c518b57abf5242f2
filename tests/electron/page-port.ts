/**
 * The desk, called by a test through the page of a real window: the page makes a second channel, as it made its own,
 * and the test speaks through that one. Under Electron there is no other way in, on purpose.
 */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Page } from '@playwright/test';
import { CONNECT_DESK } from '../../src/contract/shell.ts';
import { callerHeaders, type DeskClient, type Sitting } from '../support/client.ts';

const HEAR = 'parvisTestHears';

declare global {
  interface Window {
    parvisTestPort?: MessagePort;
    /** Put there by the test. */
    parvisTestHears?: (message: string) => Promise<void>;
  }
}

/** Until the page is loaded again. Calls and answers only: no files, no streams. */
export const deskThroughPage = async (page: Page): Promise<(sitting: Sitting) => DeskClient> => {
  const listeners = new Set<(event: { readonly data: string }) => void>();
  await page.exposeFunction(HEAR, (data: string) => {
    for (const listener of listeners) listener({ data });
  });
  await page.evaluate((connect) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }) => void window.parvisTestHears?.(data));
    port1.start();
    window.parvisTestPort = port1;
    window.postMessage(connect, location.origin, [port2]);
  }, CONNECT_DESK);
  const port = {
    addEventListener: (type: string, listener: (event: { readonly data: string }) => void) => {
      if (type === 'message') listeners.add(listener);
    },
    postMessage: (message: string) => {
      void page.evaluate((data) => window.parvisTestPort?.postMessage(data), message);
    },
  };
  return (sitting) =>
    createORPCClient(
      new RPCLink({
        port: port as unknown as Pick<MessagePort, 'addEventListener' | 'postMessage'>,
        headers: callerHeaders(sitting),
      }),
    );
};
