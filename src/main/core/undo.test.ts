import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callAs, openTestGround, type TestGround } from '../../../tests/support/ground.ts';
import type { Call } from './actor.ts';
import { get, run } from './db.ts';
import { DeskError } from './errors.ts';
import { since } from './journal.ts';
import { verifyChain } from './journal-check.ts';
import { asLeft, type Compensations, undoable, undoLast } from './undo.ts';

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
    const row = { entity: 'house', id: 1 };
    if (!asLeft(tx.db, entry, row, { left: after.version, now: house().version }))
      throw new DeskError('UNDO_TOO_LATE', {});
    run(tx.db, 'UPDATE house SET name = ?, version = version + 1', [before.name]);
    return [row];
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

  it('goes back one action at a time, over what was taken back since', () => {
    for (const name of ['A', 'B', 'C']) rename(camille, name);
    for (const name of ['B', 'A', 'MSP des Tilleuls']) {
      undo(camille);
      expect(house().name).toBe(name);
    }
    expect(() => undo(camille)).toThrow('NOTHING_TO_UNDO');
  });

  it('goes no further back than what somebody else did in between', () => {
    rename(camille, 'A');
    rename(camille, 'B');
    undo(camille);
    rename(denis, 'D');
    expect(() => undo(camille)).toThrow('UNDO_TOO_LATE');
    undo(denis);
    expect(undo(camille)).toEqual({ action: 'house.renamed' });
    expect(house().name).toBe('MSP des Tilleuls');
  });

  it('goes no further back when the row was changed without a word to the journal', () => {
    rename(camille, 'A');
    rename(camille, 'B');
    undo(camille);
    test.ground.write(camille, (tx) => {
      run(tx.db, 'UPDATE house SET version = version + 1');
      tx.record({ action: 'hold.expired', rows: [] });
    });
    expect(() => undo(camille)).toThrow('UNDO_TOO_LATE');
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

  it('never reaches past an act of one’s own that may not be undone', () => {
    rename(camille, 'MSP du Parc');
    const tell = (call: Call, action: string) =>
      test.ground.write(call, (tx) => tx.record({ action, rows: [{ entity: 'import', id: 1 }] }));
    tell(denis, 'exchange.imported');
    expect(offered(camille)).toMatchObject({ action: 'house.renamed' });
    tell(camille, 'exchange.imported');
    expect(offered(camille)).toBe(null);
    expect(() => undo(camille)).toThrow('NOTHING_TO_UNDO');
    rename(camille, 'MSP du Port');
    expect(undo(camille)).toEqual({ action: 'house.renamed' });
    expect(() => undo(camille)).toThrow('NOTHING_TO_UNDO');
    expect(house().name).toBe('MSP du Parc');
  });

  it('passes over what only accompanies the work', () => {
    rename(camille, 'MSP du Parc');
    test.ground.write(camille, (tx) => {
      for (const action of ['hold.expired', 'hold.placed', 'hold.released']) tx.record({ action, rows: [] });
      for (const action of ['request.opened', 'request.updated', 'request.closed', 'request.reopened'])
        tx.record({ action, rows: [] });
    });
    expect(undo(camille)).toEqual({ action: 'house.renamed' });
  });

  it('is of this desk: what the same person did at another is left alone', () => {
    rename(camille, 'MSP du Parc');
    const elsewhere: Call = { ...camille, station: 'Accueil 2' };
    expect(offered(elsewhere)).toBe(null);
    expect(() => undo(elsewhere)).toThrow('NOTHING_TO_UNDO');
    expect(undo(camille)).toEqual({ action: 'house.renamed' });
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
