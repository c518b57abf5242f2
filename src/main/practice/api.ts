import { rightsOf } from '../../contract/rights.ts';
import type { Actor } from '../core/actor.ts';
import { callOf, os } from '../core/api.ts';
import { found } from '../core/errors.ts';
import { holidaysBetween } from './rules/holidays.ts';
import * as absences from './service/absences.ts';
import * as types from './service/appointment-types.ts';
import * as exceptions from './service/exceptions.ts';
import * as house from './service/house.ts';
import * as hours from './service/opening-hours.ts';
import * as people from './service/practitioners.ts';
import { absencesBetween } from './store/absences.ts';
import { appointmentTypes } from './store/appointment-types.ts';
import { exceptionsOf } from './store/exceptions.ts';
import * as houseStore from './store/house.ts';
import { openingHoursOf } from './store/opening-hours.ts';
import { practitioners } from './store/practitioners.ts';

/** At first start nobody is at the desk yet: the journal says that the program itself set the house up. */
const installation: Actor = { id: null, label: 'installation', rights: rightsOf.coordinator };

const { practice } = os;

/** `welcomeStaff` is the part of the first start that the area `people` writes. */
export const practiceApi = ({ welcomeStaff }: { welcomeStaff: house.WelcomeStaff }) => ({
  house: practice.house.handler(({ context }) => houseStore.house(context.ground.db)),
  setUp: practice.setUp.handler(({ context, input }) =>
    house.setUp(context.ground, { actor: installation, station: context.station }, input, welcomeStaff),
  ),
  updateHouse: practice.updateHouse.handler(({ context, input }) =>
    house.updateHouse(context.ground, callOf(context), input),
  ),

  practitioners: practice.practitioners.handler(({ context }) => practitioners(context.ground.db)),
  addPractitioner: practice.addPractitioner.handler(({ context, input }) =>
    people.addPractitioner(context.ground, callOf(context), input),
  ),
  updatePractitioner: practice.updatePractitioner.handler(({ context, input }) =>
    people.updatePractitioner(context.ground, callOf(context), input),
  ),
  orderPractitioners: practice.orderPractitioners.handler(({ context, input }) =>
    people.orderPractitioners(context.ground, callOf(context), input.ids),
  ),

  appointmentTypes: practice.appointmentTypes.handler(({ context }) => appointmentTypes(context.ground.db)),
  addAppointmentType: practice.addAppointmentType.handler(({ context, input }) =>
    types.addAppointmentType(context.ground, callOf(context), input),
  ),
  updateAppointmentType: practice.updateAppointmentType.handler(({ context, input }) =>
    types.updateAppointmentType(context.ground, callOf(context), input),
  ),

  openingHours: practice.openingHours.handler(({ context, input }) =>
    openingHoursOf(context.ground.db, input.practitionerId),
  ),
  addOpeningHours: practice.addOpeningHours.handler(({ context, input }) =>
    hours.addOpeningHours(context.ground, callOf(context), input),
  ),
  addWeeklyHours: practice.addWeeklyHours.handler(({ context, input }) =>
    hours.addWeeklyHours(context.ground, callOf(context), input),
  ),
  updateOpeningHours: practice.updateOpeningHours.handler(({ context, input }) =>
    hours.updateOpeningHours(context.ground, callOf(context), input),
  ),
  removeOpeningHours: practice.removeOpeningHours.handler(({ context, input }) =>
    hours.removeOpeningHours(context.ground, callOf(context), input),
  ),

  exceptions: practice.exceptions.handler(({ context, input }) =>
    exceptionsOf(context.ground.db, input.practitionerId, input.from, input.to),
  ),
  addException: practice.addException.handler(({ context, input }) =>
    exceptions.addException(context.ground, callOf(context), input),
  ),
  removeException: practice.removeException.handler(({ context, input }) =>
    exceptions.removeException(context.ground, callOf(context), input),
  ),

  absences: practice.absences.handler(({ context, input }) =>
    absencesBetween(context.ground.db, input.from, input.to, input.practitionerId),
  ),
  addAbsence: practice.addAbsence.handler(({ context, input }) =>
    absences.addAbsence(context.ground, callOf(context), input),
  ),
  updateAbsence: practice.updateAbsence.handler(({ context, input }) =>
    absences.updateAbsence(context.ground, callOf(context), input),
  ),
  removeAbsence: practice.removeAbsence.handler(({ context, input }) =>
    absences.removeAbsence(context.ground, callOf(context), input),
  ),

  holidays: practice.holidays.handler(({ context, input }) =>
    holidaysBetween(input.from, input.to, found(houseStore.house(context.ground.db), 'house').region),
  ),
});
