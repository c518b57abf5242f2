/** Use cases of redirections. Those that end in `Within` run in the transaction of an area above. */
export { letter } from './service/letter.ts';
export { answered, get, history, ofEntry, pending, search, searchAt } from './service/read.ts';
export { start, startWithin } from './service/start.ts';
export { postpone, step, stepWithin } from './service/step.ts';
export { redirectionCompensations } from './service/undo.ts';
