import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../contract/ids.ts';
import type { CascadeStepKind, CascadeTick } from '../../../contract/unscheduled.ts';
import { currentStep, emptySteps, STEPS } from './cascade.ts';
import { countsByOrigin } from './honoured.ts';

const tick = (what: CascadeTick['what']): CascadeTick => ({ what, at: 1, by: 1 as StaffId });
const steps = (
  slots: Partial<Record<CascadeStepKind, number>>,
  ticks: Partial<Record<CascadeStepKind, CascadeTick['what']>> = {},
) =>
  STEPS.map((kind) => {
    const what = ticks[kind];
    return { kind, slots: Array(slots[kind] ?? 0).fill(0), tick: what === undefined ? null : tick(what) };
  });

describe('the order of the cascade', () => {
  it('is the one that the house has been told', () => {
    expect(STEPS).toEqual([
      'own-doctor',
      'colleagues',
      'next-half-day',
      'within-48h',
      'outside',
      'callback',
      'fifteen',
    ]);
  });

  it('her own doctor first, as long as she has a place that was not declined', () => {
    const places = { 'own-doctor': 1, colleagues: 2, 'within-48h': 3 };
    expect(currentStep(steps(places))).toBe('own-doctor');
    expect(currentStep(steps(places, { 'own-doctor': 'declined' }))).toBe('colleagues');
    expect(emptySteps(steps(places, { 'own-doctor': 'declined', colleagues: 'declined' }))).toEqual([
      'next-half-day',
    ]);
  });

  it('nothing in the house leads outside, then to a call-back, then to the 15, where it ends', () => {
    expect(currentStep(steps({}))).toBe('outside');
    expect(emptySteps(steps({}))).toEqual(['own-doctor', 'colleagues', 'next-half-day', 'within-48h']);
    expect(currentStep(steps({}, { outside: 'nothing' }))).toBe('callback');
    expect(currentStep(steps({}, { outside: 'nothing', callback: 'declined' }))).toBe('fifteen');
    expect(currentStep(steps({}, { outside: 'nothing', callback: 'nothing', fifteen: 'nothing' }))).toBe(
      'fifteen',
    );
  });

  it('a place that comes free in a step that was empty is offered again', () => {
    expect(currentStep(steps({ colleagues: 1 }, { 'own-doctor': 'nothing', colleagues: 'nothing' }))).toBe(
      'colleagues',
    );
  });

  it('whatever was tried, there is a step to go on with, what is ticked as empty lies before it, and is ticked once', () => {
    const count = fc.integer({ min: 0, max: 2 });
    const said = fc.option(fc.constantFrom('nothing' as const, 'declined' as const));
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 7, maxLength: 7 }),
        fc.array(said, { minLength: 7, maxLength: 7 }),
        (places, ticks) => {
          const all = STEPS.map((kind, i) => {
            const what = ticks[i] ?? null;
            return { kind, slots: Array(places[i] ?? 0).fill(0), tick: what === null ? null : tick(what) };
          });
          const current = currentStep(all);
          const empty = emptySteps(all);
          for (const kind of empty) expect(STEPS.indexOf(kind)).toBeLessThan(STEPS.indexOf(current));
          const ticked = all.map((one) =>
            empty.includes(one.kind) ? { ...one, tick: tick('nothing') } : one,
          );
          expect(currentStep(ticked)).toBe(current);
          expect(emptySteps(ticked)).toEqual([]);
        },
      ),
    );
  });
});

describe('what counts as unscheduled care given', () => {
  const ZONE = 'Europe/Paris';
  const ASKED = Temporal.ZonedDateTime.from('2026-11-23T10:00[Europe/Paris]').epochMilliseconds;
  const care = (
    status: 'booked' | 'arrived' | 'in-progress' | 'fulfilled' | 'cancelled' | 'noshow',
    day = '2026-11-23',
  ) => ({
    origin: 'call' as const,
    askedAt: ASKED,
    day,
    start: 660,
    status,
  });

  it('only who was seen; whoever is still awaited, left the waiting room or never came does not', () => {
    expect(countsByOrigin([care('booked'), care('arrived'), care('noshow')], ZONE)).toEqual([
      { origin: 'call', booked: 3, seen: 0, within48h: 0 },
    ]);
    expect(countsByOrigin([care('fulfilled'), care('in-progress'), care('cancelled')], ZONE)).toEqual([
      { origin: 'call', booked: 2, seen: 2, within48h: 2 },
    ]);
  });

  it('seen later than 48 hours is seen, and no more', () => {
    expect(countsByOrigin([care('fulfilled', '2026-11-25')], ZONE)).toEqual([
      { origin: 'call', booked: 1, seen: 1, within48h: 0 },
    ]);
  });

  it('each door has its own line, in the order of the doors', () => {
    const all = [
      { ...care('fulfilled'), origin: 'sas' as const },
      care('booked'),
      { ...care('booked'), origin: 'pharmacy' as const },
    ];
    expect(countsByOrigin(all, ZONE).map(({ origin, booked, seen }) => [origin, booked, seen])).toEqual([
      ['call', 1, 0],
      ['pharmacy', 1, 0],
      ['sas', 1, 1],
    ]);
  });
});
