import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECENT_DAYS } from '../../../contract/redirections.ts';
import { addDays, type Day, instantOf } from '../../../contract/time.ts';
import { outcomesOf, type Sent, sunkLast } from './outcomes.ts';

const ZONE = 'Europe/Paris';
const TODAY = '2026-11-23';
const unknown = { takesNewcomers: 'unknown', verifiedOn: null } as const;

let next = 0;
const on = (day: Day, state: Sent['state'], accepted: Day | null = null): Sent => ({
  id: ++next as never,
  state,
  stateAt: instantOf(day, 600, ZONE),
  acceptedAt:
    state === 'accepted'
      ? instantOf(day, 600, ZONE)
      : accepted === null
        ? null
        : instantOf(accepted, 600, ZONE),
});
const seen = (sent: readonly Sent[], verified: Parameters<typeof outcomesOf>[1] = unknown) =>
  outcomesOf(sent, verified, TODAY, ZONE);

describe('What an entry has answered', () => {
  it('is counted: three persons sent, one accepted, full since the twelfth', () => {
    expect(seen([on('2026-10-02', 'accepted'), on('2026-11-12', 'full'), on('2026-11-19', 'full')])).toEqual({
      sent: 3,
      waiting: 0,
      accepted: 1,
      full: 2,
      unreachable: 0,
      notGone: 0,
      fullSince: '2026-11-12',
      unreachableSince: null,
      sinks: true,
    });
  });

  it('counts a person who was accepted and did not go as accepted, and blames nobody', () => {
    expect(seen([on('2026-11-20', 'not-gone', '2026-11-13')])).toMatchObject({
      accepted: 1,
      notGone: 1,
      sinks: false,
    });
    expect(seen([on('2026-11-20', 'not-gone')])).toMatchObject({ accepted: 0, notGone: 1, sinks: false });
  });

  it('leaves out whoever was sent by mistake', () => {
    expect(seen([on('2026-11-20', 'taken-back'), on('2026-11-20', 'sent')])).toMatchObject({
      sent: 1,
      waiting: 1,
    });
  });

  it('is forgotten as news after a quarter, not before', () => {
    const full = (daysAgo: number) => seen([on(addDays(TODAY, -daysAgo), 'full')]);
    expect(full(RECENT_DAYS)).toMatchObject({ sinks: true, fullSince: addDays(TODAY, -RECENT_DAYS) });
    expect(full(RECENT_DAYS + 1)).toMatchObject({ sinks: false, fullSince: null, full: 1 });
  });

  it('is forgiven by the next person accepted, and by somebody who verified since that they take newcomers', () => {
    expect(seen([on('2026-11-12', 'full'), on('2026-11-20', 'accepted')]).sinks).toBe(false);
    const full = [on('2026-11-12', 'full')];
    const verified = (takesNewcomers: 'yes' | 'no', verifiedOn: Day) =>
      seen(full, { takesNewcomers, verifiedOn }).sinks;
    expect(verified('yes', '2026-11-13')).toBe(false);
    // Verified the same day, perhaps before the call: the answer counts.
    expect(verified('yes', '2026-11-12')).toBe(true);
    expect(verified('no', '2026-11-13')).toBe(true);
  });

  it('says full and unreachable each since its own first day', () => {
    expect(seen([on('2026-11-03', 'unreachable'), on('2026-11-12', 'full')])).toMatchObject({
      unreachableSince: '2026-11-03',
      fullSince: '2026-11-12',
    });
  });
});

const anySent = fc.array(
  fc
    .record({
      daysAgo: fc.integer({ min: 0, max: 200 }),
      state: fc.constantFrom<Sent['state']>(
        'sent',
        'contacted',
        'accepted',
        'full',
        'unreachable',
        'not-gone',
        'taken-back',
      ),
      later: fc.integer({ min: 0, max: 20 }),
      went: fc.boolean(),
    })
    .map(({ daysAgo, state, later, went }) =>
      on(
        addDays(TODAY, -daysAgo),
        state,
        state === 'not-gone' && !went ? addDays(TODAY, -daysAgo - later) : null,
      ),
    ),
  { maxLength: 12 },
);

describe('Whatever was answered, and in whatever order it is read', () => {
  it('says the same', () => {
    fc.assert(
      fc.property(
        anySent.chain((sent) =>
          fc.tuple(
            fc.constant(sent),
            fc.shuffledSubarray(sent, { minLength: sent.length, maxLength: sent.length }),
          ),
        ),
        ([sent, shuffled]) => {
          expect(seen(shuffled)).toEqual(seen(sent));
        },
      ),
    );
  });

  it('never sinks on the day of a person accepted last, nor without a bad answer within the quarter', () => {
    fc.assert(
      fc.property(anySent, (sent) => {
        const { sinks, fullSince, unreachableSince } = seen(sent);
        const recent = sent.filter(
          ({ state, stateAt }) =>
            (state === 'full' || state === 'unreachable') &&
            stateAt >= instantOf(addDays(TODAY, -RECENT_DAYS), 0, ZONE),
        );
        if (recent.length === 0) expect(sinks).toBe(false);
        expect(fullSince !== null || unreachableSince !== null).toBe(sinks);
        expect(seen([...sent, on(TODAY, 'accepted')]).sinks).toBe(false);
      }),
    );
  });

  it('sinking loses nobody, and moves nobody past somebody of the same kind', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.nat(), sinks: fc.boolean() })), (found) => {
        const order = sunkLast(found, ({ sinks }) => sinks);
        expect(order.filter(({ sinks }) => !sinks)).toEqual(found.filter(({ sinks }) => !sinks));
        expect(order.filter(({ sinks }) => sinks)).toEqual(found.filter(({ sinks }) => sinks));
        expect(order.findIndex(({ sinks }) => sinks) === -1 || order.at(-1)?.sinks).toBe(true);
      }),
    );
  });
});
