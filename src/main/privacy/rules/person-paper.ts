/** Everything held about one person, as she reads it. Pure. */
import { dayText } from '../../../contract/day-text.ts';
import type { Paper, PaperBlock, PaperTable } from '../../../contract/paper.ts';
import type { House } from '../../../contract/practice.ts';
import { localNow } from '../../../contract/time.ts';
import { saidOf } from '../../trail/rules/actions.ts';
import type { Held } from './held.ts';
import { momentText, type PersonFacts, readable } from './person-file.ts';

type PaperRow = PaperTable['rows'][number];

/** A cell holds so much; a longer text goes on in the next line. */
const CELL = 1100;
/** A table holds so much; a longer one goes on in the next. */
const LINES = 1500;

const pieces = (text: string): string[] => {
  const all: string[] = [];
  let rest = text;
  while (rest.length > CELL) {
    const cut = rest.lastIndexOf(' ', CELL);
    const at = cut > 0 ? cut : CELL;
    all.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return [...all, rest];
};

const lines = (head: string, body: string): PaperRow[] =>
  pieces(body).map((piece, index) => ({ cells: [index === 0 ? head : '', piece], tone: 'plain' }));

const tables = (
  caption: string,
  labels: readonly [string, string],
  rows: readonly PaperRow[],
): PaperTable[] =>
  Array.from({ length: Math.ceil(rows.length / LINES) }, (_, index) => ({
    kind: 'table' as const,
    caption: index === 0 ? caption : `${caption} (suite)`,
    note: null,
    columns: [
      { label: labels[0], share: 30 },
      { label: labels[1], share: 70 },
    ],
    rows: rows.slice(index * LINES, (index + 1) * LINES),
    newPage: false,
  }));

/** One record a table of its own lines; the record that answers comes first. */
const identity = (of: Held, facts: PersonFacts, rows: PersonFacts['held'][number]['rows']): PaperBlock[] =>
  rows.flatMap((row, index) =>
    tables(
      index === 0 ? of.title : `Fiche numéro ${row['id'] ?? ''}, fusionnée dans la vôtre`,
      ['Ce que c’est', 'Ce qui est écrit'],
      of.columns.flatMap((column) => {
        const value = readable(of, column, row, facts);
        return value === null ? [] : lines(column.label, value);
      }),
    ),
  );

/** The first column that says something heads the line; the rest follows in one sentence. */
const listed = (of: Held, facts: PersonFacts, rows: PersonFacts['held'][number]['rows']): PaperBlock[] => {
  const [first, ...rest] = of.columns;
  if (first === undefined || rows.length === 0) return [];
  return tables(
    of.title,
    [first.label, rest.length === 0 ? '' : 'Ce qui est écrit'],
    rows.flatMap((row) =>
      lines(
        readable(of, first, row, facts) ?? '–',
        rest
          .flatMap((column) => {
            const value = readable(of, column, row, facts);
            return value === null ? [] : [`${column.label}\u00a0: ${value}`];
          })
          .join(' · '),
      ),
    ),
  );
};

const journalRows = ({ journal, house }: PersonFacts): PaperRow[] =>
  journal.map(({ at, actor, station, action }) => ({
    cells: [momentText(at, house.zone), `${saidOf(action).what} · ${actor} (${station})`],
    tone: 'plain',
  }));

const RIGHTS =
  'Vous pouvez demander qu’une erreur soit corrigée, et, dans les limites de la loi, que ces informations soient ' +
  'effacées ou que leur usage soit limité. Si la réponse ne vous convient pas, vous pouvez écrire à la CNIL ' +
  '(3, place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, ou cnil.fr).';

const MEDICAL =
  'Ce document dit ce que garde l’accueil de la maison. Votre dossier médical est tenu par chaque praticien, à qui ' +
  'vous pouvez le demander (article L. 1111-7 du code de la santé publique).';

const EMPTY = 'Rien n’est gardé sur vous sous ces titres\u00a0: ';

/** @param leftOut of the JSON, said on paper too */
export const personPaper = (facts: PersonFacts, house: House, leftOut: readonly string[]): Paper => {
  const { day } = localNow(facts.madeAt, house.zone);
  const empty = facts.held.filter(({ rows }) => rows.length === 0).map(({ of }) => of.title);
  return {
    title: 'Ce que la maison conserve sur vous',
    house: { name: house.name, address: house.address, phone: house.phone },
    dated: `Le ${dayText(day, 'long')}`,
    blocks: [
      {
        kind: 'paragraph',
        tone: 'lead',
        text: 'Voici tout ce que l’accueil de la maison conserve sur vous.',
      },
      { kind: 'paragraph', tone: 'plain', text: MEDICAL },
      ...facts.held.flatMap(({ of, rows }) =>
        of.table === 'patients' ? identity(of, facts, rows) : listed(of, facts, rows),
      ),
      ...tables('Qui a fait quoi, et quand', ['Quand', 'Quoi, par qui, à quel poste'], journalRows(facts)),
      ...(empty.length === 0
        ? []
        : [{ kind: 'paragraph' as const, tone: 'quiet' as const, text: `${EMPTY}${empty.join(' ; ')}.` }]),
      ...(leftOut.length === 0
        ? []
        : [
            {
              kind: 'paragraph' as const,
              tone: 'plain' as const,
              text: `N’est pas remis, pour ne pas porter atteinte à une autre personne\u00a0: ${leftOut.join(' ')}`,
            },
          ]),
      { kind: 'heading', text: 'Vos droits' },
      { kind: 'paragraph', tone: 'plain', text: RIGHTS },
    ],
    foot: null,
    specimen: house.demo,
    flow: 'pages',
  };
};
