import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../../contract/practice.ts';
import type { OnList } from '../../../../contract/requests.ts';
import { instantOf } from '../../../../contract/time.ts';
import { listDetail, listTitle, sinceText, wishesText } from './listed-text.ts';

const petit = { id: 2, title: 'Dr', familyName: 'Petit', givenName: 'Hélène' } as unknown as Practitioner;
const registration = (
  more: Partial<Extract<OnList['list'], { kind: 'registration' }>> = {},
): OnList['list'] => ({
  kind: 'registration',
  profession: 'general-practitioner',
  practitionerIds: [],
  ...more,
});
const anyTime = { days: [], from: null, to: null, practitionerSex: null, atShortNotice: false, note: null };

describe('a line of those who wait', () => {
  test('for a médecin traitant, or of another profession: anybody, or whom she named', () => {
    expect([listTitle(registration()), listDetail(registration(), [petit])]).toEqual([
      'Médecin traitant',
      'Médecins, sans préférence',
    ]);
    expect(listDetail(registration({ practitionerIds: [petit.id] }), [petit])).toBe('Dr Petit');
    expect(listTitle(registration({ profession: 'nurse' }))).toBe('Liste d’attente');
  });

  test('for an earlier place: whose, and the one that she keeps', () => {
    const list: OnList['list'] = {
      kind: 'earlier',
      appointment: { id: 1 as never, practitionerId: petit.id, day: '2026-11-26', start: 555 },
    };
    expect([listTitle(list), listDetail(list, [petit])]).toEqual([
      'Plus tôt',
      'Dr Petit, rendez-vous gardé le jeu. 26 nov. à 9\u00a0h\u00a015',
    ]);
  });

  test('with what she can come to, and nothing where nothing was wished', () => {
    expect(wishesText(anyTime)).toBeNull();
    expect(
      wishesText({ ...anyTime, days: [2, 4], to: 720, practitionerSex: 'female', atShortNotice: true }),
    ).toBe('mardi, jeudi · avant 12\u00a0h · une praticienne · disponible vite');
    expect(wishesText({ ...anyTime, from: 840 })).toBe('après 14\u00a0h');
    expect(wishesText({ ...anyTime, from: 540, to: 720 })).toBe('de 9\u00a0h à 12\u00a0h');
  });

  test('since when, counted on the house’s calendar', () => {
    const since = (day: string) =>
      sinceText(instantOf(day, 600, 'Europe/Paris'), '2026-11-23', 'Europe/Paris');
    expect(since('2026-11-12')).toEqual({ day: 'jeu. 12 nov.', long: 'depuis 11\u00a0jours' });
    expect([since('2026-11-23').long, since('2026-11-22').long]).toEqual([
      'depuis aujourd’hui',
      'depuis hier',
    ]);
  });
});
