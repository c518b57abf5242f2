/** What leaves the house for the night, and what comes back in the morning. */
export { bring, correct, setAside, settle, typeLine } from './service/morning.ts';
export { give, saveWords, tonight } from './service/night.ts';
export { returnCounts, returned } from './service/reading.ts';
