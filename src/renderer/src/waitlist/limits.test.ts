import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../contract/practice.ts';
import { limitsByKey, noLimits } from './limits.ts';

const petit = { id: 2 } as unknown as Practitioner;
const nguyen = { id: 3 } as unknown as Practitioner;
const pressed = (keys: string) =>
  [...keys].reduce((limits, key) => limitsByKey(limits, key, [petit, nguyen]) ?? limits, noLimits);

describe('what somebody can come to, by single keys', () => {
  test('whom: digits add and take away, nobody named means anybody', () => {
    expect(pressed('2').practitionerIds).toEqual([3]);
    expect(pressed('21').practitionerIds).toEqual([3, 2]);
    expect(pressed('22').practitionerIds).toEqual([]);
    expect(limitsByKey(noLimits, '3', [petit, nguyen])).toBeNull();
  });

  test('when: mornings or afternoons, never both; days in their order; at two hours’ notice', () => {
    expect(pressed('m').wishes).toMatchObject({ from: null, to: 720 });
    expect(pressed('ma').wishes).toMatchObject({ from: 720, to: null });
    expect(pressed('mm').wishes).toMatchObject({ from: null, to: null });
    expect(pressed('jr').wishes.days).toEqual([2, 4]);
    expect(pressed('d').wishes.atShortNotice).toBe(true);
  });

  test('where and by whom: at home, without steps, a woman or a man', () => {
    expect(pressed('pz')).toMatchObject({ stepFree: true, homeVisit: true });
    expect(pressed('fh').wishes.practitionerSex).toBe('male');
    expect(pressed('ff').wishes.practitionerSex).toBeNull();
    expect(limitsByKey(noLimits, 'q', [])).toBeNull();
  });
});
