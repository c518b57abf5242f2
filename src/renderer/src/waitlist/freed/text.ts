/** A freed place, who is offered it and what to say, as the screen says it. Pure. */

import { type Day, type Instant, type LocalNow, localNow, type Minute } from '../../../../contract/time.ts';
import type { Candidate, FreedSlot, Offer } from '../../../../contract/waitlist-offers.ts';
import type { FilterReason } from '../../../../contract/waitlist-rank.ts';
import { capitalised, dayText, hourText } from '../../ui/dates.ts';
import { causeLabels, freedWords, type OfferWords } from './words.ts';

type Place = Pick<FreedSlot, 'day' | 'start' | 'end'>;

/** « Mardi 24 novembre, 10 h – 10 h 15 ». */
export const placeTitle = ({ day, start, end }: Place): string =>
  `${capitalised(dayText(day, 'day'))}, ${hourText(start)} – ${hourText(end)}`;

/** « 27/11 à 11 h »: with its year once it is another one. */
export const shortPlace = ({ day, start }: Pick<Place, 'day' | 'start'>, today: Day): string => {
  const date = dayText(day, 'numeric');
  return `${day.slice(0, 4) === today.slice(0, 4) ? date.slice(0, 5) : date} à ${hourText(start)}`;
};

/** « libéré à 10 h 20, rendez-vous annulé » ; another day says which. */
export const causeText = (
  { cause, raisedAt }: Pick<FreedSlot, 'cause' | 'raisedAt'>,
  { day }: LocalNow,
  zone: string,
): string => {
  const raised = localNow(raisedAt, zone);
  const when =
    raised.day === day
      ? `à ${hourText(raised.minute)}`
      : `le ${shortPlace({ day: raised.day, start: raised.minute }, day)}`;
  return `Libéré ${when} · ${causeLabels[cause]}`;
};

/** « 1 personne correspond », « 3 personnes correspondent ». */
export const matchingText = (matching: number): string => {
  if (matching === 0) return 'Personne sur la liste ne peut venir à cette heure';
  return matching === 1 ? '1 personne correspond' : `${matching} personnes correspondent`;
};

/** « Retenu jusqu’à 14 h 20 par CD ». */
export const heldText = (
  { expiresAt }: Pick<Offer, 'expiresAt'>,
  initials: string | null,
  zone: string,
): string => {
  const until = `Retenu jusqu’à ${hourText(localNow(expiresAt, zone).minute)}`;
  return initials === null ? until : `${until} par ${initials}`;
};

/** « CD : en offre », on the card of the calendar: a column is narrow. */
export const inOfferText = (initials: string): string => `${initials} : en offre`;

/** Still standing: nobody answered, and its time has not run out. */
export const standsAt = ({ answer, expiresAt }: Pick<Offer, 'answer' | 'expiresAt'>, now: Instant): boolean =>
  answer === null && expiresAt > now;

const FIRST = '1ʳᵉ';

/** « 1ʳᵉ », « 4ᵉ »: a person. */
export const rankText = (place: number): string => (place === 1 ? FIRST : `${place}ᵉ`);

/** « Sur la liste depuis le 01/10 », « Rendez-vous gardé le 27/11 à 11 h ». */
export const waitingText = (
  { entry }: Pick<Candidate, 'entry'>,
  today: Day,
  zone: string,
): readonly string[] => {
  const since = localNow(entry.since, zone).day;
  const date = dayText(since, 'numeric');
  const said = `Sur la liste depuis ${
    since === today
      ? 'aujourd’hui'
      : `le ${since.slice(0, 4) === today.slice(0, 4) ? date.slice(0, 5) : date}`
  }`;
  return entry.appointment === null
    ? [said]
    : [said, `Rendez-vous gardé le ${shortPlace(entry.appointment, today)}`];
};

/** What came of the last offer of this very place: « Proposé à 10 h 20 par CD : n’a pas répondu »; another day says which. */
export const lastOfferText = (
  { offers }: Pick<Candidate, 'offers'>,
  initialsOf: (id: Offer['offeredBy']) => string | null,
  now: Instant,
  zone: string,
  { answers }: Pick<OfferWords, 'answers'> = freedWords,
): string | null => {
  const last = offers
    .filter((offer) => !standsAt(offer, now))
    .sort((a, b) => b.offeredAt - a.offeredAt || b.id - a.id)[0];
  if (last === undefined) return null;
  const who = initialsOf(last.offeredBy);
  const answer = answers[last.answer ?? 'expired'];
  const { day, minute } = localNow(last.offeredAt, zone);
  const today = localNow(now, zone).day;
  const at = day === today ? `à ${hourText(minute)}` : `le ${shortPlace({ day, start: minute }, today)}`;
  return `Proposé ${at}${who === null ? '' : ` par ${who}`} : ${answer}`;
};

/** Why she does not come in question: « ne peut pas si tôt · a besoin de plus de temps ». */
export const filteredText = (
  reasons: readonly FilterReason[],
  { practitionerSex }: Pick<Candidate['entry']['wishes'], 'practitionerSex'>,
  { filters }: Pick<OfferWords, 'filters'> = freedWords,
): string =>
  capitalised(
    reasons
      .map((reason) => {
        if (reason !== 'practitioner-sex' || practitionerSex === null) return filters[reason];
        return practitionerSex === 'female' ? 'souhaite une praticienne' : 'souhaite un praticien';
      })
      .join(' · '),
  );

/** No reason said on the phone changes that somebody moved in this chain already. */
export const canBeOffered = ({ filtered }: Pick<Candidate, 'filtered'>): boolean =>
  !filtered.includes('moved-in-chain');

/** « Le 27/11 à 11 h se libère : proposer à son tour ? » */
export const nextText = (next: Pick<FreedSlot, 'day' | 'start' | 'matching'>, today: Day): string =>
  next.matching === 0
    ? `Le ${shortPlace(next, today)} se libère ; personne sur la liste ne peut venir à cette heure.`
    : `Le ${shortPlace(next, today)} se libère : proposer à son tour ?`;

/** « 4 autres personnes ne correspondent pas ». */
export const othersText = (count: number): string =>
  count === 1 ? '1 autre personne ne correspond pas' : `${count} autres personnes ne correspondent pas`;

/** « et 1 940 autres après ces personnes, dans le même ordre ». */
export const moreText = (count: number): string =>
  count === 1
    ? 'et 1 autre après ces personnes, dans le même ordre'
    : `et ${count.toLocaleString('fr-FR')} autres après ces personnes, dans le même ordre`;

/** « 10 h – 10 h 15 », for a line that stands under its day. */
export const hoursText = (start: Minute, end: Minute): string => `${hourText(start)} – ${hourText(end)}`;

/** The person whom somebody is on the phone with comes first, whatever holds her back. */
export const linesOf = (
  {
    slot,
    candidates,
    others,
  }: {
    readonly slot: FreedSlot;
    readonly candidates: readonly Candidate[];
    readonly others: readonly Candidate[];
  },
  unfolded: boolean,
): { readonly asked: readonly Candidate[]; readonly rest: readonly Candidate[] } => {
  const inHand = others.filter(({ entry }) => entry.id === slot.offer?.entryId);
  const rest = others.filter(({ entry }) => entry.id !== slot.offer?.entryId);
  return { asked: [...inHand, ...candidates], rest: unfolded ? rest : [] };
};
