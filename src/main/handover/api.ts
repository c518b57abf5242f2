import { callOf, os } from '../core/api.ts';
import * as service from './service.ts';

const { handover } = os;

export const handoverApi = {
  tonight: handover.tonight.handler(({ context }) => service.tonight(context.ground)),
  saveWords: handover.saveWords.handler(({ context, input }) =>
    service.saveWords(context.ground, callOf(context), input),
  ),
  give: handover.give.handler(({ context, input }) => service.give(context.ground, callOf(context), input)),

  returned: handover.returned.handler(({ context }) => service.returned(context.ground)),
  returnCounts: handover.returnCounts.handler(({ context }) => service.returnCounts(context.ground)),
  bring: handover.bring.handler(({ context, input }) =>
    service.bring(context.ground, callOf(context), input),
  ),
  typeLine: handover.typeLine.handler(({ context, input }) =>
    service.typeLine(context.ground, callOf(context), input),
  ),
  correct: handover.correct.handler(({ context, input }) =>
    service.correct(context.ground, callOf(context), input),
  ),
  settle: handover.settle.handler(({ context, input }) =>
    service.settle(context.ground, callOf(context), input),
  ),
  setAside: handover.setAside.handler(({ context, input }) =>
    service.setAside(context.ground, callOf(context), input),
  ),
};
