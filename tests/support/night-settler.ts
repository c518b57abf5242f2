/** Makes the lines of a night into something, one after the other, and tells each that it has; until it is killed. */
import { returned, settle } from '../../src/main/handover/service.ts';
import { clara } from './agenda-house.ts';
import { mustOpen, storeOptions } from './data-folder.ts';

const [folder = ''] = process.argv.slice(2);
const { ground } = await mustOpen(storeOptions(folder));
for (const { id, version, reading } of returned(ground).lines) {
  if (reading === null) continue;
  settle(ground, clara, {
    id,
    version,
    what: reading.kind,
    patientId: reading.patient?.id ?? null,
    confirmedNew: false,
  });
  process.send?.(id);
  // The message leaves before the next line is begun.
  await new Promise((resolve) => setImmediate(resolve));
}
process.disconnect?.();
