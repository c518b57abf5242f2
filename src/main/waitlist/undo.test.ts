/** Ctrl+Z on what was said of somebody who waits: back as before, or told that it comes too late. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { booking, refused } from '../../../tests/support/agenda-desk.ts';
import { DUPONT, ROUX } from '../../../tests/support/agenda-house.ts';
import {
  anybody,
  clara,
  louis,
  openWaitlistDesk,
  type WaitlistDesk,
} from '../../../tests/support/waitlist-desk.ts';
import type { WaitlistEntry } from '../../contract/waitlist.ts';
import * as agenda from '../agenda/service.ts';
import { criteriaOf } from '../criteria/service.ts';
import { summariesOf } from '../patients/store.ts';
import * as waitlist from './service.ts';

let desk: WaitlistDesk;
beforeEach(() => {
  desk = openWaitlistDesk();
});
afterEach(() => desk.shut());

const only = (patientId = ROUX): WaitlistEntry => {
  const [entry, ...others] = desk.entriesOf(patientId);
  if (!entry || others.length > 0) throw new Error('not one entry');
  return entry;
};
const sent = ({ id, version }: WaitlistEntry) => ({ id, version });

const acts: readonly [string, (entry: WaitlistEntry) => WaitlistEntry][] = [
  ['tried', (entry) => waitlist.tried(desk.ground, clara, sent(entry))],
  ['reconfirmed', (entry) => waitlist.reconfirm(desk.ground, clara, sent(entry))],
  [
    'updated',
    (entry) =>
      waitlist.update(desk.ground, clara, {
        ...sent(entry),
        limits: { ...anybody, homeVisit: true },
        cptsAgrees: true,
      }),
  ],
  ['closed', (entry) => waitlist.close(desk.ground, clara, { ...sent(entry), end: 'found-elsewhere' })],
];

describe('Ctrl+Z on an entry', () => {
  test.each(acts)('%s: the entry is as it was', (action, act) => {
    desk.register(ROUX, louis);
    desk.at('2026-12-10', 600);
    const before = only();
    expect(act(before)).not.toEqual({ ...before, version: before.version + 1 });
    expect(desk.undo().action).toBe(`waitlist.${action}`);
    expect(only()).toEqual({ ...before, version: before.version + 2 });
  });

  test.each(acts)('%s, and somebody worked on it since: too late', (_action, act) => {
    desk.register(ROUX, louis);
    desk.at('2026-12-10', 600);
    const done = act(only());
    if (done.state === 'closed') waitlist.reopen(desk.ground, louis, sent(done));
    else waitlist.tried(desk.ground, louis, sent(done));
    const after = only();
    expect(refused(() => desk.undo())).toEqual({ code: 'UNDO_TOO_LATE', data: {} });
    expect(only()).toEqual(after);
  });

  test('brought back: closed again, as it had been', () => {
    const entry = desk.register(ROUX, louis);
    const closed = waitlist.close(desk.ground, louis, { ...sent(entry), end: 'expired' });
    desk.at('2026-12-10', 600);
    waitlist.reopen(desk.ground, clara, sent(closed));
    expect(desk.undo().action).toBe('waitlist.reopened');
    expect(only()).toEqual({ ...closed, version: closed.version + 2 });
  });

  test('added: closed as a mistake, and nothing that is read later brings it back', () => {
    desk.register(ROUX);
    expect(desk.undo().action).toBe('waitlist.added');
    expect(only()).toMatchObject({ state: 'closed', end: 'opened-by-mistake' });
    const asked = desk.open({ patientId: ROUX, nature: 'administrative' });
    desk.close(asked, { kind: 'answered', said: 'Fait.' });
    expect(only()).toMatchObject({ state: 'closed', end: 'opened-by-mistake' });
  });

  test('closed, and she was put on the list again since: too late', () => {
    const entry = desk.register(ROUX);
    waitlist.close(desk.ground, clara, { ...sent(entry), end: 'no-longer-looking' });
    desk.register(ROUX, louis);
    expect(refused(() => desk.undo()).code).toBe('UNDO_TOO_LATE');
  });

  test('closed, and the appointment that stood was cancelled since: nobody waits for a sooner one', () => {
    const { appointment } = agenda.book(
      desk.ground,
      louis,
      booking({ patientId: DUPONT, day: '2026-11-26' }),
    );
    const entry = waitlist.add(desk.ground, louis, {
      kind: 'earlier',
      appointmentId: appointment.id,
      origin: 'call',
      limits: anybody,
    });
    waitlist.close(desk.ground, clara, { ...sent(entry), end: 'no-longer-looking' });
    agenda.cancel(desk.ground, louis, { id: appointment.id, version: appointment.version, by: 'patient' });
    desk.catchUp();
    expect(refused(() => desk.undo()).code).toBe('UNDO_TOO_LATE');
    expect(only(DUPONT)).toMatchObject({ state: 'closed', end: 'no-longer-looking' });
  });

  test('closed, and what she had asked was settled since: she does not wait again', () => {
    const asked = desk.open(
      { nature: 'registration', profession: 'general-practitioner', patientId: ROUX },
      louis,
    );
    desk.close(
      asked,
      {
        kind: 'registration-list',
        profession: 'general-practitioner',
        practitionerIds: [],
        wishes: anybody.wishes,
      },
      louis,
    );
    waitlist.close(desk.ground, clara, { ...sent(only()), end: 'no-longer-looking' });
    const again = desk.open(
      { nature: 'registration', profession: 'general-practitioner', patientId: ROUX },
      louis,
    );
    desk.close(again, { kind: 'withdrawn' }, louis);
    desk.catchUp();
    expect(desk.undo().action).toBe('waitlist.closed');
    expect(only()).toMatchObject({ state: 'closed', end: 'settled' });
  });

  test('what may lift her: unknown again', () => {
    const entry = desk.register(ROUX, louis);
    const facts = () => {
      const { db } = desk.ground;
      const said = criteriaOf(db, [...summariesOf(db, [ROUX]).values()], '2026-11-23').get(ROUX) ?? [];
      return said.filter(({ criterion }) => criterion === 'c2s').map(({ answer }) => answer);
    };
    const fact = {
      criterion: 'c2s',
      answer: 'yes',
      source: 'person',
      saidOn: '2026-11-23',
      holdsUntil: null,
    } as const;
    const before = facts();
    waitlist.setCriterion(desk.ground, clara, { entryId: entry.id, version: 0, fact });
    expect(facts()).toEqual(['yes']);
    desk.undo();
    expect(facts().filter((answer) => answer === 'yes')).toEqual([]);
    expect(before.filter((answer) => answer === 'yes')).toEqual([]);
  });
});
