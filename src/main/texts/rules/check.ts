/** What is wrong with a wording of the house, all of it at once. Pure. */
import type { TextProblem } from '../../../contract/text-problems.ts';
import { TEXT_MAX, type TextKey } from '../../../contract/texts.ts';
import { CATALOGUE } from './catalogue.ts';
import { plain, stretchOf } from './lint/plain.ts';
import { lint } from './lint.ts';
import { looseBraces, placesIn } from './places.ts';

const french = (typed: string): string =>
  typed
    .replaceAll(/ (?=[;!?])/gu, '\u202f')
    .replaceAll(/ (?=[:»%])/gu, '\u00a0')
    .replaceAll(/« /gu, '«\u00a0')
    .replaceAll("'", '’');

/** As it is kept: one paragraph, French spaces and apostrophes. What the person typed says the same. */
export const tidy = (typed: string): string =>
  french(
    typed
      .normalize('NFC')
      .trim()
      .replaceAll(/[ \t]*\n\s*/gu, ' ')
      .replaceAll(/ {2,}/gu, ' '),
  );

/** A refusal is one practitioner's act: « aucun médecin » is false as soon as a colleague has a place. */
const NOBODY =
  /(?<![\p{L}])(?:aucune? (?:autre )?(?:de nos |des )?(?:medecin|praticien|docteur|professionnel|confrere|infirmier|kine|dentiste|sage-femme)\p{L}*|plus (?:personne|un seul (?:medecin|praticien))|personne ne (?:prend|accepte|peut)|tous (?:les|nos) (?:medecins|praticiens) sont (?:complets|pleins|fermes))/gu;
const MEDIATOR = /(?<![\p{L}])mediat(?:eur|rice|ion)s?(?![\p{L}])/gu;

export const problemsOf = (key: TextKey, text: string): TextProblem[] => {
  if (text.trim() === '') return [{ kind: 'empty' }];
  const { group, required, optional } = CATALOGUE[key];
  const problems: TextProblem[] = [];
  const most = TEXT_MAX[group];
  if (text.length > most) problems.push({ kind: 'too-long', words: `${text.length} / ${most}` });

  const known: readonly string[] = [...required, ...optional];
  const places = placesIn(text);
  for (const { at, brace } of looseBraces(text))
    problems.push({ kind: 'broken-place', words: brace, at, length: 1 });
  for (const { name, at, length } of places)
    if (!known.includes(name)) problems.push({ kind: 'unknown-place', words: `{${name}}`, at, length });
  for (const name of required)
    if (!places.some((place) => place.name === name))
      problems.push({ kind: 'missing-place', words: `{${name}}` });

  const compared = plain(text);
  const found = (kind: 'says-nobody' | 'mediator', pattern: RegExp): void => {
    for (const match of compared.text.matchAll(pattern)) {
      const stretch = stretchOf(compared, match.index, match[0].length);
      problems.push({ kind, words: text.slice(stretch.at, stretch.at + stretch.length), ...stretch });
    }
  };
  found('says-nobody', NOBODY);
  if (group !== 'recourse') found('mediator', MEDIATOR);
  for (const finding of lint(text)) problems.push({ kind: 'protected', ...finding });
  return problems;
};
