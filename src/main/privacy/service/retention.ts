/** What the settings say is due today: shown first, then erased a few at a time, so that the desk goes on answering. */
import type { RetentionPreview, RetentionSettings, Subject } from '../../../contract/privacy.ts';
import { type Day, instantOf, localNow } from '../../../contract/time.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import type { Ground } from '../../core/ground.ts';
import { eraseContents } from '../../core/journal.ts';
import { refuseStale } from '../../core/stale.ts';
import {
  areWordsDue,
  dueKind,
  isEntryDue,
  isPersonDue,
  monthsBefore,
  type WordsKind,
} from '../rules/retention.ts';
import { ERASED_WORDS, noteErasure } from '../store/erase.ts';
import {
  entriesBefore,
  factsAbout,
  heldRecords,
  namelessBefore,
  type PersonRow,
  recordsBefore,
  rowsWithWords,
  type Wall,
  type WordsRow,
} from '../store/facts.ts';
import { retentionSettings, saveRetention } from '../store/settings.ts';
import { idsAbout } from '../store/subject.ts';
import { eraseWithin, eraseWordsOf, wallOf } from './erase.ts';

/** As much as is looked at or written before somebody else gets a turn. */
const PAGE = 200;
const BATCH = 20;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const settings = ({ db }: Ground): RetentionSettings => retentionSettings(db);

/** @throws DeskError STALE_VERSION */
export const saveSettings = (ground: Ground, call: Call, next: RetentionSettings): RetentionSettings =>
  ground.write(call, (tx) => {
    const before = retentionSettings(tx.db);
    refuseStale(tx.db, 'retention-settings', { ...before, id: 1 }, { ...next, id: 1 });
    saveRetention(tx.db, next);
    const after = retentionSettings(tx.db);
    tx.record({
      action: 'retention-settings.saved',
      rows: [{ entity: 'retention-settings', id: 1 }],
      before,
      after,
    });
    return after;
  });

interface Looking {
  readonly db: ReadDb;
  readonly rules: RetentionSettings;
  readonly wall: Wall;
}

const looking = ({ db, clock }: Ground): Looking => ({
  db,
  rules: retentionSettings(db),
  wall: wallOf(db, clock.now()),
});

const startOf = (day: Day, { zone }: Wall): number => instantOf(day, 0, zone);

const personOf = ({ db, wall }: Looking, about: Subject): PersonRow =>
  factsAbout(db, about, idsAbout(db, about), wall);

/** Everybody who could be due, a page at a time; who is held by a dispute is told apart. */
async function* peopleDue(look: Looking): AsyncGenerator<{ person: PersonRow; held: boolean }> {
  const { db, rules, wall } = look;
  const before = startOf(monthsBefore(wall.today, Math.min(rules.unseenMonths, rules.seenYears * 12)), wall);
  const judge = (about: Subject): { person: PersonRow; held: boolean } | null => {
    const person = personOf(look, about);
    if (isPersonDue(person, rules, wall.today)) return { person, held: false };
    return person.held && isPersonDue({ ...person, held: false }, rules, wall.today)
      ? { person, held: true }
      : null;
  };
  for (let after = 0; ; ) {
    const page = recordsBefore(db, before, after, PAGE);
    for (const id of page) {
      const due = judge({ kind: 'patient', id } as Subject);
      if (due !== null) yield due;
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last;
    await turn();
  }
  for (const about of namelessBefore(db, before)) {
    const due = judge(about);
    if (due !== null) yield due;
  }
}

const kindOf = ({ entity }: WordsRow): WordsKind => (entity === 'claim' ? 'appointment' : 'request');

const wordsDue = ({ db, rules, wall }: Looking): WordsRow[] => {
  const holds = heldRecords(db);
  return rowsWithWords(db, ERASED_WORDS).filter((row) =>
    areWordsDue(
      {
        kind: kindOf(row),
        endedOn:
          row.endedOn === null
            ? row.endedAt === null
              ? null
              : localNow(row.endedAt, wall.zone).day
            : row.endedOn < wall.today
              ? row.endedOn
              : null,
        held: row.survivor !== null && holds.has(row.survivor),
      },
      rules,
      wall.today,
    ),
  );
};

async function* entriesDue({ db, rules, wall }: Looking): AsyncGenerator<number> {
  const before = startOf(monthsBefore(wall.today, rules.journalMonths), wall) + 86_400_000;
  const holds = heldRecords(db);
  for (let after = 0; ; ) {
    const page = entriesBefore(db, { before, after, today: wall.today }, PAGE);
    for (const { seq, at, standing, survivors } of page) {
      const entry = {
        day: localNow(at, wall.zone).day,
        standing: standing === 1,
        held: (JSON.parse(survivors) as number[]).some((id) => holds.has(id)),
      };
      if (isEntryDue(entry, rules, wall.today)) yield seq;
    }
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.seq;
    await turn();
  }
}

export const preview = async (ground: Ground): Promise<RetentionPreview> => {
  const look = looking(ground);
  const people: RetentionPreview['people'] = [];
  let held = 0;
  for await (const { person, held: kept } of peopleDue(look))
    if (kept) held += 1;
    else
      people.push({
        about: person.about,
        kind: dueKind(person),
        name: person.name,
        lastDay: person.lastDay,
      });
  const words = wordsDue(look);
  let journal = 0;
  for await (const _seq of entriesDue(look)) journal += 1;
  const of = (kind: 'seen' | 'unseen') => people.filter((one) => one.kind === kind).length;
  return {
    people: people.toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1)),
    counts: {
      unseen: of('unseen'),
      seen: of('seen'),
      requestWords: words.filter((row) => kindOf(row) === 'request').length,
      appointmentWords: words.filter((row) => kindOf(row) === 'appointment').length,
      journal,
      held,
    },
  };
};

const batches = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );

/**
 * A plug pulled in the middle leaves whole people erased and the rest for the next time. Each is judged again inside the
 * transaction that erases her: she may have called meanwhile.
 */
export const runRetention = async (
  ground: Ground,
  call: Call,
): Promise<Omit<RetentionPreview['counts'], 'held'>> => {
  const done = { unseen: 0, seen: 0, requestWords: 0, appointmentWords: 0, journal: 0 };
  const write = async (work: Parameters<typeof ground.write<void>>[1]): Promise<void> => {
    await ground.penBack();
    ground.write(call, work);
    await turn();
  };
  const people = (await preview(ground)).people;
  for (const batch of batches(people, BATCH))
    await write((tx) => {
      const look = looking(ground);
      for (const { about } of batch) {
        const person = personOf(look, about);
        if (!isPersonDue(person, look.rules, look.wall.today)) continue;
        eraseWithin(tx, about);
        done[dueKind(person)] += 1;
      }
      tx.record({ action: 'retention.run', rows: [] });
    });
  for (const kind of ['request', 'appointment'] as const) {
    const rows = wordsDue(looking(ground)).filter((row) => kindOf(row) === kind);
    for (const batch of batches(rows, PAGE))
      await write((tx) => {
        eraseWordsOf(tx, batch);
        done[`${kind}Words`] += batch.length;
        tx.record({ action: 'retention.run', rows: [] });
      });
    if (rows.length > 0)
      await write((tx) => {
        const { rules, wall } = looking(ground);
        const months = kind === 'request' ? rules.wordsMonths : rules.appointmentMonths;
        const rowAt = startOf(monthsBefore(wall.today, months), wall);
        noteErasure(tx.db, { entity: `${kind}-words`, rowId: 0, rowAt }, tx.now);
        tx.record({ action: 'retention.run', rows: [] });
      });
  }
  const seqs: number[] = [];
  for await (const seq of entriesDue(looking(ground))) seqs.push(seq);
  for (const batch of batches(seqs, PAGE))
    await write((tx) => {
      eraseContents(tx, batch);
      done.journal += batch.length;
    });
  ground.write(call, (tx) => tx.record({ action: 'retention.done', rows: [], after: done }));
  return done;
};
