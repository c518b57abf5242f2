/** How a table is described for whoever asks what is held about her. */

/** How a value is written for a person to read. */
export type Format =
  | 'text'
  | 'number'
  | 'day'
  | 'instant'
  | 'minutes'
  | 'yes-no'
  | 'code'
  | 'phone'
  | 'birth'
  | 'practitioner'
  | 'staff'
  | 'type'
  | 'wishes'
  | 'wording';

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly format: Format;
}

export interface Held {
  readonly table: string;
  readonly title: string;
  /**
   * Which rows are hers: SQL over the alias `t`. `:patients`, `:requests`, `:claims`, `:callbacks`, `:entries`,
   * `:offers`, `:refusals` are JSON arrays of ids.
   */
  readonly hers: string;
  readonly order: string;
  readonly columns: readonly Column[];
  /** Columns that say nothing of her, with why. */
  readonly left: Readonly<Record<string, string>>;
}

export const among = (column: string, ids: string): string =>
  `${column} IN (SELECT value FROM json_each(:${ids}))`;

const of =
  (format: Format) =>
  (name: string, label: string): Column => ({ name, label, format });

export const text = of('text');
export const number = of('number');
export const day = of('day');
export const instant = of('instant');
export const minutes = of('minutes');
export const yesNo = of('yes-no');
export const code = of('code');
export const phone = of('phone');
export const practitioner = of('practitioner');
export const staff = of('staff');
export const wishes = of('wishes');
export const wording = of('wording');
export const type = of('type');
export const birth = of('birth');

/** Reasons that come back. */
export const NUMBER = 'number of the row in the file';
export const COUNTER = 'how often the row was saved, against two people writing at once';
export const LINK = 'leads to another row that is handed over too';
export const HOUSE = 'a choice of the house, the same for everybody';
