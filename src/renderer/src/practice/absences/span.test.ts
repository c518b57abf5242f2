import { describe, expect, it } from 'vitest';
import type { PractitionerId } from '../../../../contract/ids.ts';
import { isInside, spanText } from './span.ts';

const whole = { start: null, end: null };

describe('an absence in words', () => {
  it('one day, a stretch, a stretch across the new year, a part of a day', () => {
    expect(spanText({ fromDay: '2026-11-23', toDay: '2026-11-23', ...whole })).toBe('lun. 23 nov. 2026');
    expect(spanText({ fromDay: '2026-11-23', toDay: '2026-11-27', ...whole })).toBe(
      'du lun. 23 nov. au ven. 27 nov. 2026',
    );
    expect(spanText({ fromDay: '2026-12-21', toDay: '2027-01-03', ...whole })).toBe(
      'du lun. 21 déc. 2026 au dim. 3 janv. 2027',
    );
    expect(spanText({ fromDay: '2026-11-23', toDay: '2026-11-23', start: 840, end: 1050 })).toBe(
      'lun. 23 nov. 2026, de 14\u00a0h à 17\u00a0h\u00a030',
    );
  });
});

describe('an appointment in an absence', () => {
  const absence = {
    practitionerId: 1 as PractitionerId,
    fromDay: '2026-11-23',
    toDay: '2026-11-24',
    start: 600,
    end: 660,
  };
  const at = (day: string, start: number, end: number, practitionerId = 1) =>
    isInside(absence, { practitionerId, day, start, end });

  it('counts when it touches it, not when it only borders it', () => {
    expect(at('2026-11-24', 650, 680)).toBe(true);
    expect(at('2026-11-24', 660, 680)).toBe(false);
    expect(at('2026-11-24', 580, 600)).toBe(false);
    expect(at('2026-11-25', 610, 620)).toBe(false);
    expect(at('2026-11-23', 610, 620, 2)).toBe(false);
  });

  it('counts at any hour of a whole day away', () => {
    expect(
      isInside({ ...absence, ...whole }, { practitionerId: 1, day: '2026-11-23', start: 0, end: 5 }),
    ).toBe(true);
  });
});
