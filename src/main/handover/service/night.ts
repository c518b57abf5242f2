/** What the night must know, gathered from every area below; and that it was handed over. */
import type { HandoverWords, Tonight } from '../../../contract/handover.ts';
import { type HandedPaper, paperText } from '../../../contract/paper.ts';
import { addDays, type Day, type LocalNow, localNow, weekdayOf } from '../../../contract/time.ts';
import { toWarn, unscheduledLeft } from '../../agenda/service.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { pdfOrRefusal } from '../../paper/service.ts';
import { allStaff } from '../../people/store.ts';
import { house } from '../../practice/store/house.ts';
import { holidaysIn } from '../../practice/store/opening-facts.ts';
import { practitioners } from '../../practice/store/practitioners.ts';
import { policies } from '../../refusals/service.ts';
import { pendingCallbacks } from '../../requests/service.ts';
import { cardToday } from '../../urgency/service.ts';
import {
  type Names,
  type NightFacts,
  nightCounts,
  nightFileName,
  nightPaper,
  reopensAfter,
} from '../rules/paper.ts';
import * as store from '../store/words.ts';

/** Longer than any run of closed days of the French calendar. */
const AHEAD = 14;

const reopening = (db: ReadDb, today: Day): Day => {
  const days = Array.from({ length: AHEAD }, (_, i) => addDays(today, i + 1));
  const holidays = holidaysIn(db, today, addDays(today, AHEAD));
  return reopensAfter(days, (day) => weekdayOf(day) <= 5 && !holidays.has(day));
};

/** Who is on call is proposed again; what was said for another evening is not. */
const wordsOn = (db: ReadDb, day: Day): HandoverWords => {
  const kept = store.words(db);
  if (kept === null) return { version: 0, note: '', onCall: '' };
  const { version, note, onCall } = kept;
  return { version, note: kept.day === day ? note : '', onCall };
};

const gather = (ground: Ground): { readonly facts: NightFacts; readonly wall: LocalNow } => {
  const { db, clock } = ground;
  const home = found(house(db), 'house');
  const now = clock.now();
  const wall = localNow(now, home.zone);
  const reopens = reopening(db, wall.day);
  const { inForce, status } = cardToday(ground);
  return {
    wall,
    facts: {
      house: home,
      now,
      reopens,
      words: wordsOn(db, wall.day),
      card: { number: inForce.number, status, signedOn: inForce.signedOn, reviewDue: inForce.reviewDue },
      practitioners: practitioners(db),
      instructions: policies(ground).flatMap(({ practitionerId, current }) =>
        current?.instructions ? [{ practitionerId, text: current.instructions }] : [],
      ),
      unscheduled: unscheduledLeft(ground, reopens),
      callbacks: pendingCallbacks(ground),
      initials: new Map(allStaff(db).map(({ id, initials }) => [id, initials])),
      toWarn: toWarn(ground, { from: addDays(wall.day, 1), to: reopens }),
    },
  };
};

export const tonight = (ground: Ground): Tonight => {
  const { facts, wall } = gather(ground);
  return {
    day: wall.day,
    reopens: facts.reopens,
    words: facts.words,
    counts: nightCounts(facts),
    card: facts.card,
  };
};

const ROWS = [{ entity: 'handover', id: 1 }];

/** Written only when something of it is new. @throws DeskError STALE_VERSION */
const keepWithin = (tx: Tx, day: Day, sent: HandoverWords): HandoverWords => {
  const { note, onCall } = sent;
  const before = store.words(tx.db);
  const shown = wordsOn(tx.db, day);
  if (shown.note === note && shown.onCall === onCall) return shown;
  const current = { id: 1, day: before?.day ?? day, ...shown };
  refuseStale(tx.db, 'handover', current, { id: 1, ...sent });
  store.saveWords(tx.db, { day, note, onCall });
  tx.record({ action: 'handover.worded', rows: ROWS, before, after: store.words(tx.db) });
  return wordsOn(tx.db, day);
};

const todayOf = (ground: Ground): Day =>
  localNow(ground.clock.now(), found(house(ground.db), 'house').zone).day;

/** @throws DeskError STALE_VERSION */
export const saveWords = (ground: Ground, call: Call, words: HandoverWords): HandoverWords => {
  const day = todayOf(ground);
  return ground.write(call, (tx) => keepWithin(tx, day, words));
};

export interface Given {
  readonly words: HandoverWords;
  readonly names: Names;
  readonly as: 'sheet' | 'pdf' | 'text';
}

/**
 * The PDF is made before anything is written: what the journal says was handed over exists.
 * @throws DeskError STALE_VERSION
 */
export const give = async (
  ground: Ground,
  call: Call,
  { words, names, as }: Given,
): Promise<Omit<HandedPaper, 'pdf'> & { pdf: string | null; words: HandoverWords }> => {
  const { facts, wall } = gather(ground);
  const { version: _, ...typed } = words;
  const shown = { ...facts, words: { ...facts.words, ...typed } };
  const paper = nightPaper(shown, names);
  const pdf = as === 'pdf' ? Buffer.from(await pdfOrRefusal(paper, facts.now)).toString('base64') : null;
  const kept = ground.write(call, (tx) => {
    const after = keepWithin(tx, wall.day, words);
    tx.record({
      action: 'handover.given',
      rows: ROWS,
      after: { day: wall.day, reopens: facts.reopens, names, as, ...nightCounts(shown) },
    });
    return after;
  });
  return { paper, text: paperText(paper), pdf, fileName: nightFileName(wall.day), words: kept };
};
