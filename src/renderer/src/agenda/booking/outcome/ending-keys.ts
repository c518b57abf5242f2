/** What a single letter or digit fills in, by outcome. Pure. */
import type { Practitioner } from '../../../../../contract/practice.ts';
import { ANSWER_KEY, digitsMean, mayAnswer, rungToo } from '../../../requests/answer.ts';
import { dueAt } from '../../../requests/DueField.tsx';
import type { DueChoice } from '../../../requests/due.ts';
import { codesOf, redirectedKinds, unresolvedReasons } from '../../../requests/words.ts';
import type { Asked } from '../asked.ts';
import { WEEKDAY_KEYS } from '../filters.ts';
import type { Ending } from './ending.ts';
import { isSettled, sendingByKey } from './sending.ts';

interface Facts {
  readonly dues: readonly DueChoice[];
  /** By when an answer from outside may be expected. */
  readonly answers: readonly DueChoice[];
  readonly practitioners: readonly Practitioner[];
  readonly asked: Asked;
}

/** Of whom the list is: of one profession, by name, in the order of their digits. */
export const listedFor = (
  ending: Ending,
  asked: Asked,
  practitioners: readonly Practitioner[],
): readonly Practitioner[] => {
  const named = practitioners.find(({ id }) => id === asked.practitionerId)?.profession;
  const profession = ending.profession ?? asked.profession ?? named ?? 'general-practitioner';
  return practitioners.filter((one) => one.profession === profession);
};

export const toggled = <T>(list: readonly T[], one: T): readonly T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

const wishByKey = (ending: Ending, key: string): Partial<Ending> | null => {
  if (key === 'm') return { half: ending.half === 'morning' ? null : 'morning' };
  if (key === 'a') return { half: ending.half === 'afternoon' ? null : 'afternoon' };
  if (key === 'd') return { atShortNotice: !ending.atShortNotice };
  const weekday = WEEKDAY_KEYS.find((one) => one.key === key)?.weekday;
  return weekday === undefined ? null : { weekdays: [...toggled(ending.weekdays, weekday)].sort() };
};

const nth = <T>(list: readonly T[], key: string): T | undefined =>
  /^[1-9]$/.test(key) ? list[Number(key) - 1] : undefined;

export const endingByKey = (ending: Ending, key: string, facts: Facts): Partial<Ending> | null => {
  switch (ending.kind) {
    case 'callback': {
      if (key === ANSWER_KEY && mayAnswer(facts.asked))
        return { answer: ending.answer === null ? rungToo : null };
      const due = dueAt(key, facts.dues);
      if (due === null) return null;
      return digitsMean(ending) === 'answer' && ending.answer !== null
        ? { answer: { ...ending.answer, due } }
        : { due };
    }
    case 'registration-list': {
      const one = nth(listedFor(ending, facts.asked, facts.practitioners), key);
      return one === undefined
        ? wishByKey(ending, key)
        : { practitionerIds: toggled(ending.practitionerIds, one.id) };
    }
    case 'earlier-list':
      return wishByKey(ending, key);
    case 'redirected': {
      if (isSettled(ending)) return sendingByKey(ending, key, facts.answers);
      const to = nth(codesOf(redirectedKinds), key);
      return to === undefined ? null : { to };
    }
    case 'unresolved': {
      const reason = nth(codesOf(unresolvedReasons), key);
      return reason === undefined ? null : { reason };
    }
    default:
      return null;
  }
};
