/** Everything held about one person: on the real encrypted file. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import { clara, DUPONT } from '../../../tests/support/agenda-house.ts';
import { pdfText } from '../../../tests/support/poppler.ts';
import { CALLER, HER, openWholePerson, type WholePerson } from '../../../tests/support/whole-person.ts';
import { PersonFile } from '../../contract/privacy.ts';
import { since } from '../core/journal.ts';
import { HELD } from './rules/held.ts';
import { everythingAbout, exportPerson } from './service.ts';

let whole: WholePerson;
beforeEach(() => {
  whole = openWholePerson();
});
afterEach(() => whole.house.close());

const ground = () => whole.house.ground;
const her = () => ({ kind: 'patient', id: whole.id }) as const;
const fileOf = (): PersonFile => everythingAbout(ground(), her()).file;
const rowsOf = (file: PersonFile, table: string) =>
  file.sections.find((section) => section.table === table)?.rows ?? [];

describe('Everything held about one person', () => {
  test('has lines from every table in which the house wrote something of her', () => {
    const { sections } = fileOf();
    expect(sections.map(({ table }) => table)).toEqual(HELD.map(({ table }) => table));
    expect(sections.filter(({ rows }) => rows.length === 0).map(({ table }) => table)).toEqual([]);
  });

  test('says all that was written of her, her former name in the journal included', () => {
    const json = JSON.stringify(fileOf());
    expect(Object.entries(HER).filter(([, said]) => !json.includes(said))).toEqual([]);
    expect(JSON.stringify(fileOf().journal)).toContain(HER.former);
  });

  test('is the same asked from a record that was merged into hers', () => {
    const { file } = everythingAbout(ground(), { kind: 'patient', id: whole.mergedId });
    expect(file).toEqual(fileOf());
    expect(rowsOf(file, 'patients').map(({ merged_into }) => merged_into)).toEqual([null, whole.id]);
  });

  test('is a file of the shape that the documentation promises', () => {
    const file = fileOf();
    expect(PersonFile.parse(file)).toEqual(file);
    expect(rowsOf(file, 'claims')[0]).toMatchObject({
      day: '2026-11-24',
      practitioner_id: 'Dr Linh Nguyen',
      appointment_type_id: 'Consultation',
    });
    expect(file.words['claims.status.cancelled']).toBe('annulé');
  });

  test('says nothing of anybody else: neither their record, nor the number of somebody who was rung about her', () => {
    const json = JSON.stringify(everythingAbout(ground(), { kind: 'patient', id: DUPONT }).file);
    for (const said of Object.values(HER)) expect(json).not.toContain(said);
    expect(JSON.stringify(fileOf())).not.toContain(CALLER.name);
  });

  test('is handed over on paper, in words that she can read', async () => {
    const { pdf, text, json, fileName } = await exportPerson(ground(), clara, her());
    const read = pdfText(Buffer.from(pdf, 'base64'));
    for (const said of [
      'Ce que la maison conserve sur vous',
      'QUENOUILLE',
      '19/07/1931',
      '06 39 98 42 71',
      HER.comment,
      'rupture de confiance',
      'ALD ou maladie chronique',
      'Dossier modifié',
      'CNIL',
    ])
      expect(`${read}${text}`.toLocaleLowerCase('fr-FR').replaceAll('\u00a0', ' ')).toContain(
        said.toLocaleLowerCase('fr-FR'),
      );
    expect(JSON.parse(json)).toMatchObject({ format: 'parvis-person', version: 1 });
    expect(fileName).toBe('donnees-conservees-2026-11-23');
    expect(since(ground().db, 0).at(-1)).toMatchObject({
      action: 'person.exported',
      actor: 'CM',
      rows: [
        { entity: 'patient', id: whole.id },
        { entity: 'patient', id: whole.mergedId },
      ],
      after: null,
    });
  });
});

describe('Somebody who only asked, without a record', () => {
  const asked = () => ({ kind: 'request', id: whole.callerRequest }) as const;

  test('is told what was written down of the call, her number with it', () => {
    const { file } = everythingAbout(ground(), asked());
    expect(rowsOf(file, 'requests')).toMatchObject([{ caller_name: CALLER.name, wish: CALLER.wish }]);
    expect(rowsOf(file, 'callbacks')).toMatchObject([{ phone: CALLER.phone }]);
    expect(rowsOf(file, 'patients')).toEqual([]);
    expect(file.journal.map(({ what }) => what)).toEqual(['Demande notée', 'Rappel promis']);
    expect(file.leftOut).toEqual([]);
  });

  test('is not reached through the request of somebody who has one', () => {
    const { id } = whole.house.ask({ patientId: DUPONT });
    expect(refused(() => everythingAbout(ground(), { kind: 'request', id }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'request' },
    });
  });
});
