/** Use cases of the agenda. Those that end in `Within` run in the transaction of an area above. */
export { advice } from './service/advice.ts';
export { type Booked, book, bookWithin, refuseNotOffered } from './service/book.ts';
export { cancel } from './service/cancel.ts';
export { comment } from './service/comment.ts';
export { printDay } from './service/day-sheet.ts';
export { everyFreeSlot, freeSlots, openOn, ownDoctorOf } from './service/free-slots.ts';
export { glance } from './service/glance.ts';
export { expireOverdue, placeHold, releaseHold } from './service/holds.ts';
export { lookAt } from './service/look.ts';
export { move, moveWithin } from './service/move.ts';
export { range } from './service/range.ts';
export { get, ofPatient, stranded, toWarn, type Unsettled, waitingRoom } from './service/read.ts';
export {
  extraPlaces,
  giveExtra,
  type PlacesLeft,
  release,
  takeExtraBack,
  unscheduledDays,
  unscheduledLeft,
} from './service/reserve.ts';
export { slip } from './service/slip.ts';
export { setStatus } from './service/status.ts';
export { agendaCompensations } from './service/undo.ts';
