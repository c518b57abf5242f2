import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PractitionerId, StaffId } from '../../src/contract/ids.ts';
import { type Right, type Role, rightsOf, rightsWhileLocked } from '../../src/contract/rights.ts';
import { NGUYEN, PETIT } from '../support/agenda-house.ts';
import type { DeskClient } from '../support/client.ts';
import { errorOf } from './error-of.ts';
import { callAt, type Listed, procedures } from './procedures.ts';
import { CLARA, DR_NGUYEN, JULIE, LEFT_LAST_YEAR, LOUIS, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

/** What a call without input comes to: a code of the contract, or `accepted`. A stream is ended at once. */
const outcome = async (client: DeskClient, path: string): Promise<{ code: string; data?: unknown }> => {
  const ending = new AbortController();
  try {
    return await errorOf(callAt(client, path)(undefined, { signal: ending.signal }));
  } catch {
    return { code: 'accepted' };
  } finally {
    ending.abort();
  }
};

/** What each procedure answers; several calls are on their way at once, as from several windows. */
const outcomes = async (client: DeskClient) => {
  const all: (Listed & { readonly code: string; readonly data?: unknown })[] = [];
  for (let from = 0; from < procedures.length; from += 20)
    all.push(
      ...(await Promise.all(
        procedures
          .slice(from, from + 20)
          .map(async (listed) => ({ ...listed, ...(await outcome(client, listed.path)) })),
      )),
    );
  return all;
};

type Column = Role | 'locked';
const COLUMNS: readonly Column[] = ['reception', 'practitioner', 'coordinator', 'locked'];

/** The table that people read: procedure, right, and one answer a role. */
const written = readFileSync(join(import.meta.dirname, '../../docs/spec/rights.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, path, right, ...answers] =
      /^\| `([a-z]+\.\w+)` \| `([a-z]+\.?[a-z]*)` \| (yes|no) \| (yes|no) \| (yes|no) \| (yes|no) \|$/i.exec(
        line,
      ) ?? [];
    return path === undefined || right === undefined ? [] : [{ path, right, answers }];
  });

const rightsOfColumn = (column: Column): readonly Right[] =>
  column === 'locked' ? rightsWhileLocked : rightsOf[column];

it('the table of docs/spec/rights.md is the contract’s, so that no right changes unseen', () => {
  expect(written).toEqual(
    procedures.map(({ path, right }) => ({
      path,
      right,
      answers: COLUMNS.map((column) => (rightsOfColumn(column).includes(right) ? 'yes' : 'no')),
    })),
  );
});

/** As the table says, for whoever reads it. */
const allowed = (column: Column): ReadonlySet<string> =>
  new Set(
    written.filter(({ answers }) => answers[COLUMNS.indexOf(column)] === 'yes').map(({ path }) => path),
  );

describe.each(transports)('every procedure, $name', ({ connect }) => {
  let house: TestDesk;
  let connection: Connection;
  beforeAll(async () => {
    house = await openTestHouse();
    connection = await connect(house.desk);
    const staffId = StaffId.parse(CLARA);
    await connection.as({ actorId: JULIE }).people.setPin({ staffId, pin: '7301', current: null });
  });
  afterAll(async () => {
    await connection.close();
    await house.close();
  });

  it.each([
    ['nobody at all', {}, 'NO_ACTOR'],
    ['whoever has left', { actorId: LEFT_LAST_YEAR }, 'NO_ACTOR'],
    ['a number that is nobody’s', { actorId: 999 }, 'NO_ACTOR'],
    ['a seat that was never given', { actorId: CLARA, seat: 'guessed' }, 'LOCKED'],
    ['somebody with a PIN who only says her initials', { actorId: CLARA }, 'LOCKED'],
  ])('refuses %s, unless it comes before anybody can be known', async (_, sitting, refused) => {
    const locked = allowed('locked');
    const answers = await outcomes(connection.as(sitting));
    // Of these, an urgency without a name is refused by its own service, after the door has let it in.
    expect(answers.filter(({ code }) => code === refused).map(({ path }) => path)).toEqual(
      procedures.filter(({ path }) => !locked.has(path)).map(({ path }) => path),
    );
  });

  it.each([
    ['reception', LOUIS],
    ['practitioner', DR_NGUYEN],
    ['coordinator', JULIE],
  ] as const)(
    'answers the role %s as the table says, naming the right before it looks at the rest',
    async (role, actorId) => {
      const may = allowed(role);
      const answers = await outcomes(connection.as({ actorId }));
      const refused = answers.filter(({ code }) => code === 'FORBIDDEN');
      expect(refused.map(({ path, data }) => [path, data])).toEqual(
        procedures.filter(({ path }) => !may.has(path)).map(({ path, right }) => [path, { right }]),
      );
      const words = new Set([
        'accepted',
        'INVALID_INPUT',
        'CONFLICT',
        'NOTHING_TO_UNDO',
        'NOT_FOUND',
        'FORBIDDEN',
      ]);
      expect(answers.filter(({ code }) => !words.has(code))).toEqual([]);
    },
  );

  it('leaves a practitioner her own reserve and extra slots, and no colleague’s', async () => {
    const doctor = connection.as({ actorId: DR_NGUYEN });
    const rule = (practitionerId: PractitionerId) =>
      doctor.unscheduled.setRule({ practitionerId, version: 0, shares: true, keeps: false });
    expect(await rule(NGUYEN)).toMatchObject({ practitionerId: NGUYEN, shares: true });
    const place = { practitionerId: PETIT, day: '2026-11-24' };
    const hers = [
      rule(PETIT),
      doctor.unscheduled.giveExtra({ ...place, start: 780 }),
      doctor.unscheduled.release(place),
    ];
    for (const call of hers) expect(await errorOf(call)).toMatchObject({ code: 'FORBIDDEN' });
    const given = await connection.as({ actorId: LOUIS }).unscheduled.giveExtra({ ...place, start: 780 });
    expect(await errorOf(doctor.unscheduled.takeExtraBack(given))).toMatchObject({ code: 'FORBIDDEN' });
  });
});
