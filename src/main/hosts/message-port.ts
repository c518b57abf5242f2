/** The desk over a MessagePort: the shell hands the page's end over, calls then go straight from page to desk. */
import { RPCHandler } from '@orpc/server/message-port';
import type { CallContext, Desk } from '../desk.ts';
import { readCaller } from './caller.ts';

export type DeskPort = Parameters<RPCHandler<CallContext>['upgrade']>[0];

/** @returns what to call with each port; a port that closes ends its calls and its streams */
export const servePorts = (desk: Desk): ((port: DeskPort) => void) => {
  const handler = new RPCHandler<CallContext>(desk.router, {
    rootInterceptors: [
      ({ next, ...call }) => next({ ...call, context: desk.contextFor(readCaller(call.request.headers)) }),
    ],
  });
  return (port) => handler.upgrade(port, { context: desk.contextFor(readCaller({})) });
};
