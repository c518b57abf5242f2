import { callOf, os } from '../core/api.ts';
import * as service from './service.ts';

const { handover } = os;

export const handoverApi = {
  tonight: handover.tonight.handler(({ context }) => service.tonight(context.ground)),
  saveWords: handover.saveWords.handler(({ context, input }) =>
    service.saveWords(context.ground, callOf(context), input),
  ),
  give: handover.give.handler(({ context, input }) => service.give(context.ground, callOf(context), input)),
};
