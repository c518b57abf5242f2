/** A policy in one line, as the settings and the history say it. Pure. */
import type { Policy } from '../../../../contract/intake.ts';
import type { Day } from '../../../../contract/time.ts';
import { closedWord, conditionLabels, groundLabels, type Mark, placesText, shortDay } from '../words.ts';

const NO_POLICY: Mark = { tone: 'amber', shape: 'triangle', text: 'règle à écrire' };

/** @param left places left this month, of a quota */
export const markOf = (policy: Policy | null, left: number | null): Mark => {
  switch (policy?.state) {
    case undefined:
      return NO_POLICY;
    case 'open':
      return { tone: 'green', shape: 'dot', text: 'ouvert' };
    case 'closed':
      return { tone: 'grey', shape: 'square', text: closedWord(policy.ground) };
    case 'conditional':
      return { tone: 'blue', shape: 'ring', text: 'sous condition' };
    case 'quota':
      return left === 0
        ? { tone: 'grey', shape: 'square', text: 'quota atteint' }
        : { tone: 'green', shape: 'dot', text: placesText(left ?? policy.quotaPerMonth ?? 0) };
  }
};

const conditionsText = ({ conditions, visitSector }: Policy): string[] =>
  conditions.map((one) =>
    one === 'home-visit-in-sector' && visitSector !== null
      ? `visites à domicile : ${visitSector}`
      : conditionLabels[one].toLowerCase(),
  );

/** « depuis le 02/09 · adressé par un professionnel · à revoir le 02/12 » */
export const policyLine = (policy: Policy, today: Day): string => {
  const parts = [
    `${policy.validFrom > today ? 'à partir du' : 'depuis le'} ${shortDay(policy.validFrom, today)}`,
    ...conditionsText(policy),
    ...(policy.state === 'conditional' && policy.ground !== null
      ? [groundLabels[policy.ground].toLowerCase()]
      : []),
    `à revoir le ${shortDay(policy.reviewOn, today)}`,
  ];
  return parts.join(' · ').replace(/^./, (first) => first.toUpperCase());
};
