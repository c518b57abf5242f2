/** Opens a house of an earlier Parvis, says when it begins and when it is done, and waits: `node migrator.ts FOLDER`. */
import { mustOpen, storeOptions } from '../support/data-folder.ts';

const [folder = ''] = process.argv.slice(2);
process.send?.('begins');
const store = await mustOpen(storeOptions(folder));
process.send?.('done');
setInterval(() => store.ground.clock.now(), 1_000);
