import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RequestId } from '../../../contract/ids.ts';
import type { RequestOutcome } from '../../../contract/requests.ts';
import { type OnPath, waitingOf } from './lists.ts';

const wishes = { days: [], from: null, to: null, practitionerSex: null, atShortNotice: false, note: null };
const gpList: RequestOutcome = {
  kind: 'registration-list',
  profession: 'general-practitioner',
  practitionerIds: [],
  wishes,
};
const earlier = (appointmentId: number): RequestOutcome => ({
  kind: 'earlier-list',
  appointmentId: appointmentId as never,
  wishes,
});
const withdrawn: RequestOutcome = { kind: 'withdrawn' };

/** One request of the person, opened on the day of its number. */
const request = (id: number, outcome: RequestOutcome | null, more: Partial<OnPath> = {}): OnPath => ({
  id: id as RequestId,
  nature: 'registration',
  profession: 'general-practitioner',
  openedAt: id * 100,
  continues: null,
  outcome,
  ...more,
});
const continuing = (id: number, continues: number, outcome: RequestOutcome | null): OnPath =>
  request(id, outcome, { continues: continues as RequestId });
const said = (...rows: OnPath[]) => waitingOf(rows).map(({ row, since }) => [row.id, since]);

describe('Somebody waits on a list', () => {
  test('since she asked', () => expect(said(request(1, gpList))).toEqual([[1, 100]]));

  test('since she first asked, with what she wishes now, when one request takes up another', () => {
    expect(said(request(1, gpList), continuing(2, 1, gpList), continuing(3, 2, gpList))).toEqual([[3, 100]]);
    expect(said(request(1, { kind: 'answered', said: 'non' }), continuing(2, 1, gpList))).toEqual([[2, 100]]);
  });

  test('still, while a later call about it is open, or ended with something else in the meantime', () => {
    for (const outcome of [
      null,
      { kind: 'answered', said: 'toujours sur la liste' },
      { kind: 'callback', callbackId: 1 as never },
      { kind: 'redirected', to: { kind: 'cpts', label: null } },
      { kind: 'unresolved', reason: 'duplicate' },
      { kind: 'emergency' },
    ] satisfies (RequestOutcome | null)[])
      expect(said(request(1, gpList), continuing(2, 1, outcome))).toEqual([[1, 100]]);
  });

  test('no longer once she has her appointment, a colleague takes her on, or she asks no more', () => {
    for (const outcome of [
      withdrawn,
      { kind: 'appointment', appointmentId: 1 as never },
      { kind: 'redirected', to: { kind: 'colleague', practitionerId: 1 as never } },
    ] satisfies RequestOutcome[])
      expect(said(request(1, gpList), continuing(2, 1, outcome))).toEqual([]);
  });

  test('anew when she asks again after that', () =>
    expect(said(request(1, gpList), continuing(2, 1, withdrawn), continuing(3, 2, gpList))).toEqual([
      [3, 300],
    ]));

  test('no longer, even when she called months later and nothing ties the two calls together', () => {
    expect(said(request(1, gpList), request(90, withdrawn))).toEqual([]);
    expect(said(request(1, gpList), request(90, withdrawn, { profession: null }))).toEqual([]);
    expect(said(request(1, gpList), request(90, gpList))).toEqual([[90, 100]]);
  });

  test('of each profession by itself', () => {
    const nurse: RequestOutcome = { ...gpList, profession: 'nurse' };
    const other = request(2, nurse, { profession: 'nurse' });
    expect(said(request(1, gpList), other)).toEqual([
      [1, 100],
      [2, 200],
    ]);
    expect(said(request(1, gpList), other, request(3, withdrawn, { profession: 'nurse' }))).toEqual([
      [1, 100],
    ]);
    expect(said(request(1, gpList), request(3, withdrawn, { nature: 'appointment' }))).toEqual([[1, 100]]);
  });

  test('for each earlier appointment by itself, unless one call takes up the other', () => {
    const rdv = { nature: 'appointment' } as const;
    expect(said(request(1, earlier(7), rdv), request(2, earlier(8), rdv))).toEqual([
      [1, 100],
      [2, 200],
    ]);
    expect(said(request(1, earlier(7), rdv), request(2, earlier(7), rdv))).toEqual([[2, 100]]);
    expect(said(request(1, earlier(7), rdv), { ...continuing(2, 1, earlier(8)), ...rdv })).toEqual([
      [2, 100],
    ]);
  });
});

test('whatever was asked, nobody waits twice by one chain, and whoever was listed last still waits', () => {
  const outcomes = fc.constantFrom<(RequestOutcome | null)[]>(
    null,
    gpList,
    withdrawn,
    { kind: 'answered', said: 'oui' },
    { kind: 'appointment', appointmentId: 1 as never },
  );
  fc.assert(
    fc.property(fc.array(outcomes, { minLength: 1, maxLength: 12 }), (chain) => {
      const rows = chain.map((outcome, index) =>
        index === 0 ? request(1, outcome) : continuing(index + 1, index, outcome),
      );
      const waiting = waitingOf(rows);
      expect(waiting.length).toBeLessThanOrEqual(1);
      if (chain.at(-1)?.kind === 'registration-list') expect(waiting[0]?.row.id).toBe(rows.length);
      if (chain.at(-1)?.kind === 'withdrawn') expect(waiting).toEqual([]);
      for (const { row, since } of waiting) {
        expect(row.outcome?.kind).toBe('registration-list');
        expect(since).toBeLessThanOrEqual(row.openedAt);
      }
    }),
  );
});
