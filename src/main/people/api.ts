import { callOf, os } from '../core/api.ts';
import * as pins from './service/pins.ts';
import type { Seats } from './service/seats.ts';
import { sit } from './service/sit.ts';
import * as service from './service.ts';
import { seating } from './store/pins.ts';
import { allStaff } from './store.ts';

const { people } = os;

export const createPeopleApi = (seats: Seats) => ({
  list: people.list.handler(({ context }) => allStaff(context.ground.db)),
  add: people.add.handler(({ context, input }) => service.addStaff(context.ground, callOf(context), input)),
  update: people.update.handler(({ context, input }) =>
    service.updateStaff(context.ground, callOf(context), input),
  ),

  seating: people.seating.handler(({ context }) => seating(context.ground.db)),
  sit: people.sit.handler(({ context, input }) => sit(seats, context.ground, context.station, input)),
  leave: people.leave.handler(({ context }) => {
    if (context.seat !== null) seats.end(context.seat);
    return {};
  }),
  setPin: people.setPin.handler(({ context, input }) =>
    pins.setPin(seats, context.ground, callOf(context), input),
  ),
  recoverPin: people.recoverPin.handler(({ context, input }) =>
    pins.recoverPin(
      seats,
      context.ground,
      context.station,
      () => context.gate.isRecoveryCode(input.recoveryCode),
      input,
    ),
  ),
  saveSeating: people.saveSeating.handler(({ context, input }) =>
    pins.saveSeating(context.ground, callOf(context), input),
  ),
});
