/**
 * Hands the page's MessagePort on to the shell. Only the page itself, in this very window, can ask for it: a frame or
 * another window would be another `source`, and another origin.
 */
import { CONNECT_DESK } from '../contract/shell.ts';

/** The part of a `message` event that matters here. */
export interface PageMessage<Port> {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
  readonly ports: readonly Port[];
}

/** The port to hand on, or null. @param own the window of the preload and its origin */
export const portToForward = <Port>(
  message: PageMessage<Port>,
  own: { readonly window: unknown; readonly origin: string },
): Port | null => {
  if (message.source !== own.window || message.origin !== own.origin || message.data !== CONNECT_DESK)
    return null;
  const [port, ...others] = message.ports;
  return port !== undefined && others.length === 0 ? port : null;
};
