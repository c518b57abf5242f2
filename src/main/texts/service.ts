/** The house's own wordings: read, tried, saved, taken back. Nothing is ever overwritten. */
import type { TextVersionId } from '../../contract/ids.ts';
import type { TextProblem } from '../../contract/text-problems.ts';
import type { HouseText, ShownText, TextKey, TextVersion } from '../../contract/texts.ts';
import type { Call } from '../core/actor.ts';
import type { ReadDb } from '../core/db.ts';
import { fail, found } from '../core/errors.ts';
import type { Ground, Tx } from '../core/ground.ts';
import { CATALOGUE, PLACES, SAMPLES, TEXT_KEYS } from './rules/catalogue.ts';
import { problemsOf, tidy } from './rules/check.ts';
import { fill } from './rules/places.ts';
import {
  insertVersion,
  latestVersion,
  latestVersions,
  notedDefault,
  versionOf,
  versionsOf,
} from './store.ts';

/** A default that was taken back follows Parvis: when a new version of the program words it better, so does the house. */
const inForce = (key: TextKey, version: TextVersion | null): string =>
  version?.origin === 'house' ? version.text : CATALOGUE[key].text;

const houseText = (key: TextKey, version: TextVersion | null): HouseText => {
  const { group, label, when, required, optional, text } = CATALOGUE[key];
  const place = (name: keyof typeof PLACES, isRequired: boolean) => ({
    name,
    ...PLACES[name],
    required: isRequired,
  });
  return {
    key,
    group,
    label,
    when,
    places: [...required.map((name) => place(name, true)), ...optional.map((name) => place(name, false))],
    default: text,
    text: inForce(key, version),
    version,
  };
};

/** Every text, in the order of the catalogue. */
export const listTexts = (db: ReadDb): HouseText[] => {
  const latest = latestVersions(db);
  return TEXT_KEYS.map((key) => houseText(key, latest.get(key) ?? null));
};

export const historyOfText = (db: ReadDb, key: TextKey): TextVersion[] => versionsOf(db, key);

/** Wordings in force, each with the version that it is: null for Parvis's own. */
export interface TextsInForce {
  readonly wording: Readonly<Record<TextKey, string>>;
  readonly version: Readonly<Record<TextKey, TextVersionId | null>>;
}

export const textsInForce = (db: ReadDb): TextsInForce => {
  const latest = latestVersions(db);
  const of = <T>(read: (key: TextKey) => T): Record<TextKey, T> =>
    Object.fromEntries(TEXT_KEYS.map((key) => [key, read(key)])) as Record<TextKey, T>;
  return {
    wording: of((key) => inForce(key, latest.get(key) ?? null)),
    version: of((key) => {
      const version = latest.get(key);
      return version?.origin === 'house' ? version.id : null;
    }),
  };
};

/** Nothing is written. `filled` is null while the places cannot be filled. */
export const previewText = (
  key: TextKey,
  typed: string,
): { filled: string | null; problems: TextProblem[] } => {
  // Positions are those of what was typed: the screen shows them there.
  const problems = problemsOf(key, typed);
  const fillable = problems.every(({ kind }) => kind !== 'unknown-place' && kind !== 'broken-place');
  return { filled: fillable && typed.trim() !== '' ? fill(tidy(typed), SAMPLES) : null, problems };
};

const add = (
  tx: Tx,
  action: 'text.saved' | 'text.reset',
  before: TextVersion | null,
  draft: Pick<TextVersion, 'key' | 'text' | 'origin'>,
): TextVersion => {
  const version = { ...draft, by: tx.call.actor.id, at: tx.now };
  const after = { ...version, id: insertVersion(tx.db, version) };
  tx.record({ action, rows: [{ entity: 'text', id: after.id }], before, after });
  return after;
};

const refuseStale = (latest: TextVersion | null, basedOn: TextVersionId | null): void => {
  if ((latest?.id ?? null) !== basedOn)
    fail('STALE_VERSION', { version: latest?.id ?? 0, changed: ['text'] });
};

/** @throws DeskError TEXT_REFUSED with every problem, STALE_VERSION */
export const saveText = (
  ground: Ground,
  call: Call,
  { key, text: typed, basedOn }: { key: TextKey; text: string; basedOn: TextVersionId | null },
): HouseText =>
  ground.write(call, (tx) => {
    const problems = problemsOf(key, typed);
    if (problems.length > 0) fail('TEXT_REFUSED', { problems });
    const before = latestVersion(tx.db, key);
    refuseStale(before, basedOn);
    const text = tidy(typed);
    if (text === inForce(key, before)) return houseText(key, before);
    return houseText(key, add(tx, 'text.saved', before, { key, text, origin: 'house' }));
  });

/** @throws DeskError STALE_VERSION */
export const resetText = (
  ground: Ground,
  call: Call,
  { key, basedOn }: { key: TextKey; basedOn: TextVersionId | null },
): HouseText =>
  ground.write(call, (tx) => {
    const before = latestVersion(tx.db, key);
    refuseStale(before, basedOn);
    if (before?.origin !== 'house') return houseText(key, before);
    const { text } = CATALOGUE[key];
    return houseText(key, add(tx, 'text.reset', before, { key, text, origin: 'default' }));
  });

/**
 * Within a transaction that says what somebody was told, and journals it: each text as a version that stays. Parvis's
 * own wording is noted then, once for each that it ever had.
 * @throws DeskError NOT_FOUND for a version that is not one of that text
 */
export const pinShown = (tx: Tx, shown: readonly ShownText[]): TextVersionId[] =>
  shown.map(({ key, version }) => {
    if (version !== null) return found(versionOf(tx.db, key, version), 'text').id;
    const { text } = CATALOGUE[key];
    return (
      notedDefault(tx.db, key, text) ??
      insertVersion(tx.db, { key, text, origin: 'told', by: null, at: tx.now })
    );
  });

/** The wordings of these versions, as they were. */
export const textsShown = (
  db: ReadDb,
  shown: readonly ShownText[],
): Readonly<Partial<Record<TextKey, string>>> =>
  Object.fromEntries(
    shown.flatMap(({ key, version }) => {
      const was = version === null ? null : versionOf(db, key, version);
      return was === null ? [] : [[key, was.text]];
    }),
  );
