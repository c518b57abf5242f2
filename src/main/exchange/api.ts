import { type CallContext, callOf, os } from '../core/api.ts';
import type { Exchange } from './service.ts';

/** One exchange lives as long as the desk: the sessions it holds are the assistant's. */
export const createExchangeApi = (exchange: Exchange) => {
  const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
  const call = (context: CallContext) => callOf(context);
  return {
    begin: os.exchange.begin.handler(() => exchange.begin()),
    addChunk: os.exchange.addChunk.handler(async ({ input }) =>
      exchange.addChunk(input.session, input.name, await bytesOf(input.bytes), input.last),
    ),
    inspect: os.exchange.inspect.handler(({ input }) => exchange.inspect(input.session)),
    correct: os.exchange.correct.handler(({ input, context }) =>
      exchange.correct(call(context), input.session, input.name, input.role, input.mapping),
    ),
    dryRun: os.exchange.dryRun.handler(({ input }) => exchange.dryRun(input.session)),
    apply: os.exchange.apply.handler(({ input, context }) => exchange.apply(call(context), input.session)),
    stop: os.exchange.stop.handler(({ input }) => {
      exchange.stop(input.session);
      return {};
    }),
    progress: os.exchange.progress.handler(({ input, signal }) => exchange.progress(input.session, signal)),
    refusedLines: os.exchange.refusedLines.handler(({ input }) =>
      exchange.refusedLines(input.session, input.role),
    ),
    end: os.exchange.end.handler(async ({ input }) => {
      await exchange.end(input.session);
      return {};
    }),
  };
};
