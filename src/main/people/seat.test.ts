import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callAs, openTestGround, programCall, type TestGround } from '../../../tests/support/ground.ts';
import type { StaffId } from '../../contract/ids.ts';
import type { Staff } from '../../contract/people.ts';
import type { Call } from '../core/actor.ts';
import { all } from '../core/db.ts';
import { DeskError } from '../core/errors.ts';
import { since } from '../core/journal.ts';
import { saveSeating, setPin } from './service/pins.ts';
import { createSeats, type Seats } from './service/seats.ts';
import { sit, whoActs } from './service/sit.ts';
import { addStaff, updateStaff } from './service.ts';
import { seating } from './store/pins.ts';

let test: TestGround;
let clock: number;
let seats: Seats;
let julie: Staff;
let camille: Staff;
let byJulie: Call;
let byCamille: Call;

const STATION = 'Accueil 1';
const PIN = '7301';

beforeEach(() => {
  test = openTestGround();
  clock = 0;
  seats = createSeats(() => clock);
  const person = { practitionerId: null, active: true };
  julie = addStaff(test.ground, programCall, {
    ...person,
    initials: 'JB',
    name: 'Julie Brume',
    role: 'coordinator',
  });
  camille = addStaff(test.ground, programCall, {
    ...person,
    initials: 'CM',
    name: 'Camille Mistral',
    role: 'reception',
  });
  byJulie = callAs(julie.id, 'JB', 'coordinator');
  byCamille = callAs(camille.id, 'CM', 'reception');
});
afterEach(() => test.close());

const refusal = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof DeskError) return { code: error.code, ...error.data };
    throw error;
  }
  return 'accepted';
};

const give = (staffId: StaffId, pin: string | null = PIN, by: Call = byJulie) =>
  setPin(seats, test.ground, by, { staffId, pin, current: null });
const attempt = (pin: string | null, staffId: StaffId = camille.id) =>
  sit(seats, test.ground, STATION, { staffId, pin });
const acts = (seat: string | null, actorId: StaffId | null = null) =>
  whoActs(test.ground.db, seats, { actorId, seat });

describe('a desk that people share', () => {
  it('goes on by initials alone for whoever has no PIN', async () => {
    expect(acts(null, camille.id)).toMatchObject({ actor: { id: camille.id, label: 'CM' }, locked: false });
    const { seat } = await attempt(null);
    expect(acts(seat)).toMatchObject({ actor: { label: 'CM' } });
  });

  it('asks for the PIN of whoever has one, and gives a seat for it', async () => {
    await give(camille.id);
    expect(acts(null, camille.id)).toEqual({ actor: null, locked: true });
    expect(await refusal(() => attempt(null))).toEqual({ code: 'PIN_REQUIRED', why: 'not-given' });
    const { seat } = await attempt(PIN);
    expect(acts(seat)).toMatchObject({ actor: { id: camille.id, label: 'CM' }, locked: false });
    expect(acts(seat, camille.id)).toMatchObject({ actor: { label: 'CM' } });
    // Her seat speaks for nobody else who has a PIN.
    await give(julie.id, '4092');
    expect(acts(seat, julie.id)).toEqual({ actor: null, locked: true });
  });

  it('is nobody’s once she has left, and knows no seat that it did not give', async () => {
    await give(camille.id);
    const { seat } = await attempt(PIN);
    seats.end(seat);
    expect(acts(seat, camille.id)).toEqual({ actor: null, locked: true });
    expect(acts('guessed')).toEqual({ actor: null, locked: true });
    expect(acts(null)).toEqual({ actor: null, locked: false });
  });

  it('lets go of whoever has left the house, and of whose PIN was changed', async () => {
    await give(camille.id);
    const { seat } = await attempt(PIN);
    await give(camille.id, '83017');
    expect(acts(seat)).toEqual({ actor: null, locked: true });
    const again = await attempt('83017');
    updateStaff(test.ground, byJulie, { ...camille, active: false });
    expect(acts(again.seat).actor).toBeNull();
    expect(await refusal(() => attempt('83017'))).toEqual({ code: 'NOT_FOUND', what: 'staff' });
  });

  it('can ask everybody for a PIN, once whoever asks has her own', async () => {
    const asked = { version: 1, lockMinutes: 5, pinRequired: true };
    expect(await refusal(() => saveSeating(test.ground, byJulie, asked))).toEqual({
      code: 'INVALID_INPUT',
      fields: [{ path: 'pinRequired', code: 'own-pin-first' }],
    });
    await give(julie.id);
    expect(saveSeating(test.ground, byJulie, asked)).toEqual({ ...asked, version: 2, withPin: [julie.id] });
    expect(acts(null, camille.id)).toEqual({ actor: null, locked: true });
    expect(await refusal(() => attempt(null))).toEqual({ code: 'PIN_REQUIRED', why: 'none-set' });
    await give(camille.id);
    expect(acts((await attempt(PIN)).seat)).toMatchObject({ actor: { label: 'CM' } });
    expect(await refusal(() => give(camille.id, null))).toEqual({
      code: 'INVALID_INPUT',
      fields: [{ path: 'pin', code: 'pin-required' }],
    });
    expect(await refusal(() => saveSeating(test.ground, byJulie, asked))).toMatchObject({
      code: 'STALE_VERSION',
    });
  });
});

describe('a wrong PIN', () => {
  beforeEach(async () => {
    await give(camille.id);
  });

  it('says how many tries are left, then how long to wait', async () => {
    const answers: unknown[] = [];
    for (const pin of ['1111', '2222', '3333', '4444']) answers.push(await refusal(() => attempt(pin)));
    expect(answers).toEqual([
      { code: 'PIN_WRONG', triesLeft: 2, waitMs: 0 },
      { code: 'PIN_WRONG', triesLeft: 1, waitMs: 0 },
      { code: 'PIN_WRONG', triesLeft: 0, waitMs: 5_000 },
      { code: 'PIN_WAIT', waitMs: 5_000 },
    ]);
    // The right one waits as well: whoever tries them all learns nothing by going on.
    clock = 4_000;
    expect(await refusal(() => attempt(PIN))).toEqual({ code: 'PIN_WAIT', waitMs: 1_000 });
    clock = 5_000;
    expect(await refusal(() => attempt('4444'))).toEqual({
      code: 'PIN_WRONG',
      triesLeft: 0,
      waitMs: 15_000,
    });
    clock = 20_000;
    expect(await refusal(() => attempt(PIN))).toBe('accepted');
    expect(await refusal(() => attempt('1111'))).toMatchObject({ triesLeft: 2 });
  });

  it('costs its wait again after a restart, whatever the PC’s clock says', async () => {
    for (const pin of ['1111', '2222', '3333']) await refusal(() => attempt(pin));
    test.clock.set(test.clock.now() + 24 * 3_600_000);
    clock = 900;
    seats = createSeats(() => clock);
    expect(await refusal(() => attempt(PIN))).toEqual({ code: 'PIN_WAIT', waitMs: 5_000 });
    clock = 5_900;
    expect(await refusal(() => attempt(PIN))).toBe('accepted');
  });

  it('of one person makes nobody else wait', async () => {
    await give(julie.id, '4092');
    for (const pin of ['1111', '2222', '3333']) await refusal(() => attempt(pin));
    expect(await refusal(() => attempt('4092', julie.id))).toBe('accepted');
  });

  it('is counted before it is looked at: many at once gain nothing', async () => {
    const guesses = Array.from({ length: 1_000 }, (_, n) => String(n).padStart(4, '0'));
    const answers = await Promise.all(guesses.map((pin) => refusal(() => attempt(pin))));
    const looked = answers.filter((answer) => (answer as { code: string }).code === 'PIN_WRONG');
    expect(looked).toHaveLength(3);
    expect(answers).not.toContain('accepted');
    expect(await refusal(() => attempt(PIN))).toEqual({ code: 'PIN_WAIT', waitMs: 5_000 });
    expect(since(test.ground.db, 0).filter(({ action }) => action === 'seat.tried')).toHaveLength(3);
  });

  it('leaves neither itself nor the right one in the journal or the file', async () => {
    await refusal(() => attempt('64077'));
    await attempt(PIN);
    const kept = JSON.stringify([
      since(test.ground.db, 0),
      all(test.ground.db, 'SELECT hex(salt), hex(hash), cost, tries FROM staff_pins'),
    ]);
    expect(kept).not.toContain(`"${PIN}"`);
    expect(kept).not.toContain('64077');
    const of = since(test.ground.db, 0).filter(({ action }) => action.startsWith('seat.'));
    expect(of.map(({ action, actor, before, after }) => [action, actor, before, after])).toEqual([
      ['seat.tried', 'poste verrouillé', null, null],
      ['seat.tried', 'poste verrouillé', null, null],
      ['seat.taken', 'CM', null, null],
    ]);
  });

  it('two people with the same PIN have nothing alike in the file', async () => {
    await give(julie.id);
    const kept = all<{ salt: string; hash: string }>(
      test.ground.db,
      'SELECT hex(salt) AS salt, hex(hash) AS hash FROM staff_pins',
    );
    expect(new Set(kept.flatMap(({ salt, hash }) => [salt, hash])).size).toBe(4);
  });
});

describe('who gives a PIN', () => {
  it('oneself, with the present one', async () => {
    expect(await refusal(() => give(camille.id, PIN, byCamille))).toBe('accepted');
    const change = (current: string | null) =>
      setPin(seats, test.ground, byCamille, { staffId: camille.id, pin: '83017', current });
    expect(await refusal(() => change(null))).toEqual({
      code: 'INVALID_INPUT',
      fields: [{ path: 'current', code: 'required' }],
    });
    expect(await refusal(() => change('4092'))).toMatchObject({ code: 'PIN_WRONG', triesLeft: 2 });
    const { seat } = await change(PIN);
    expect(acts(seat)).toMatchObject({ actor: { label: 'CM' } });
  });

  it('a référent to anybody, nobody else to a colleague', async () => {
    expect(await refusal(() => give(julie.id, PIN, byCamille))).toEqual({
      code: 'FORBIDDEN',
      right: 'people.govern',
    });
    expect(await give(camille.id)).toEqual({ seat: null });
    await give(camille.id, null);
    expect(seating(test.ground.db).withPin).toEqual([]);
  });

  it('nobody one that everybody would try first', async () => {
    const faults: unknown[] = [];
    for (const pin of ['0000', '1234', '1987', '73', '73o1'])
      faults.push(await refusal(() => give(camille.id, pin)));
    const fault = (code: string) => ({ code: 'INVALID_INPUT', fields: [{ path: 'pin', code }] });
    expect(faults).toEqual([
      fault('pin-obvious'),
      fault('pin-obvious'),
      fault('pin-obvious'),
      fault('pin-format'),
      fault('pin-format'),
    ]);
  });
});

describe('a référent', () => {
  it('is made and changed by référents only', async () => {
    const alice = { initials: 'AB', name: 'Alice Besson', practitionerId: null, active: true };
    const forbidden = { code: 'FORBIDDEN', right: 'people.govern' };
    expect(await refusal(() => addStaff(test.ground, byCamille, { ...alice, role: 'coordinator' }))).toEqual(
      forbidden,
    );
    expect(
      await refusal(() => updateStaff(test.ground, byCamille, { ...camille, role: 'coordinator' })),
    ).toEqual(forbidden);
    expect(await refusal(() => updateStaff(test.ground, byCamille, { ...julie, initials: 'ZZ' }))).toEqual(
      forbidden,
    );
    expect(await refusal(() => addStaff(test.ground, byCamille, { ...alice, role: 'reception' }))).toBe(
      'accepted',
    );
  });

  it('is never the last to go', async () => {
    expect(await refusal(() => updateStaff(test.ground, byJulie, { ...julie, active: false }))).toEqual({
      code: 'INVALID_INPUT',
      fields: [{ path: 'active', code: 'last-referent' }],
    });
  });
});

it('a house from before there were référents: reception makes the first one', async () => {
  const old = openTestGround();
  const person = { practitionerId: null, active: true, role: 'reception' } as const;
  const sophie = addStaff(old.ground, programCall, { ...person, initials: 'SL', name: 'Sophie Lenoir' });
  const actor = () => whoActs(old.ground.db, seats, { actorId: sophie.id, seat: null }).actor;
  expect(actor()?.rights).toContain('people.govern');
  addStaff(old.ground, programCall, { ...person, initials: 'AB', name: 'Alice Besson', role: 'coordinator' });
  expect(actor()?.rights).not.toContain('people.govern');
  old.close();
});
