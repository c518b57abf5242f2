/** Fills a house, tells what it committed, and waits for the kill: see `damage.ts`. */
import { addPractitioner, mustOpen, storeOptions } from './data-folder.ts';

const [folder = ''] = process.argv.slice(2);
const store = await mustOpen(storeOptions(folder));
const names = Array.from({ length: 40 }, (_, i) => `Praticien ${i}`);
for (const name of names) addPractitioner(store.ground, name);
process.send?.(names);
setInterval(() => store.ground.clock.now(), 1000);
