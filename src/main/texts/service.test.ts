import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clara, fillHouse, louis } from '../../../tests/support/agenda-house.ts';
import { openTestGround, type TestGround } from '../../../tests/support/ground.ts';
import type { TextVersionId } from '../../contract/ids.ts';
import type { TextKey } from '../../contract/texts.ts';
import { isDeskError } from '../core/errors.ts';
import { since } from '../core/journal.ts';
import { CATALOGUE, TEXT_KEYS } from './rules/catalogue.ts';
import {
  historyOfText,
  listTexts,
  pinShown,
  previewText,
  resetText,
  saveText,
  textsInForce,
} from './service.ts';

let test: TestGround;
beforeEach(() => {
  test = openTestGround();
  fillHouse(test.ground);
});
afterEach(() => test.close());

const KEY: TextKey = 'say.unavailable';
const ours = '{Praticien} n’a pas pu vous recevoir, et nous le regrettons.';
const textOf = (key: TextKey) => listTexts(test.ground.db).find((text) => text.key === key);
const refusal = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    if (isDeskError(error)) return { code: error.code, data: error.data };
    throw error;
  }
  return 'accepted';
};
const save = (text: string, basedOn: TextVersionId | null = null, call = clara) =>
  saveText(test.ground, call, { key: KEY, text, basedOn });

describe('the texts of a house', () => {
  it('are those of Parvis at first, each in its place', () => {
    const all = listTexts(test.ground.db);
    expect(all.map(({ key }) => key)).toEqual(TEXT_KEYS);
    expect(all.every(({ text, default: own, version }) => text === own && version === null)).toBe(true);
  });

  it('are kept with who wrote them and when, and can be taken back without losing anything', () => {
    const saved = save("{Praticien} n'a pas pu vous recevoir, et nous le regrettons.");
    expect(saved).toMatchObject({
      text: ours,
      version: { text: ours, origin: 'house', by: 1, at: test.clock.now() },
    });
    test.clock.set(test.clock.now() + 60_000);
    const back = resetText(test.ground, louis, { key: KEY, basedOn: saved.version?.id ?? null });
    expect(back).toMatchObject({ text: CATALOGUE[KEY].text, version: { origin: 'default', by: 2 } });
    expect(historyOfText(test.ground.db, KEY).map(({ text, origin, by }) => [text, origin, by])).toEqual([
      [CATALOGUE[KEY].text, 'default', 2],
      [ours, 'house', 1],
    ]);
    expect(since(test.ground.db, 0, 10).map(({ action }) => action)).toEqual(['text.saved', 'text.reset']);
  });

  it('are never overwritten: the table itself refuses', () => {
    save(ours);
    expect(() =>
      test.ground.write(clara, (tx) => tx.db.exec("UPDATE text_versions SET content = 'x'")),
    ).toThrow('append only');
    expect(() => test.ground.write(clara, (tx) => tx.db.exec('DELETE FROM text_versions'))).toThrow(
      'append only',
    );
  });

  it('tell whoever saves second that somebody wrote meanwhile', () => {
    const first = save(ours);
    expect(refusal(() => save(`${ours} Merci.`, null, louis))).toEqual({
      code: 'STALE_VERSION',
      data: { version: first.version?.id, changed: ['text'] },
    });
    expect(refusal(() => resetText(test.ground, louis, { key: KEY, basedOn: null }))).toMatchObject({
      code: 'STALE_VERSION',
    });
    expect(textOf(KEY)?.text).toBe(ours);
  });

  it('are written once when nothing changed', () => {
    const first = save(ours);
    expect(save(ours, first.version?.id ?? null)).toEqual(first);
    expect(historyOfText(test.ground.db, KEY).length).toBe(1);
  });

  it('that turn a protected group away are refused, and nothing is written', () => {
    expect(refusal(() => save('{Praticien} ne prend pas la CMU.'))).toEqual({
      code: 'TEXT_REFUSED',
      data: { problems: [{ kind: 'protected', ground: 'coverage', words: 'CMU', at: 28, length: 3 }] },
    });
    expect(textOf(KEY)?.version).toBe(null);
    expect(since(test.ground.db, 0, 10)).toEqual([]);
  });

  it('can be tried before they are saved', () => {
    expect(previewText(KEY, "{Praticien} n'est pas là !")).toEqual({
      filled: 'Le Dr\u00a0Fictif n’est pas là\u202f!',
      problems: [],
    });
    expect(previewText(KEY, '{Docteur} est là')).toMatchObject({ filled: null });
    expect(previewText(KEY, '')).toEqual({ filled: null, problems: [{ kind: 'empty' }] });
  });
});

describe('what somebody was told', () => {
  const pin = (shown: Parameters<typeof pinShown>[1]) =>
    test.ground.write(clara, (tx) => {
      const ids = pinShown(tx, shown);
      tx.record({ action: 'test.told', rows: [{ entity: 'text', id: 1 }] });
      return ids;
    });

  it('stays readable: the house’s wording by its version, Parvis’s own noted once', () => {
    const house = save(ours).version?.id ?? null;
    const [first, second] = pin([
      { key: KEY, version: house },
      { key: 'step.sas', version: null },
    ]);
    expect(first).toBe(house);
    expect(pin([{ key: 'step.sas', version: null }])).toEqual([second]);
  });

  it('changes nothing of what the house has decided', () => {
    const saved = save(ours);
    pin([{ key: KEY, version: null }]);
    expect(textOf(KEY)).toEqual(saved);
    expect(textsInForce(test.ground.db).version[KEY]).toBe(saved.version?.id);
    expect(textsInForce(test.ground.db).version['step.sas']).toBe(null);
  });

  it('cannot be a version of another text', () => {
    const house = save(ours).version?.id ?? null;
    expect(refusal(() => pin([{ key: 'step.sas', version: house }]))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'text' },
    });
  });
});
