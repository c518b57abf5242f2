import { callOf, os } from '../../core/api.ts';
import * as service from '../offers-service.ts';

const on = os.waitlist;

export const offersApi = {
  freed: on.freed.handler(({ context }) => service.freed(context.ground)),
  freedSlot: on.freedSlot.handler(({ context, input }) => service.freedSlot(context.ground, input.id)),
  offer: on.offer.handler(({ context, input }) => service.offer(context.ground, callOf(context), input)),
  answer: on.answer.handler(({ context, input }) => service.answer(context.ground, callOf(context), input)),
  accept: on.accept.handler(({ context, input }) => service.accept(context.ground, callOf(context), input)),
  leaveFree: on.leaveFree.handler(({ context, input }) =>
    service.leaveFree(context.ground, callOf(context), input),
  ),
};
