import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callAs, openTestGround, programCall, type TestGround } from '../../../tests/support/ground.ts';
import type { PractitionerId, StaffId } from '../../contract/ids.ts';
import type { StaffDraft } from '../../contract/people.ts';
import { REFERENTS, rightsOf } from '../../contract/rights.ts';
import { run } from '../core/db.ts';
import { DeskError } from '../core/errors.ts';
import { historyOf } from '../core/journal.ts';
import { addStaff, updateStaff } from './service.ts';
import { actorOf, allStaff } from './store.ts';

let test: TestGround;
beforeEach(() => {
  test = openTestGround();
});
afterEach(() => test.close());

const sophie: StaffDraft = {
  initials: 'sl',
  name: 'Sophie Lenoir',
  role: 'reception',
  practitionerId: null,
  active: true,
};

const refusal = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    if (error instanceof DeskError) return { code: error.code, ...error.data };
    throw error;
  }
  return 'accepted';
};

describe('the people of the desk', () => {
  it('somebody added can act at once, under capital initials, with the rights of the role', () => {
    const added = addStaff(test.ground, programCall, sophie);
    expect(added).toEqual({ ...sophie, initials: 'SL', id: added.id, version: 1 });
    expect(actorOf(test.ground.db, added.id)).toEqual({
      id: added.id,
      label: 'SL',
      rights: [...rightsOf.reception, ...REFERENTS],
    });
  });

  it('somebody who has left, or whom nobody knows, does not act', () => {
    const added = addStaff(test.ground, programCall, sophie);
    addStaff(test.ground, programCall, { ...sophie, initials: 'AB', name: 'Alice Besson' });
    updateStaff(test.ground, callAs(added.id, 'SL'), { ...added, active: false });
    expect(actorOf(test.ground.db, added.id)).toBe(null);
    expect(actorOf(test.ground.db, 99 as StaffId)).toBe(null);
    expect(allStaff(test.ground.db).map((s) => [s.initials, s.active])).toEqual([
      ['AB', true],
      ['SL', false],
    ]);
  });

  it('the journal keeps who added and who changed whom', () => {
    const added = addStaff(test.ground, programCall, sophie);
    const next = { ...added, name: 'Sophie Lenoir-Petit' };
    updateStaff(test.ground, callAs(added.id, 'SL'), next);
    const history = historyOf(test.ground.db, { entity: 'staff', id: added.id });
    expect(history.map((h) => [h.action, h.actor, h.before, h.after])).toEqual([
      ['staff.added', 'installation', null, added],
      ['staff.updated', 'SL', added, { ...next, version: 2 }],
    ]);
  });

  it('whoever saves second is told what the first one changed, and nothing is lost', () => {
    const added = addStaff(test.ground, programCall, sophie);
    updateStaff(test.ground, programCall, { ...added, name: 'Sophie Lenoir-Petit' });
    updateStaff(test.ground, programCall, {
      ...added,
      version: 2,
      name: 'Sophie Lenoir-Petit',
      role: 'coordinator',
    });
    expect(refusal(() => updateStaff(test.ground, programCall, { ...added, initials: 'SLP' }))).toEqual({
      code: 'STALE_VERSION',
      version: 3,
      changed: ['name', 'role'],
    });
    expect(allStaff(test.ground.db)[0]).toEqual({
      ...added,
      version: 3,
      name: 'Sophie Lenoir-Petit',
      role: 'coordinator',
    });
  });

  it('once the contents of the journal are erased, the fields that differ from what was sent are named', () => {
    const added = addStaff(test.ground, programCall, sophie);
    updateStaff(test.ground, programCall, { ...added, name: 'Sophie Lenoir-Petit' });
    test.ground.write(programCall, (tx) => {
      run(tx.db, 'UPDATE journal_contents SET contents = NULL, salt = NULL, erased_at = 1');
      tx.record({ action: 'test.erased', rows: [] });
    });
    expect(refusal(() => updateStaff(test.ground, programCall, { ...added, initials: 'SLP' }))).toEqual({
      code: 'STALE_VERSION',
      version: 2,
      changed: ['initials', 'name'],
    });
  });

  it('a refused save leaves no trace', () => {
    addStaff(test.ground, programCall, sophie);
    expect(refusal(() => addStaff(test.ground, programCall, { ...sophie, name: 'Simon Lebrun' }))).toEqual({
      code: 'INVALID_INPUT',
      fields: [{ path: 'initials', code: 'duplicate' }],
    });
    expect(allStaff(test.ground.db).map((s) => s.name)).toEqual(['Sophie Lenoir']);
  });

  it('initials of a practitioner whom the house does not have are refused', () => {
    const draft: StaffDraft = { ...sophie, role: 'practitioner', practitionerId: 12 as PractitionerId };
    expect(refusal(() => addStaff(test.ground, programCall, draft))).toEqual({
      code: 'INVALID_INPUT',
      fields: [{ path: 'practitionerId', code: 'unknown' }],
    });
  });
});
