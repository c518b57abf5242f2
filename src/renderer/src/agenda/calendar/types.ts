/**
 * What the calendar draws, in the words of the house: lanes side by side, minutes of the wall clock. FullCalendar is
 * known to `AgendaCalendar.tsx` and its neighbours in this folder only (docs/adr, « the calendar behind one component »).
 */
import type { AppointmentStatus } from '../../../../contract/agenda.ts';
import type { ClaimId, PractitionerId } from '../../../../contract/ids.ts';
import type { Day, Interval, Minute } from '../../../../contract/time.ts';

/** Time that cannot be booked like any other, or at all; each kind has its own pattern and its own words. */
export type ZoneKind = 'closed' | 'absent' | 'holiday' | 'unscheduled' | 'newPatient';

export interface Zone extends Interval {
  readonly kind: ZoneKind;
  /** Written in the zone; null where the pattern says it all. */
  readonly label: string | null;
}

/** One column: a practitioner on a day. The day view has many practitioners, the week view many days. */
export interface Lane {
  readonly key: string;
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly title: string;
  readonly subtitle: string;
  /** Where its head leads: « Semaine de Dr Giraud ». */
  readonly leadsTo: string;
  /** The practitioner's accent, `#rrggbb`. */
  readonly colour: string;
  /** Grid of this practitioner, in minutes. */
  readonly step: number;
  /** How many people are seen at once at most: such a lane needs the room of several. */
  readonly capacity: number;
  readonly zones: readonly Zone[];
  /** Where an ordinary appointment may start: open, nobody there. For the keyboard. */
  readonly free: readonly Interval[];
}

export interface Card extends Interval {
  readonly id: ClaimId;
  readonly lane: string;
  readonly kind: 'appointment' | 'hold';
  readonly status: AppointmentStatus;
  readonly name: string;
  readonly detail: string;
  readonly overbooked: boolean;
  /** Can be dragged to another place. */
  readonly movable: boolean;
  /** Read aloud: « 9:15 DUPONT Marie Consultation, arrivé, Dr Giraud ». */
  readonly spoken: string;
}

/** Where the keyboard is: on a card, or on free time. */
export type Cursor =
  | { readonly on: 'card'; readonly lane: string; readonly id: ClaimId; readonly start: Minute }
  | { readonly on: 'free'; readonly lane: string; readonly start: Minute; readonly end: Minute };

/** The place that the call in hand is about to take. */
export interface Ghost extends Interval {
  readonly lane: string;
}

export interface PlaceInLane {
  readonly lane: Lane;
  readonly start: Minute;
}

export interface CalendarHandlers {
  onOpen(id: ClaimId): void;
  onFree(place: PlaceInLane): void;
  onHead(lane: Lane): void;
  /** Dragged to another place; `back` puts the card where it was. */
  onMove(id: ClaimId, to: PlaceInLane, back: () => void): void;
  /** A key that the calendar does not use itself, pressed on a card. @returns whether it meant something */
  onCardKey(id: ClaimId, key: string): boolean;
}
