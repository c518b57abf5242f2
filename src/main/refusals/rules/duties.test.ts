/** Each cell of the table in docs/spec/refusals.md: profession × ground × duty. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DutyKind, Ground } from '../../../contract/intake.ts';
import { Profession } from '../../../contract/professions.ts';
import { dutiesOf, owedBy } from './duties.ts';

type Cell = 'owed' | 'no' | '?';
/** reasons, orientation, continuity; `?`: owed until somebody has checked. */
type Row = readonly [Cell, Cell, Cell];

const LEAVING: readonly Ground[] = ['absence-or-departure', 'breach-of-trust', 'repeated-absence'];
const doctor = (ground: Ground): Row => ['no', 'no', LEAVING.includes(ground) ? 'owed' : 'no'];
const always = (row: Row) => (): Row => row;
const strictest = always(['?', '?', '?']);

const expected: Readonly<Record<Profession, (ground: Ground) => Row>> = {
  'general-practitioner': doctor,
  specialist: doctor,
  nurse: always(['owed', 'owed', 'owed']),
  physiotherapist: always(['?', 'owed', 'owed']),
  midwife: always(['no', 'owed', 'owed']),
  dentist: always(['no', '?', 'owed']),
  'speech-therapist': strictest,
  podiatrist: strictest,
  psychologist: strictest,
  dietitian: strictest,
  'occupational-therapist': strictest,
  orthoptist: strictest,
  'psychomotor-therapist': strictest,
  other: strictest,
};

const KINDS = ['reasons', 'orientation', 'continuity'] as const satisfies readonly DutyKind[];
const cells = [...Profession.options, 'chiropractor', 'toString'].flatMap((profession) =>
  Ground.options.flatMap((ground) => {
    const row = (expected[profession as Profession] as ((ground: Ground) => Row) | undefined) ?? strictest;
    const known = (Profession.options as string[]).includes(profession);
    return KINDS.map((duty, i) => [profession, ground, duty, (known ? row : strictest)(ground)[i]] as const);
  }),
);

describe('What a profession owes somebody it does not take', () => {
  test.each(cells)('%s, %s: %s is %s', (profession, ground, duty, cell) => {
    const { owed, toBeChecked, source } = dutiesOf(profession, ground)[duty];
    expect({ owed, toBeChecked }).toEqual({ owed: cell !== 'no', toBeChecked: cell === '?' });
    expect(source).toMatch(cell === '?' ? /à valider$/ : /^CSP R\.\d/);
  });

  test('is listed by name for whoever must do it', () => {
    expect(owedBy('general-practitioner', 'list-full')).toEqual([]);
    expect(owedBy('general-practitioner', 'breach-of-trust')).toEqual(['continuity']);
    expect(owedBy('nurse', 'list-full')).toEqual(['reasons', 'orientation', 'continuity']);
    expect(owedBy('nobody knows', 'list-full')).toEqual(['reasons', 'orientation', 'continuity']);
  });

  test('stands in the published table with the same sources', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../../docs/spec/refusals.md'), 'utf8');
    for (const profession of Profession.options)
      for (const ground of Ground.options)
        for (const duty of KINDS)
          expect(page, `${profession}, ${duty}`).toContain(dutiesOf(profession, ground)[duty].source);
  });
});
