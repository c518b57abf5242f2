/**
 * Many desks offer, accept, refuse, book, cancel and take back at once, over the loopback host of one desk in a process of
 * its own, which is killed now and then in the middle of it. After each round the file itself is looked at.
 */
import type { ChildProcess } from 'node:child_process';
import { type Day, instantOf } from '../../src/contract/time.ts';
import type { ReadDb } from '../../src/main/core/db.ts';
import { CONSULTATION, NGUYEN } from '../support/agenda-house.ts';
import { testFolders } from '../support/data-folder.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import { expectSound } from './expectations.ts';
import { random } from './kills.ts';
import { expectHeld, lastOffer, runOut, type Told, unread } from './offers-expectations.ts';
import { makeHouse, openReader, walker } from './offers-house.ts';
import { type Clients, type Prepared, prepare, rush, type Tally } from './offers-round.ts';
import { workingDay } from './places.ts';

export interface OffersSoak {
  readonly rounds: number;
  readonly kills: number;
  readonly clients: number;
  /** Acts that the desk acknowledged; each stands. */
  readonly acknowledged: Readonly<Record<string, number>>;
  /** Codes of the contract that the others were told. */
  readonly refused: Readonly<Record<string, number>>;
  /** Places booked by somebody else once an offer's time had run out. */
  readonly runOut: number;
}

export interface OffersSoakOptions {
  readonly rounds: number;
  readonly seed: number;
  /** A kill every so many rounds; 0: none. */
  readonly killEvery: number;
  readonly clients?: number;
}

const ZONE = 'Europe/Paris';
const OPENS = 480;
/** Later than any hold that was made at `OPENS`, and before the morning's first place. */
const AFTER_HOLDS = 505;
/** The appointments that stand meanwhile are so many working days later. */
const LATER = 3;
/** A rush seldom has more: the desk is killed after any of them, whatever the machine's speed. */
const ACKNOWLEDGED = 12;

const at = (day: string, minute: number): string =>
  Temporal.Instant.fromEpochMilliseconds(instantOf(day, minute, ZONE)).toString();

const clientsOf = (desk: RunningDesk, count: number): Clients => ({
  all: Array.from({ length: count }, (_, n) =>
    desk.as({ actorId: 1 + (n % 2), station: `Accueil ${1 + n}` }),
  ),
  aside: desk.as({ actorId: 1, station: 'Fichier' }),
});

const killed = async (child: ChildProcess): Promise<void> => {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
};

const whenRead = async (db: ReadDb): Promise<void> => {
  while (unread(db) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
};

const counted = <T>(some: readonly T[], keyOf: (one: T) => string): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(some, keyOf)].map(([key, ones]) => [key, ones.length]));

interface Running {
  readonly desk: RunningDesk;
  readonly clients: Clients;
  /** The file, as another process reads it meanwhile. */
  readonly db: ReadDb;
}

/** Nobody answered in time: each of those places can be booked by whoever comes. @returns how many */
const bookRunOut = async (
  { desk, clients, db }: Running,
  { today }: Prepared,
  after: number,
): Promise<number> => {
  await desk.setNow(at(today, AFTER_HOLDS));
  const places = runOut(db, { now: instantOf(today, AFTER_HOLDS, ZONE), today }, after);
  for (const [n, { day, start }] of places.entries())
    await clients.aside.agenda.book({
      practitionerId: NGUYEN,
      day,
      start,
      appointmentTypeId: CONSULTATION,
      patientId: walker(n),
      acceptPatientBusy: true,
    });
  return places.length;
};

/** After a rush, and again once the time of every offer has run out. @returns how many had run out */
const look = async (
  running: Running,
  round: Prepared,
  told: readonly Told[],
  after: number,
): Promise<number> => {
  const { db } = running;
  const { today, places } = round;
  const held = async (minute: number, acts: readonly Told[]): Promise<void> => {
    await whenRead(db);
    expectHeld(db, { now: instantOf(today, minute, ZONE), today, told: acts, places });
  };
  await held(OPENS, told);
  const ranOut = await bookRunOut(running, round, after);
  await held(AFTER_HOLDS, []);
  return ranOut;
};

/** @throws Error that says what was lost, doubled or broken, with the number of the round */
export const soakOffers = async (
  { rounds, seed, killEvery, clients: count = 10 }: OffersSoakOptions,
  tell: (round: number, kills: number, acknowledged: number) => void = () => {},
): Promise<OffersSoak> => {
  const draw = random(seed);
  const folders = testFolders();
  const folder = folders.make();
  await makeHouse(folder);
  const start = async (day: Day): Promise<Running> => {
    const desk = await startDesk({ now: at(day, OPENS), folder });
    return { desk, clients: clientsOf(desk, count), db: openReader(folder) };
  };
  const told: Told[] = [];
  const refusals = new Map<string, number>();
  let [kills, ranOut] = [0, 0];
  let running = await start(workingDay(0));
  const killAndStart = async (today: Day, tally: Tally, over: () => boolean): Promise<void> => {
    const enough = Math.floor(draw() * ACKNOWLEDGED);
    while (tally.told.length < enough && !over()) await new Promise((resolve) => setImmediate(resolve));
    running.db.close();
    tally.killed = true;
    await killed(running.desk.child);
    kills += 1;
    running = await start(today);
    expectSound(running.db);
  };
  const play = async (n: number): Promise<void> => {
    const [today, later] = [workingDay(n), workingDay(n + LATER)];
    await running.desk.setNow(at(today, OPENS));
    const before = lastOffer(running.db);
    const round = await prepare(running.clients, { n, today, later });
    const tally: Tally = { told: [], refusals, killed: false };
    let over = false;
    const rushing = rush(running.clients, round, tally, draw).finally(() => {
      over = true;
    });
    if (killEvery > 0 && n % killEvery === killEvery - 1)
      await Promise.all([rushing, killAndStart(today, tally, () => over)]);
    else await rushing;
    ranOut += await look(running, round, tally.told, before);
    told.push(...tally.told);
  };
  try {
    for (let n = 0; n < rounds; n++) {
      try {
        await play(n);
      } catch (error) {
        throw new Error(`round ${n}: ${error instanceof Error ? error.message : String(error)}`);
      }
      tell(n + 1, kills, told.length);
    }
    expectSound(running.db);
  } finally {
    running.db.close();
    await running.desk.stop();
    folders.removeAll();
  }
  return {
    rounds,
    kills,
    clients: count,
    acknowledged: counted(told, ({ action }) => action),
    refused: Object.fromEntries([...refusals].toSorted(([, a], [, b]) => b - a)),
    runOut: ranOut,
  };
};
