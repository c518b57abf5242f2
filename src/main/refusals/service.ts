/** Whom the house can still take on, and the guarded act by which somebody is not. */
export { policies, policyHistory, setPolicy } from './service/policies.ts';
