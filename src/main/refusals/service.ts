/** Whom the house can still take on, and the guarded act by which somebody is not. */
export { decide, decisions, handOver, withdrawDecision } from './service/decisions.ts';
export { history } from './service/history.ts';
export { attestation, words } from './service/papers.ts';
export { accept, acceptWithin, giveBack } from './service/places.ts';
export { policies, policyHistory, setPolicy } from './service/policies.ts';
export { duties, get, ofRequest, record, recordWithin } from './service/record.ts';
export { whoCan } from './service/who-can.ts';
