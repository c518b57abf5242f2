/** Loaded before every test file: one seed for all property tests of the run, so that a failure can be replayed. */
import fc from 'fast-check';

const seed = Number(process.env['PARVIS_SEED']);
if (!Number.isSafeInteger(seed)) throw new Error('PARVIS_SEED must be a whole number');
fc.configureGlobal({ seed });
