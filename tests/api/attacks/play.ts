/**
 * Plays attacks against the sources that it stands in, and says what each was answered: `node play.ts [PART-OF-A-NAME…]`;
 * without a name, all that do not take long. One JSON line each, for `npm run attacks`.
 */
import { setTimeout } from 'node:timers/promises';
import { type Attack, startTarget, type Target } from './attack.ts';
import { bodyAttacks } from './bodies.ts';
import { callAttacks } from './calls.ts';
import { doorAttacks } from './door.ts';

const LONG = /guesses|slowloris|More connections|wrong PINs/;
/** An attack that waits for a desk to defend itself would wait for ever. */
const PATIENCE_MS = 120_000;

const names = process.argv.slice(2);
const wanted = [...doorAttacks, ...bodyAttacks, ...callAttacks].filter(({ name }) =>
  names.length === 0 ? !LONG.test(name) : names.some((part) => name.includes(part)),
);

const answerTo = async (target: Target, { play }: Attack): Promise<string> => {
  try {
    return await Promise.race([play(target), setTimeout(PATIENCE_MS, 'no end', { ref: false })]);
  } catch (error) {
    return `the attack failed: ${error instanceof Error ? error.message : String(error)}`;
  }
};

const target = await startTarget();
for (const attack of wanted) {
  const got = await answerTo(target, attack);
  process.stdout.write(`${JSON.stringify({ name: attack.name, answer: attack.answer, got })}\n`);
}
await target.stop();
process.exit();
