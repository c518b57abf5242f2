import { callOf, os } from '../core/api.ts';
import * as service from './service.ts';

const { requests } = os;

export const requestsApi = {
  open: requests.open.handler(({ context, input }) => service.open(context.ground, callOf(context), input)),
  update: requests.update.handler(({ context, input }) =>
    service.update(context.ground, callOf(context), input),
  ),
  book: requests.book.handler(({ context, input }) => service.book(context.ground, callOf(context), input)),
  withdraw: requests.withdraw.handler(({ context, input }) =>
    service.withdraw(context.ground, callOf(context), input),
  ),
  pending: requests.pending.handler(({ context }) => service.pending(context.ground)),
};
