/**
 * A desk that closes a request towards a list and dies: `before` the lists have followed, or `within` their transaction.
 * `node waiting-store.ts FOLDER MOMENT`
 */
import { follow, type Reaction } from '../../src/main/core/follow.ts';
import { silentLog } from '../../src/main/core/log.ts';
import * as requests from '../../src/main/requests/service.ts';
import { concernsEntries, ENTRIES, entriesReaction } from '../../src/main/waitlist/service.ts';
import { clara, fillHouse, ROUX } from './agenda-house.ts';
import { mustOpen, storeOptions } from './data-folder.ts';
import { anyTime } from './requests-desk.ts';

const [folder = '', moment = ''] = process.argv.slice(2);
const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

const { ground } = await mustOpen(storeOptions(folder));
fillHouse(ground);
const diesWithin: Reaction = (tx, record) => {
  entriesReaction(tx, record);
  if (record.action === 'request.concluded') die();
};
follow(ground, ENTRIES, moment === 'within' ? diesWithin : entriesReaction, silentLog, concernsEntries);
const { id, version } = requests.open(ground, clara, {
  nature: 'registration',
  profession: 'general-practitioner',
  patientId: ROUX,
});
requests.close(ground, clara, {
  id,
  version,
  outcome: {
    kind: 'registration-list',
    profession: 'general-practitioner',
    practitionerIds: [],
    wishes: anyTime,
  },
});
if (moment === 'before') die();
setInterval(() => ground.clock.now(), 1000);
