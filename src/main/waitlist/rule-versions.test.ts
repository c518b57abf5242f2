/** The house's rule for the order: written, adopted by those who are named, never changed. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import { clara, fixtureDb, NGUYEN, PETIT } from '../../../tests/support/agenda-house.ts';
import { bareRefusalHouse, drNguyen, type RefusalHouse } from '../../../tests/support/refusal-house.ts';
import type { PractitionerId, WaitlistRulesId } from '../../contract/ids.ts';
import { run } from '../core/db.ts';
import { since } from '../core/journal.ts';
import { PROPOSED } from './rules/score.ts';
import { adoptRules, rules, writeRules } from './service/rule-versions.ts';

let house: RefusalHouse;
beforeEach(() => {
  house = bareRefusalHouse();
});
afterEach(() => house.close());

const write = (more: object = {}, call = clara) => writeRules(house.ground, call, { ...PROPOSED, ...more });
const adopt = (id: WaitlistRulesId, more: object = {}, call = drNguyen) =>
  adoptRules(house.ground, call, { id, on: '2026-11-20', practitionerIds: [NGUYEN, PETIT], ...more });
const fields = (work: () => unknown) => (refused(work).data as { fields: unknown }).fields;

describe('A version of the rule', () => {
  test('is written down by the reception, and counts for nothing until it is adopted', () => {
    const written = write();
    expect(written).toEqual({
      id: 1,
      weights: {
        'age-70': 20,
        'long-term-illness': 30,
        c2s: 20,
        pregnancy: 20,
        'hospital-discharge': 25,
        'doctor-gone': 10,
        'child-under-2': 10,
        'reduced-mobility': 10,
      },
      cap: 60,
      perWeek: 2,
      writtenAt: house.clock.now(),
      writtenBy: 1,
      adoption: null,
    });
    expect(rules(house.ground)).toEqual({ inForce: null, versions: [written] });
    expect(since(house.ground.db, 0).at(-1)).toMatchObject({
      action: 'waitlist-rules.written',
      actor: 'CM',
      rows: [{ entity: 'waitlist-rules', id: 1 }],
      undoable: false,
    });
  });

  test('keeps its cap at or above its heaviest criterion', () => {
    expect(fields(() => write({ cap: 29 }))).toEqual([{ path: 'cap', code: 'below-heaviest' }]);
    expect(write({ cap: 30 }).cap).toBe(30);
  });

  test('is adopted by a practitioner under her own initials, with those who decided it named', () => {
    const { id } = write();
    const adopted = adopt(id);
    expect(adopted.adoption).toEqual({
      on: '2026-11-20',
      practitionerIds: [NGUYEN, PETIT],
      recordedAt: house.clock.now(),
      recordedBy: 3,
    });
    expect(rules(house.ground).inForce).toEqual(adopted);
    expect(since(house.ground.db, 0).at(-1)).toMatchObject({
      action: 'waitlist-rules.adopted',
      actor: 'LN',
      rows: [
        { entity: 'practitioner', id: NGUYEN },
        { entity: 'practitioner', id: PETIT },
        { entity: 'waitlist-rules', id: 1 },
      ],
      undoable: false,
    });
  });

  test('is adopted neither by the reception nor in a practitioner’s absence', () => {
    const { id } = write();
    expect(refused(() => adopt(id, {}, clara))).toEqual({ code: 'NOT_A_PRACTITIONER', data: {} });
    expect(fields(() => adopt(id, { practitionerIds: [PETIT] }))).toEqual([
      { path: 'practitionerIds', code: 'herself-missing' },
    ]);
    expect(rules(house.ground).inForce).toBe(null);
  });

  test('names people who work here, each once, and a day that has come', () => {
    const { id } = write();
    expect(fields(() => adopt(id, { on: '2026-11-24' }))).toEqual([{ path: 'on', code: 'future' }]);
    expect(fields(() => adopt(id, { practitionerIds: [NGUYEN, NGUYEN] }))).toEqual([
      { path: 'practitionerIds', code: 'duplicate' },
    ]);
    expect(refused(() => adopt(id, { practitionerIds: [NGUYEN, 99 as PractitionerId] }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'practitioner' },
    });
    run(fixtureDb(house.ground), 'UPDATE practitioners SET active = 0 WHERE id = ?', [PETIT]);
    expect(fields(() => adopt(id))).toEqual([{ path: 'practitionerIds', code: 'inactive' }]);
    expect(adopt(id, { on: '2026-11-23', practitionerIds: [NGUYEN] }).adoption?.on).toBe('2026-11-23');
  });

  test('is adopted once; the last one adopted is in force, whichever was written last', () => {
    const [first, second] = [write(), write({ perWeek: 3 })];
    adopt(second.id);
    expect(refused(() => adopt(second.id))).toEqual({
      code: 'CONFLICT',
      data: { reason: 'already-adopted' },
    });
    house.clock.set(house.clock.now() + 60_000);
    adopt(first.id);
    expect(rules(house.ground)).toMatchObject({
      inForce: { id: first.id },
      versions: [{ id: second.id }, { id: first.id }],
    });
  });

  test('stands as it was written, whatever program writes into the file', () => {
    const { id } = write();
    const db = fixtureDb(house.ground);
    const stands = 'waitlist_rules: a version stands as it was written';
    expect(() => run(db, 'UPDATE waitlist_rules SET c2s = 0')).toThrow(stands);
    expect(() => run(db, 'DELETE FROM waitlist_rules')).toThrow(stands);
    adopt(id);
    expect(() => run(db, 'UPDATE waitlist_rules SET adopted_on = adopted_on')).toThrow(stands);
    expect(() =>
      run(db, 'UPDATE waitlist_rules SET adopted_on = NULL, adopted_at = NULL, adopted_by = NULL'),
    ).toThrow(stands);
  });
});
