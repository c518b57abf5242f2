/**
 * Which entries one person should have, from what she asked and what stands already. Pure, and decided from how things are
 * now: reading the same past twice changes nothing.
 */
import type { ClaimId, RequestId } from '../../../contract/ids.ts';
import type { Instant } from '../../../contract/time.ts';
import { type EntryEnd, type EntryLimits, SaidEnd, type WaitlistEntry } from '../../../contract/waitlist.ts';
import { type ListOutcome, type OnPath, type Waiting, waitingOf } from '../../requests/rules/lists.ts';

/** A request, as far as this rule looks at it. */
export interface Asked extends OnPath {
  readonly closedAt: Instant | null;
}

/** An entry, open or closed. */
export interface Held extends Pick<EntryLimits, 'practitionerIds' | 'wishes'> {
  readonly id: WaitlistEntry['id'];
  readonly kind: WaitlistEntry['kind'];
  readonly profession: WaitlistEntry['profession'];
  readonly appointmentId: ClaimId | null;
  readonly requestId: RequestId | null;
  readonly since: Instant;
  readonly state: WaitlistEntry['state'];
  readonly ended: EntryEnd | null;
  readonly closedAt: Instant | null;
  /** Put there by hand, the last time at that moment; null: by a request. */
  readonly byHandAt: Instant | null;
}

export interface Wait {
  /** Null: what was said by hand still holds. */
  readonly requestId: RequestId | null;
  readonly outcome: ListOutcome;
  readonly since: Instant;
}

export type Change<H extends Held> =
  | { readonly kind: 'enter'; readonly wait: Wait }
  /** Asked again: takes the newer wishes and keeps its place. */
  | { readonly kind: 'ask-again'; readonly entry: H; readonly wait: Wait }
  /** The newer request was taken back: the one before says what is wished. */
  | { readonly kind: 'fall-back'; readonly entry: H; readonly wait: Wait }
  /** What had ended it was taken back. */
  | { readonly kind: 'return'; readonly entry: H; readonly wait: Wait }
  /** Made by hand before any request: it stands without the one that was taken back. */
  | { readonly kind: 'by-hand-again'; readonly entry: H }
  | { readonly kind: 'close'; readonly entry: H; readonly end: EntryEnd };

const keyOf = (outcome: ListOutcome): string =>
  outcome.kind === 'registration-list'
    ? `registration ${outcome.profession}`
    : `earlier ${outcome.appointmentId}`;

type Keyed = Pick<Held, 'kind' | 'profession' | 'appointmentId'>;

const heldKey = ({ kind, profession, appointmentId }: Keyed): string =>
  kind === 'registration' ? `registration ${profession}` : `earlier ${appointmentId}`;

const outcomeOf = ({ kind, profession, practitionerIds, appointmentId, wishes }: Held): ListOutcome =>
  kind === 'registration'
    ? { kind: 'registration-list', profession, practitionerIds, wishes }
    : { kind: 'earlier-list', appointmentId: appointmentId as ClaimId, wishes };

/** Ends that this rule gives, and may take back. */
const givenHere = (end: EntryEnd | null): boolean =>
  end === 'settled' || end === 'appointment-over' || end === 'taken-back' || end === 'same-person';

/** Nobody wanted to leave: whoever asks again is back where she was. */
const keepsItsPlace = (end: EntryEnd | null): boolean => end === 'unreachable' || end === 'expired';

/** One wait a key: the first of them says since when, the last what is wished. */
const waitsOf = (asked: readonly Asked[]): Map<string, Waiting<Asked>> => {
  const waits = new Map<string, Waiting<Asked>>();
  for (const wait of waitingOf(asked)) {
    const key = keyOf(wait.outcome);
    const other = waits.get(key);
    const last = other !== undefined && other.row.id > wait.row.id ? other : wait;
    waits.set(key, { ...last, since: Math.min(wait.since, other?.since ?? wait.since) });
  }
  return waits;
};

const toWait = ({ row, outcome, since }: Waiting<Asked>): Wait => ({ requestId: row.id, outcome, since });

/** What was said by hand counts as if it had been asked then: only what was closed afterwards can settle it. */
const waitByHand = (entry: Held, at: Instant, asked: readonly Asked[]): Wait | null => {
  const byHand: Asked = {
    id: -entry.id as RequestId,
    nature: 'registration',
    profession: entry.profession,
    openedAt: at,
    closedAt: at,
    continues: null,
    outcome: outcomeOf(entry),
  };
  const since = asked.filter(({ closedAt }) => closedAt === null || closedAt > at);
  const wait = waitsOf([byHand, ...since]).get(heldKey(entry));
  if (wait === undefined) return null;
  return {
    requestId: wait.row === byHand ? null : wait.row.id,
    outcome: wait.outcome,
    since: Math.min(entry.since, wait.since),
  };
};

const settles = (end: Asked['outcome']): boolean =>
  end?.kind === 'appointment' ||
  end?.kind === 'withdrawn' ||
  (end?.kind === 'redirected' && end.to.kind === 'colleague');

/** Why nobody waits any more: the request that said so still does, and was settled; or it says so no longer. */
const endOf = (entry: Held, asked: readonly Asked[]): EntryEnd => {
  if (entry.requestId === null) return 'settled';
  const outcome = asked.find(({ id }) => id === entry.requestId)?.outcome ?? null;
  const still =
    (outcome?.kind === 'registration-list' || outcome?.kind === 'earlier-list') &&
    keyOf(outcome) === heldKey(entry);
  return still || settles(outcome) ? 'settled' : 'taken-back';
};

export interface Facts<H extends Held> {
  /** All that this person ever asked, the earliest first. */
  readonly asked: readonly Asked[];
  /** All of this person's entries. */
  readonly entries: readonly H[];
  /** Appointments that are still to come and stand. */
  readonly toCome: ReadonlySet<ClaimId>;
}

const isOver = (outcome: ListOutcome, toCome: ReadonlySet<ClaimId>): boolean =>
  outcome.kind === 'earlier-list' && !toCome.has(outcome.appointmentId);

const ofOpen = <H extends Held>(
  entry: H,
  { asked, toCome }: Facts<H>,
  waits: ReadonlyMap<string, Waiting<Asked>>,
): Change<H>[] => {
  const said = waits.get(heldKey(entry));
  const wait =
    entry.requestId === null && entry.byHandAt !== null
      ? waitByHand(entry, entry.byHandAt, asked)
      : said === undefined
        ? null
        : toWait(said);
  if (isOver(outcomeOf(entry), toCome)) return [{ kind: 'close', entry, end: 'appointment-over' }];
  if (wait === null) {
    const end = endOf(entry, asked);
    if (end === 'taken-back' && entry.byHandAt !== null) return [{ kind: 'by-hand-again', entry }];
    return [{ kind: 'close', entry, end }];
  }
  if (wait.requestId === entry.requestId) return [];
  const older = wait.requestId !== null && entry.requestId !== null && wait.requestId < entry.requestId;
  const since = Math.min(wait.since, entry.since);
  return [{ kind: older ? 'fall-back' : 'ask-again', entry, wait: { ...wait, since } }];
};

const ofClosed = <H extends Held>(
  last: H,
  { asked }: Facts<H>,
  said: Waiting<Asked> | undefined,
): Change<H>[] => {
  if (givenHere(last.ended)) {
    const wait =
      last.requestId === null && last.byHandAt !== null
        ? waitByHand(last, last.byHandAt, asked)
        : said === undefined
          ? null
          : toWait(said);
    if (wait !== null && wait.requestId === last.requestId)
      return [{ kind: 'return', entry: last, wait: { ...wait, since: Math.min(wait.since, last.since) } }];
  }
  if (said === undefined) return [];
  const later =
    last.requestId === null ? (said.row.closedAt ?? 0) > (last.closedAt ?? 0) : said.row.id > last.requestId;
  if (!later) return [];
  if (keepsItsPlace(last.ended))
    return [{ kind: 'ask-again', entry: last, wait: { ...toWait(said), since: last.since } }];
  // Whoever had left, or had been served, waits anew from the day on which she asked again.
  return [
    {
      kind: 'enter',
      wait: givenHere(last.ended) ? toWait(said) : { ...toWait(said), since: said.row.openedAt },
    },
  ];
};

const longest = (a: Held, b: Held): number => a.since - b.since || a.id - b.id;
const lastClosed = (a: Held, b: Held): number => (b.closedAt ?? 0) - (a.closedAt ?? 0) || b.id - a.id;

export const reconcile = <H extends Held>(facts: Facts<H>): Change<H>[] => {
  const waits = waitsOf(facts.asked);
  const keys = new Set([...waits.keys(), ...facts.entries.map(heldKey)]);
  return [...keys].flatMap((key): Change<H>[] => {
    const mine = facts.entries.filter((entry) => heldKey(entry) === key);
    const [stands, ...twins] = mine.filter(({ state }) => state !== 'closed').toSorted(longest);
    if (stands !== undefined)
      return [
        ...twins.map((entry): Change<H> => ({ kind: 'close', entry, end: 'same-person' })),
        ...ofOpen(stands, facts, waits),
      ];
    const said = waits.get(key);
    const outcome = said?.outcome ?? (mine[0] && outcomeOf(mine[0]));
    if (outcome === undefined || isOver(outcome, facts.toCome)) return [];
    const [last] = mine.toSorted(lastClosed);
    if (last !== undefined) return ofClosed(last, facts, said);
    return said === undefined ? [] : [{ kind: 'enter', wait: toWait(said) }];
  });
};

/** Closed by whoever was at the desk: brought back by one key, or by asking again. */
export const saidByHand = (end: EntryEnd | null): boolean => SaidEnd.safeParse(end).success;

/** Does this entry's request still say that the person waits? */
export const stillAsked = (entry: Keyed & Pick<Held, 'requestId'>, asked: readonly Asked[]): boolean =>
  entry.requestId !== null && waitsOf(asked).get(heldKey(entry))?.row.id === entry.requestId;
