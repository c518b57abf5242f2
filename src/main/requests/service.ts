/**
 * Use cases of requests and call-backs. Those that end in `Within` run in the transaction of an area above.
 * No dead end: `closeWithin` is the one door by which a request is closed, and the database refuses any other.
 */
export { book, bookWithin, type RequestBooked } from './service/book.ts';
export { close, closeWithin, stillOpen } from './service/close.ts';
export { history } from './service/history.ts';
export { type Opened, open, openWithin, update } from './service/open.ts';
export {
  add,
  addWithin,
  answerWithin,
  change,
  end,
  endWithin,
  promiseWithin,
  tried,
  triedWithin,
} from './service/promise.ts';
export {
  callbacksClosedOn,
  counts,
  forPractitioner,
  get,
  likely,
  ofPatient,
  pending,
  pendingCallbacks,
} from './service/read.ts';
export { rowsOf as rowsOfRequest } from './service/shared.ts';
export { callOffWith, reopenWithin, requestCompensations } from './service/undo.ts';
export type { CallbackRow } from './store/callbacks.ts';
export { type RequestRow, requestById } from './store/requests.ts';
