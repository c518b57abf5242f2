import * as agenda from '../agenda/service.ts';
import { callOf, os } from '../core/api.ts';
import * as reserve from '../practice/service/reserve.ts';
import { unscheduledSettings } from '../practice/store/reserve.ts';
import { ownExtra, ownTime } from './service/own.ts';
import * as service from './service.ts';

const { unscheduled } = os;

export const unscheduledApi = {
  settings: unscheduled.settings.handler(({ context }) => unscheduledSettings(context.ground.db)),
  saveSettings: unscheduled.saveSettings.handler(({ context, input }) =>
    reserve.saveSettings(context.ground, callOf(context), input),
  ),
  rules: unscheduled.rules.handler(({ context }) => reserve.rules(context.ground)),
  setRule: unscheduled.setRule.handler(({ context, input }) =>
    reserve.setRule(context.ground, ownTime(context.ground, callOf(context), input.practitionerId), input),
  ),

  days: unscheduled.days.handler(({ context, input }) => agenda.unscheduledDays(context.ground, input)),
  extraPlaces: unscheduled.extraPlaces.handler(({ context, input }) =>
    agenda.extraPlaces(context.ground, input),
  ),
  giveExtra: unscheduled.giveExtra.handler(({ context, input }) =>
    agenda.giveExtra(context.ground, ownTime(context.ground, callOf(context), input.practitionerId), input),
  ),
  takeExtraBack: unscheduled.takeExtraBack.handler(({ context, input }) =>
    agenda.takeExtraBack(context.ground, ownExtra(context.ground, callOf(context), input.id), input),
  ),
  release: unscheduled.release.handler(({ context, input }) =>
    agenda.release(context.ground, ownTime(context.ground, callOf(context), input.practitionerId), input),
  ),

  walk: unscheduled.walk.handler(({ context, input }) =>
    service.walk(context.ground, callOf(context), input.requestId),
  ),
  pass: unscheduled.pass.handler(({ context, input }) =>
    service.pass(context.ground, callOf(context), input),
  ),
  book: unscheduled.book.handler(({ context, input }) =>
    service.book(context.ground, callOf(context), input),
  ),
  counts: unscheduled.counts.handler(({ context, input }) => service.counts(context.ground, input)),
};
