import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callAs, openTestGround, type TestGround } from '../../../tests/support/ground.ts';
import type { Call } from './actor.ts';
import { get, run } from './db.ts';
import { DeskError } from './errors.ts';
import { since } from './journal.ts';
import { verifyChain } from './journal-check.ts';
import { type Compensations, undoable, undoLast } from './undo.ts';

let test: TestGround;
beforeEach(() => {
  test = openTestGround();
  test.ground.db.exec(
    "INSERT INTO house VALUES (1, 1, 'MSP des Tilleuls', 'Europe/Paris', 'metropole', NULL, NULL, 0)",
  );
});
afterEach(() => test.close());

const camille = callAs(1, 'CB');
const denis = callAs(2, 'DM');
const MINUTE = 60_000;

interface Named {
  readonly name: string;
  readonly version: number;
}
const house = (): Named => {
  const row = get<Named>(test.ground.db, 'SELECT name, version FROM house');
  if (!row) throw new Error('no house');
  return row;
};

const rename = (call: Call, name: string, more: { action?: string; undoable?: boolean } = {}): number =>
  test.ground.write(call, (tx) => {
    const before = house();
    run(tx.db, 'UPDATE house SET name = ?, version = version + 1', [name]);
    return tx.record({
      action: more.action ?? 'house.renamed',
      rows: [{ entity: 'house', id: 1 }],
      before,
      after: house(),
      undoable: more.undoable ?? true,
    });
  });

const compensations: Compensations = {
  'house.renamed': (tx, entry) => {
    const after = entry.after as Named;
    const before = entry.before as Named;
    const { changes } = run(tx.db, 'UPDATE house SET name = ?, version = version + 1 WHERE version = ?', [
      before.name,
      after.version,
    ]);
    if (changes === 0) throw new DeskError('UNDO_TOO_LATE', {});
    return [{ entity: 'house', id: 1 }];
  },
};
const undo = (call: Call) => undoLast(test.ground, call, compensations);
const offered = (call: Call) => undoable(test.ground, call, compensations);
const later = (minutes: number): void => test.clock.set(test.clock.now() + minutes * MINUTE);

describe('undoing', () => {
  it('puts back what the last action of the same person changed, and says so in the journal', () => {
    const seq = rename(camille, 'MSP du Parc');
    expect(offered(camille)).toEqual({ action: 'house.renamed', at: test.clock.now() });
    expect(undo(camille)).toEqual({ action: 'house.renamed' });
    expect(house()).toEqual({ name: 'MSP des Tilleuls', version: 3 });
    expect(since(test.ground.db, seq)).toMatchObject([
      {
        action: 'house.renamed.undone',
        actor: 'CB',
        undoes: seq,
        undoable: false,
        rows: [{ entity: 'house', id: 1 }],
        before: { name: 'MSP du Parc' },
        after: { name: 'MSP des Tilleuls' },
      },
    ]);
    expect(verifyChain(test.ground.db).ok).toBe(true);
  });

  it('goes back one action at a time, as far as they were not overtaken', () => {
    rename(camille, 'A');
    rename(camille, 'B');
    undo(camille);
    expect(house().name).toBe('A');
    // Version 4 now, and the first action left version 2: its turn has passed.
    expect(() => undo(camille)).toThrow('UNDO_TOO_LATE');
    expect(house().name).toBe('A');
  });

  it('undoes one action once, however fast Ctrl+Z is pressed', () => {
    rename(camille, 'MSP du Parc');
    undo(camille);
    expect(() => undo(camille)).toThrow('NOTHING_TO_UNDO');
    expect(offered(camille)).toBe(null);
  });

  it('never touches what somebody else did', () => {
    rename(camille, 'MSP du Parc');
    expect(offered(denis)).toBe(null);
    expect(() => undo(denis)).toThrow('NOTHING_TO_UNDO');
  });

  it('stops, and changes nothing, when somebody else has touched the row since', () => {
    rename(camille, 'MSP du Parc');
    rename(denis, 'MSP du Port');
    expect(() => undo(camille)).toThrow('UNDO_TOO_LATE');
    expect(house()).toEqual({ name: 'MSP du Port', version: 3 });
  });

  it('is offered for ten minutes', () => {
    rename(camille, 'MSP du Parc');
    later(10);
    expect(offered(camille)).toMatchObject({ action: 'house.renamed' });
    later(0.001);
    expect(offered(camille)).toBe(null);
    expect(() => undo(camille)).toThrow('NOTHING_TO_UNDO');
  });

  it('passes over what may not be undone, and still never undoes across it', () => {
    rename(camille, 'MSP du Parc');
    rename(camille, 'MSP du Port', { undoable: false });
    expect(offered(camille)).toMatchObject({ action: 'house.renamed' });
    expect(() => undo(camille)).toThrow('UNDO_TOO_LATE');
    expect(house().name).toBe('MSP du Port');
  });

  it('is never offered for what no area knows how to put back', () => {
    rename(camille, 'MSP du Parc', { action: 'house.painted' });
    expect(offered(camille)).toBe(null);
    expect(() => undo(camille)).toThrow('NOTHING_TO_UNDO');
  });

  it('is nobody’s when the program itself acted', () => {
    const program: Call = { actor: { id: null, label: 'import', rights: [] }, station: 'x' };
    rename(program, 'MSP du Parc');
    expect(offered(program)).toBe(null);
  });
});
