/** Places that a practitioner gives, as the screen says them: how far they are used, and what they do to the list. Pure. */
import { addDays, type Day, type Instant } from '../../../../contract/time.ts';
import type { Candidate, GivenPlaces, Offer, Share } from '../../../../contract/waitlist-offers.ts';
import { standsAt } from '../freed/text.ts';
import { dateText, sinceDay } from '../text.ts';

const places = (count: number): string => `${count}\u00a0place${count < 2 ? '' : 's'}`;

/** « 2 places sur 5 pourvues, jusqu’au 31 décembre ». */
export const meterText = (
  { taken, count, until }: Pick<GivenPlaces, 'taken' | 'count' | 'until'>,
  today: Day,
): string =>
  `${places(taken)} sur ${count} pourvue${taken < 2 ? '' : 's'}, jusqu’au ${dateText(until, today)}`;

/** « encore 3 places à proposer », « 1 retenue »; null when nothing is left to be said. */
export const leftText = ({ left, inOffer }: Pick<GivenPlaces, 'left' | 'inOffer'>): string | null => {
  const parts = [
    ...(left === 0 ? [] : [`encore ${places(left)} à proposer`]),
    ...(inOffer === 0 ? [] : [`${inOffer}\u00a0retenue${inOffer < 2 ? '' : 's'}`]),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
};

/** « 5 places données », « 1 place donnée ». */
export const givenText = (count: number): string => `${places(count)} donnée${count < 2 ? '' : 's'}`;

/** Nobody gives places for the few days that are left of a quarter. */
const TOO_SOON_DAYS = 14;

/** The last day of the quarter, as practitioners count; of the next one when this one is nearly over. */
export const usualUntil = (today: Day): Day => {
  const from = addDays(today, TOO_SOON_DAYS);
  const month = Number(from.slice(5, 7));
  const last = Math.ceil(month / 3) * 3;
  const year = Number(from.slice(0, 4));
  const next = last === 12 ? `${year + 1}-01-01` : `${year}-${String(last + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
};

/** « 25 % », and « 3 sur 12 » beside it; masked where so few people stand behind it that one might be recognised. */
export const shareText = ({ n, of }: Share): { readonly share: string; readonly people: string | null } =>
  n === null
    ? { share: 'moins de 11', people: null }
    : { share: `${Math.round((100 * n) / of)}\u00a0%`, people: `${n} sur ${of}` };

/** « 12 personnes attendent et peuvent venir »: among whom the places go. */
export const waitingText = (waiting: number): string => {
  if (waiting === 0) return 'Personne sur la liste ne peut être proposé à ce praticien';
  return waiting === 1 ? '1 personne peut être appelée' : `${waiting} personnes peuvent être appelées`;
};

/** « 4 autres personnes : pas jointes, ou ne correspondent pas ». */
export const othersText = (count: number): string =>
  count === 1
    ? '1 autre personne : pas jointe, ou ne correspond pas'
    : `${count} autres personnes : pas jointes, ou ne correspondent pas`;

/** Of these places, and still standing. */
export const standingOffer = ({ offers }: Pick<Candidate, 'offers'>, now: Instant): Offer | null =>
  offers.find((offer) => standsAt(offer, now)) ?? null;

/** As the rule orders (docs/spec/waitlist-rank.md): the sum, then the day, then the number of the entry. */
const comesBefore =
  (zone: string) =>
  (a: Candidate, b: Candidate): number =>
    b.rank.score - a.rank.score ||
    sinceDay(a.entry.since, zone).localeCompare(sinceDay(b.entry.since, zone)) ||
    a.entry.id - b.entry.id;

export interface CallLines {
  /** To be rung, each in her place; whoever is on the phone keeps hers. */
  readonly asked: readonly Candidate[];
  /** Not to be rung as it stands, with the reason. */
  readonly rest: readonly Candidate[];
}

/** The desk lists whoever is on the phone among those who are held back: on screen she stays where the eye left her. */
export const callLines = (
  {
    candidates,
    others,
  }: { readonly candidates: readonly Candidate[]; readonly others: readonly Candidate[] },
  now: Instant,
  zone: string,
): CallLines => {
  const inHand = others.filter((line) => standingOffer(line, now) !== null);
  const before = comesBefore(zone);
  const asked = [...candidates];
  for (const line of inHand) {
    const at = asked.findIndex((other) => before(line, other) < 0);
    asked.splice(at < 0 ? asked.length : at, 0, line);
  }
  return { asked, rest: others.filter((line) => !inHand.includes(line)) };
};

/** « 1ʳᵉ », « 2ᵉ »… of those who come in question; whoever is rung all the same has no place among them. */
export const ranksOf = (asked: readonly Candidate[]): ReadonlyMap<Candidate, number> =>
  new Map(
    asked
      .filter(({ filtered }) => filtered.every((reason) => reason === 'in-offer'))
      .map((line, at) => [line, at + 1]),
  );
