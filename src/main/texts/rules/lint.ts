/**
 * Stops a text of the house that gives a protected group as a reason, or turns it away. A sentence is refused when it
 * names a group and holds anything that excludes, limits, conditions, explains or sends elsewhere; naming a group to
 * welcome it is accepted. It is a net, not a judge: docs/spec/texts.md publishes what it is tested on and what it is
 * known to miss. Pure.
 */
import type { ProtectedGround } from '../../../contract/text-problems.ts';
import { EXCLUSIONS, WELCOMES } from './lint/exclusion.ts';
import { GROUPS, NOT_A_GROUP } from './lint/groups.ts';
import { plain, sentencesOf, stretchOf } from './lint/plain.ts';

export interface Finding {
  readonly ground: ProtectedGround;
  /** As the text writes it. */
  readonly words: string;
  /** UTF-16 units of the text. */
  readonly at: number;
  readonly length: number;
}

const blank = (text: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((rest, pattern) => rest.replaceAll(pattern, (found) => '_'.repeat(found.length)), text);

const excludes = (sentence: string): boolean =>
  EXCLUSIONS.some((pattern) => blank(sentence, WELCOMES).search(pattern) >= 0);

/** An accent tells « âme » from « AME », « âge » stays « age » all the same. */
const isSoul = (found: string): boolean => /[âÂ]me/u.test(found.normalize('NFC'));

/** In the order of the text, each stretch once. */
export const lint = (text: string): Finding[] => {
  const compared = plain(text);
  const findings: Finding[] = [];
  for (const { from, to } of sentencesOf(compared.text)) {
    const sentence = compared.text.slice(from, to);
    const named = blank(sentence, NOT_A_GROUP);
    const groups = GROUPS.flatMap(({ ground, words }) =>
      [...named.matchAll(words)].map((match) => ({
        ground,
        start: match.index,
        length: match[0].length,
      })),
    );
    for (const { ground, start, length } of groups) {
      // The group's own words may hold « sans » or « plus »: « sans-abri », « plus de 70 ans ».
      const around = `${sentence.slice(0, start)}${'_'.repeat(length)}${sentence.slice(start + length)}`;
      const limits = ground === 'age' && /(?:plus|moins)/u.test(sentence.slice(start, start + length));
      const stretch = stretchOf(compared, from + start, length);
      const words = text.slice(stretch.at, stretch.at + stretch.length);
      if ((limits || excludes(around)) && !isSoul(words)) findings.push({ ground, words, ...stretch });
    }
  }
  return distinct(findings.toSorted((a, b) => a.at - b.at || b.length - a.length));
};

/** A stretch within another one says nothing more. */
const distinct = (findings: readonly Finding[]): Finding[] =>
  findings.filter(
    (finding, index) =>
      !findings.some(
        (other, j) =>
          j < index && other.at <= finding.at && other.at + other.length >= finding.at + finding.length,
      ),
  );
