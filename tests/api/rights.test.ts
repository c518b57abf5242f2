import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Right, rightsOf, rightsWhileLocked } from '../../src/contract/rights.ts';
import type { DeskClient } from '../support/client.ts';
import { errorOf } from './error-of.ts';
import { callAt, type Listed, procedures } from './procedures.ts';
import { DR_NGUYEN, JULIE, LEFT_LAST_YEAR, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

const of = (right: Right): string[] =>
  procedures.filter((one) => one.right === right).map(({ path }) => path);

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

describe('who may do what', () => {
  it('is written here once more, so that no right changes unseen', () => {
    expect(of('public').sort()).toEqual([
      // A new PC: nobody works here yet. Refused once a house is set up.
      'copies.bring',
      'copies.lookIn',
      'gate.recoveryCode',
      'gate.restore',
      // The closed door tries again: nobody can be at the desk yet.
      'gate.retry',
      'gate.status',
      'gate.unlock',
      // Sitting down, and getting up; by the recovery code where the last référent has forgotten her PIN.
      'people.leave',
      'people.list',
      'people.recoverPin',
      'people.seating',
      'people.sit',
      'practice.house',
      'practice.setUp',
      // The card must never be missing, whoever is at the desk; it names no patient.
      'urgency.card',
    ]);
    expect(of('agenda.write').sort()).toEqual([
      'agenda.book',
      'agenda.cancel',
      'agenda.comment',
      'agenda.move',
      'agenda.setStatus',
      // Her reserve is hers to give, to open to colleagues and to give back.
      'unscheduled.giveExtra',
      'unscheduled.release',
      'unscheduled.setRule',
      'unscheduled.takeExtraBack',
    ]);
    expect(of('patients.write').sort()).toEqual([
      'patients.create',
      'patients.merge',
      'patients.unmerge',
      'patients.update',
    ]);
    expect(of('requests.write').sort()).toEqual([
      'callbacks.add',
      'callbacks.close',
      'callbacks.tried',
      'callbacks.update',
      'redirections.postpone',
      'redirections.start',
      'redirections.step',
      'requests.book',
      'requests.close',
      'requests.open',
      'requests.update',
      'unscheduled.book',
      'unscheduled.pass',
      'unscheduled.walk',
      'waitlist.accept',
      'waitlist.acceptPlace',
      'waitlist.add',
      'waitlist.answer',
      'waitlist.close',
      'waitlist.exportForCpts',
      'waitlist.leaveFree',
      'waitlist.offer',
      'waitlist.offerPlace',
      'waitlist.reconfirm',
      'waitlist.reopen',
      'waitlist.setCriterion',
      'waitlist.tried',
      'waitlist.update',
    ]);
    expect(of('urgency.write').sort()).toEqual([
      'urgency.acknowledge',
      'urgency.saveCard',
      'urgency.signCard',
    ]);
    expect(of('urgency.record')).toEqual(['urgency.record']);
    expect(of('seat.own')).toEqual(['people.setPin']);
    expect(of('people.govern')).toEqual(['people.saveSeating']);
    expect(of('policies.write').sort()).toEqual([
      'refusals.setPolicy',
      'waitlist.givePlaces',
      'waitlist.withdrawPlaces',
    ]);
    expect(of('refusals.write').sort()).toEqual(['refusals.accept', 'refusals.giveBack', 'refusals.record']);
    expect(of('decisions.write').sort()).toEqual([
      'refusals.decide',
      'refusals.handOver',
      'refusals.withdrawDecision',
      // The practitioners' own rule.
      'waitlist.adoptRules',
    ]);
    expect(of('directory.write').sort()).toEqual([
      'directory.create',
      'directory.putAway',
      'directory.update',
      'directory.verify',
    ]);
    expect(of('directory.import').sort()).toEqual([
      'directory.importApply',
      'directory.importBegin',
      'directory.importChunk',
      'directory.importEnd',
      'directory.importLook',
      'directory.importProgress',
      'directory.importStop',
    ]);
    expect(of('texts.write').sort()).toEqual(['texts.reset', 'texts.save']);
    expect(of('paper.print').sort()).toEqual(['agenda.printDay']);
    expect(of('people.write').sort()).toEqual(['people.add', 'people.update']);
    expect([...new Set(of('exchange.write').map((path) => path.split('.')[0]))]).toEqual(['exchange']);
    expect([...new Set(of('practice.write').map((path) => path.split('.')[0]))].sort()).toEqual([
      'copies',
      'practice',
      'unscheduled',
      'urgency',
      'waitlist',
    ]);
  });

  it('lets a practitioner work the agenda, and leaves the settings to reception', () => {
    expect(rightsOf.practitioner).toEqual([
      'public',
      'seat.own',
      'desk.read',
      'agenda.write',
      'patients.write',
      'requests.write',
      'urgency.record',
      'urgency.write',
      'policies.write',
      'decisions.write',
      'paper.print',
      'directory.write',
    ]);
  });
});

describe.each(transports)('every procedure, $name', ({ connect }) => {
  let house: TestDesk;
  let connection: Connection;
  beforeAll(async () => {
    house = await openTestHouse();
    connection = await connect(house.desk);
  });
  afterAll(async () => {
    await connection.close();
    await house.close();
  });

  it('refuses whoever is nobody, unless it comes before anybody can be known', async () => {
    for (const actorId of [undefined, LEFT_LAST_YEAR, 999]) {
      const client = connection.as(actorId === undefined ? {} : { actorId });
      for (const { path, right, code } of await outcomes(client)) {
        if (rightsWhileLocked.includes(right)) expect([path, code === 'NO_ACTOR']).toEqual([path, false]);
        else expect([path, code]).toEqual([path, 'NO_ACTOR']);
      }
    }
  });

  it('refuses a practitioner what is not hers, naming the right, before it looks at the rest', async () => {
    const client = connection.as({ actorId: DR_NGUYEN });
    for (const { path, right, code, data } of await outcomes(client)) {
      if (rightsOf.practitioner.includes(right)) expect([path, code === 'FORBIDDEN']).toEqual([path, false]);
      else expect([path, code, data]).toEqual([path, 'FORBIDDEN', { right }]);
    }
  });

  it('is there, and answers with a word of the contract', async () => {
    const client = connection.as({ actorId: JULIE });
    const words = new Set(['accepted', 'INVALID_INPUT', 'CONFLICT', 'NOTHING_TO_UNDO', 'NOT_FOUND']);
    for (const { path, code } of await outcomes(client)) {
      expect([path, code, words.has(code)]).toEqual([path, code, true]);
    }
  });
});
