import { professionLabels } from '../../../contract/professions.ts';
import type { Call } from '../../core/actor.ts';
import type { Ground } from '../../core/ground.ts';
import { cptsCsv } from '../rules/cpts-csv.ts';
import { toEntries } from './lines.ts';
import { openNow } from './read.ts';
import { wallNow } from './shared.ts';

/**
 * Only those who agreed, by name: neither criteria nor rank leave the house. Written down, since it leaves it; what was
 * carried out of the house cannot be taken back.
 */
export const exportForCpts = (
  ground: Ground,
  call: Call,
): { fileName: string; csv: string; people: number } =>
  ground.write(call, (tx) => {
    const today = wallNow(tx.db, tx.now);
    const agreed = openNow(tx.db, 'registration', today).filter(({ cptsAgrees }) => cptsAgrees === true);
    const csv = cptsCsv(
      toEntries(tx.db, agreed).map(({ patient, profession, homeVisit, stepFree, since }) => ({
        name: patient.displayName,
        birth: patient.birth,
        phone: patient.phone,
        city: patient.city,
        profession: professionLabels[profession].label,
        homeVisit,
        stepFree,
        since: wallNow(tx.db, since).day,
      })),
    );
    const people = new Set(agreed.map(({ patientId }) => patientId)).size;
    tx.record({
      action: 'waitlist.exported',
      rows: agreed.map(({ id }) => ({ entity: 'waitlist-entry', id })),
      after: { to: 'cpts', people },
    });
    return { fileName: `liste-inscription-cpts-${today.day}.csv`, csv, people };
  });
