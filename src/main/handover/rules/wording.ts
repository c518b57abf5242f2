/** What the night wrote down, as a request, a call or an appointment keeps it. Pure. */
import type { LineCells } from '../../../contract/night-return.ts';
import { plainWords } from './table.ts';

const WISH = 300;

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

/** @param unknown nobody of the file: number and birth date are in no record, so they are written down here */
export const wishIn = (cells: LineCells, unknown: boolean): string => {
  const beside = [
    ...(cells.heard === '' ? [] : [`reçu à ${cells.heard}`]),
    ...(cells.phone === '' ? [] : [`tél. ${cells.phone}`]),
    ...(unknown && cells.birth !== '' ? [`né(e) ${cells.birth}`] : []),
    ...(cells.day === '' && cells.start === '' ? [] : [`souhaite ${`${cells.day} ${cells.start}`.trim()}`]),
  ].join(', ');
  const end = beside === '' ? '' : cells.matter === '' ? beside : ` (${beside})`;
  return `${cut(cells.matter, WISH - end.length)}${end}`.slice(0, WISH);
};

export const aboutIn = (cells: LineCells): string =>
  cut(
    [cells.matter, cells.heard === '' ? '' : `reçu à ${cells.heard}`]
      .filter((part) => part !== '')
      .join(', '),
    WISH,
  );

/** The matter, unless it is the type's own name. */
export const commentIn = ({ matter }: LineCells, typeName: string): { comment?: string } =>
  matter === '' || plainWords(matter) === plainWords(typeName) ? {} : { comment: cut(matter, 500) };
