import { callOf, os } from '../core/api.ts';
import * as service from './service.ts';
import { allStaff } from './store.ts';

export const peopleApi = {
  list: os.people.list.handler(({ context }) => allStaff(context.ground.db)),
  add: os.people.add.handler(({ context, input }) =>
    service.addStaff(context.ground, callOf(context), input),
  ),
  update: os.people.update.handler(({ context, input }) =>
    service.updateStaff(context.ground, callOf(context), input),
  ),
};
