/** Unscheduled care in the fictitious house: its hour, its lines, what each doctor allows, and slots given this morning. */
import type { Practitioner } from '../../contract/practice.ts';
import type { Day } from '../../contract/time.ts';
import type { Tx } from '../core/ground.ts';
import { insertException } from '../practice/store/exceptions.ts';
import { saveReserveRule, saveUnscheduledSettings } from '../practice/store/reserve.ts';

interface Said {
  readonly shares: boolean;
  readonly keeps: boolean;
  /** Given this morning, beside the usual hours: two places each. */
  readonly givenAt: number | null;
}

const said: Readonly<Record<string, Said>> = {
  Bontemps: { shares: true, keeps: false, givenAt: 12 * 60 + 30 },
  Clairval: { shares: true, keeps: false, givenAt: 17 * 60 + 30 },
  Delalune: { shares: false, keeps: true, givenAt: null },
};

/** After the agenda was filled: what is given this morning is still to be had. */
export const keepReserves = (tx: Tx, today: Day, practitioners: readonly Practitioner[]): void => {
  const sorter = practitioners.find(({ familyName }) => familyName === 'Bontemps');
  saveUnscheduledSettings(tx.db, {
    version: 1,
    releaseAt: 17 * 60,
    sorterId: sorter?.id ?? null,
    cptsName: 'CPTS du Parvis (fictive)',
    cptsPhone: '01 99 00 01 15',
  });
  for (const { id, familyName } of practitioners) {
    const rule = said[familyName];
    if (rule === undefined) continue;
    saveReserveRule(tx.db, { practitionerId: id, version: 0, shares: rule.shares, keeps: rule.keeps });
    if (rule.givenAt !== null)
      insertException(tx.db, {
        practitionerId: id,
        day: today,
        effect: 'extra',
        start: rule.givenAt,
        end: rule.givenAt + 30,
        kind: 'unscheduled',
        capacity: 1,
        reason: 'Créneaux donnés ce matin',
      });
  }
};
