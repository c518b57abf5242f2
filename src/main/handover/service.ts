/** What leaves the house for the night. */
export { give, saveWords, tonight } from './service/night.ts';
