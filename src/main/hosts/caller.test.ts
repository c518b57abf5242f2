import { describe, expect, it } from 'vitest';
import { ACTOR_HEADER, SEAT_HEADER, STATION_HEADER } from '../../contract/base.ts';
import { readCaller } from './caller.ts';

const called = (actor: string | undefined, station: string | undefined) =>
  readCaller({ [ACTOR_HEADER]: actor, [STATION_HEADER]: station });

describe('who calls, from which desk', () => {
  it('is read from the headers', () => {
    expect(called('12', encodeURIComponent('Accueil de l’étage'))).toEqual({
      actorId: 12,
      seat: null,
      station: 'Accueil de l’étage',
    });
  });

  it('is nobody and an unnamed desk when nothing is said', () => {
    expect(readCaller({})).toEqual({ actorId: null, seat: null, station: 'Poste sans nom' });
  });

  it('carries a seat as it was given, or none', () => {
    const seated = (seat: string) => readCaller({ [SEAT_HEADER]: seat }).seat;
    expect(['a-B_9', '', 'x'.repeat(65), 'a b', 'é'].map(seated)).toEqual(['a-B_9', null, null, null, null]);
  });

  it.each(['', '0', '-1', '1.5', '1e3', ' 1', '0x1', '01', '99999999999999999', 'CM'])(
    '%j is nobody',
    (actor) => {
      expect(called(actor, 'Accueil').actorId).toBe(null);
    },
  );

  it.each([
    ['%0d%0aAccueil%00%202', 'Accueil  2'],
    ['%E2%80%AEiucA', 'iucA'],
    ['%E0%A4%A', 'Poste sans nom'],
    ['%20%20', 'Poste sans nom'],
    ['x'.repeat(80), 'x'.repeat(60)],
    [encodeURIComponent('🏥'.repeat(80)), '🏥'.repeat(60)],
  ])('the desk %j is one short line of text', (header, name) => {
    expect(called('1', header).station).toBe(name);
  });
});
