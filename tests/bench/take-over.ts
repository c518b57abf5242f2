/**
 * What the front desk feels while a former agenda is taken over: a booking while files are read and checked, a day read and a
 * booking while they are written. On a copy of the grown house; the former agenda is the shared one.
 */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AppointmentTypeId, PatientId, PractitionerId } from '../../src/contract/ids.ts';
import { addDays } from '../../src/contract/time.ts';
import * as agenda from '../../src/main/agenda/service.ts';
import { createGround, type Ground, PenAway } from '../../src/main/core/ground.ts';
import { openFile } from '../../src/main/core/open-file.ts';
import { createExchange } from '../../src/main/exchange/service.ts';
import { callAs } from '../support/ground.ts';
import { sharedData } from '../support/shared-data.ts';
import { BENCH_KEY, type GrownHouse, NOW, TODAY } from './grow.ts';
import { type Figure, figure, timing } from './measure.ts';

const CALL = callAs(1, 'CM');
/** A receptionist is not that quick; the figure is. */
const EVERY_MS = 20;

/** Places nobody minds: beyond what the grown house has filled. */
const booking = (n: number) => ({
  practitionerId: (1 + (n % 6)) as PractitionerId,
  day: addDays(TODAY, 120 + Math.floor(n / 12)),
  start: 540 + 15 * (n % 12),
  appointmentTypeId: (1 + (n % 6)) as AppointmentTypeId,
  patientId: (1 + (n % 30_000)) as PatientId,
  override: { reason: 'mesure', taken: true },
  acceptPatientBusy: true,
});

/** As the gate of the contract does it. */
const inTurn = async (ground: Ground, work: () => unknown): Promise<void> => {
  for (;;)
    try {
      work();
      return;
    } catch (error) {
      if (!(error instanceof PenAway)) throw error;
      await ground.penBack();
    }
};

/** Does `work` again and again while `during` lasts. @returns milliseconds from the moment it was due, each */
const meanwhile = async (during: Promise<unknown>, work: (n: number) => Promise<void>): Promise<number[]> => {
  const ms: number[] = [];
  let over = false;
  const ended = during.finally(() => {
    over = true;
  });
  for (let n = 0; !over; n++) {
    const due = performance.now() + EVERY_MS;
    await setTimeout(EVERY_MS);
    await work(n);
    ms.push(performance.now() - due);
  }
  await ended;
  return ms;
};

export const benchTakeOver = async (house: GrownHouse): Promise<Figure[]> => {
  const folder = sharedData('former-agenda');
  if (folder === null) {
    console.error('bench: sans ../shared/data, la reprise n’est pas mesurée');
    return [];
  }
  const own = mkdtempSync(join(tmpdir(), 'parvis-bench-reprise-'));
  const database = join(own, 'parvis.db');
  copyFileSync(house.path, database);
  const db = openFile(database, BENCH_KEY);
  const ground = createGround(db, { now: () => NOW }, { database, key: BENCH_KEY });
  const exchange = createExchange(() => ground);
  try {
    const { session } = exchange.begin();
    let booked = 0;
    const book = () => inTurn(ground, () => agenda.book(ground, CALL, booking(booked++)));
    const send = async (): Promise<void> => {
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv')))
        await exchange.addChunk(session, file, readFileSync(join(folder, file)), true);
      await exchange.inspect(session);
      await exchange.dryRun(session);
    };
    const whileChecked = await meanwhile(send(), book);

    let left = 0;
    const away: number[] = [];
    ground.onPen((gone) => {
      if (gone) left = performance.now();
      else away.push(performance.now() - left);
    });
    const whileWritten = await meanwhile(exchange.apply(CALL, session), async (n) => {
      const day = addDays(TODAY, -(n % 30));
      agenda.range(ground, { from: day, to: day });
    });
    return [
      figure('prendre un rendez-vous pendant qu’une reprise se vérifie', 20, timing(whileChecked)),
      figure('lire une journée pendant qu’elle s’écrit', null, timing(whileWritten)),
      figure('attente d’un rendez-vous pris au début de l’écriture, une fois', null, timing(away)),
    ];
  } finally {
    await exchange.close();
    db.close();
    rmSync(own, { recursive: true, force: true });
  }
};
