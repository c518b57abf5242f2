/** The cascade: its steps in order, which of them is the present one, and which have nothing to offer. Pure. */
import type { Slot } from '../../../contract/agenda.ts';
import type { PractitionerId } from '../../../contract/ids.ts';
import { type CascadeStep, CascadeStepKind, type CascadeTick } from '../../../contract/unscheduled.ts';
import { stepOf, type Windows } from './windows.ts';

/** The order: nothing else decides it. */
export const STEPS: readonly CascadeStepKind[] = CascadeStepKind.options;

/** Steps that offer places of the house; the others ring somebody. */
const SLOT_STEPS: readonly CascadeStepKind[] = ['own-doctor', 'colleagues', 'next-half-day', 'within-48h'];

/** So many fit the panel; the rest is counted, and found with F3. */
export const SHOWN = 4;

export type Ticks = ReadonlyMap<CascadeStepKind, CascadeTick>;

/** Her own doctor first, then the soonest, then the order of the columns. */
const byOwnThenSoonest =
  (ownDoctorId: PractitionerId | null, positions: ReadonlyMap<PractitionerId, number>) =>
  (a: Slot, b: Slot): number =>
    Number(b.practitionerId === ownDoctorId) - Number(a.practitionerId === ownDoctorId) ||
    (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
    a.start - b.start ||
    (positions.get(a.practitionerId) ?? 0) - (positions.get(b.practitionerId) ?? 0) ||
    a.practitionerId - b.practitionerId;

/** @param free in any order @param ticks the last one of each step; a booking that was taken back leaves none */
export const stepsOf = (
  free: readonly Slot[],
  windows: Windows,
  positions: ReadonlyMap<PractitionerId, number>,
  ticks: Ticks,
): CascadeStep[] => {
  const sorted = [...free].sort(byOwnThenSoonest(windows.ownDoctorId, positions));
  const byStep = Map.groupBy(sorted, (slot) => stepOf(slot, windows));
  return STEPS.map((kind) => {
    const slots = byStep.get(kind) ?? [];
    return {
      kind,
      slots: slots.slice(0, SHOWN),
      more: Math.max(0, slots.length - SHOWN),
      tick: ticks.get(kind) ?? null,
    };
  });
};

type Standing = Pick<CascadeStep, 'kind' | 'tick'> & { readonly slots: readonly unknown[] };

/** Something to offer that nobody has declined. What was empty and has a place again is to be offered again. */
const isToTry = ({ kind, slots, tick }: Standing): boolean => {
  if (kind === 'fifteen') return true;
  if (SLOT_STEPS.includes(kind)) return slots.length > 0 && tick?.what !== 'declined';
  return tick === null;
};

/** There is always one: the 15 is never behind anybody. */
export const currentStep = (steps: readonly Standing[]): CascadeStepKind =>
  steps.find(isToTry)?.kind ?? 'fifteen';

/** The steps before the present one that had nothing to offer and are not ticked yet. */
export const emptySteps = (steps: readonly Standing[]): CascadeStepKind[] => {
  const current = currentStep(steps);
  return steps
    .slice(0, STEPS.indexOf(current))
    .filter(({ kind, slots, tick }) => SLOT_STEPS.includes(kind) && slots.length === 0 && tick === null)
    .map(({ kind }) => kind);
};
