import { oc } from '@orpc/contract';
import { errorMap } from './errors.ts';
import type { Right } from './rights.ts';

export interface ProcedureMeta {
  /** The right that the caller must hold; checked before the handler runs. */
  readonly right: Right;
}

const base = oc.$meta<ProcedureMeta>({ right: 'desk.read' }).errors(errorMap);

/** The start of every procedure: no procedure exists without naming its right. */
export const needs = (right: Right) => base.meta({ right });

/**
 * Headers that carry who is at which desk, the same over HTTP and MessagePort: the staff id in digits, what `people.sit`
 * gave her, and the station's name through `encodeURIComponent` (a header cannot hold « l’étage »). The id alone counts
 * only for somebody who has no PIN.
 */
export const ACTOR_HEADER = 'x-parvis-actor';
export const SEAT_HEADER = 'x-parvis-seat';
export const STATION_HEADER = 'x-parvis-station';
