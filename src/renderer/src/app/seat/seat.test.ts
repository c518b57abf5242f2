import { describe, expect, test } from 'vitest';
import { StaffId } from '../../../../contract/ids.ts';
import { useStation } from '../station.ts';
import { isIdle } from './idle.ts';
import { asksForPin, onSystemLock } from './take.ts';

const CM = StaffId.parse(1);
const JB = StaffId.parse(2);

describe('a desk that was left', () => {
  test('locks after the house’s minutes, or never', () => {
    expect([isIdle(0, 599_999, 10), isIdle(0, 600_000, 10), isIdle(0, 10 ** 9, null)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('with the PC itself: its PIN is asked for where there is one, else names are hidden', () =>
    expect([onSystemLock('seat'), onSystemLock(null)]).toEqual(['lock', 'curtain']));

  test('knows whose it was, keeps no seat, and is still locked after a reload', () => {
    useStation.getState().sit(CM, 'seat');
    useStation.getState().lock();
    expect(useStation.getState()).toMatchObject({ actorId: CM, seat: null, locked: true });
    expect([sessionStorage.getItem('parvis.seat'), sessionStorage.getItem('parvis.locked')]).toEqual([
      null,
      '1',
    ]);
    useStation.getState().beginSwitch();
    expect(useStation.getState().switching).toBe(false);
    useStation.getState().sit(JB);
    expect(useStation.getState()).toMatchObject({ actorId: JB, locked: false });
    expect(sessionStorage.getItem('parvis.locked')).toBeNull();
    useStation.getState().sit(null);
    useStation.getState().lock();
    expect(useStation.getState().locked).toBe(false);
  });
});

test('a code is asked of whoever has one, or of everybody', () => {
  const seating = { version: 1, lockMinutes: 10, pinRequired: false, withPin: [CM] };
  expect([asksForPin(seating, CM), asksForPin(seating, JB), asksForPin(undefined, CM)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(asksForPin({ ...seating, pinRequired: true }, JB)).toBe(true);
});
