/** Short ways to work a fictitious house's requests and call-backs in tests, always through the service. */
import type { Booking } from '../../src/contract/agenda.ts';
import type { ListWishes } from '../../src/contract/requests.ts';
import { instantOf } from '../../src/contract/time.ts';
import { agendaCompensations } from '../../src/main/agenda/service.ts';
import type { Call } from '../../src/main/core/actor.ts';
import { since } from '../../src/main/core/journal.ts';
import { undoLast } from '../../src/main/core/undo.ts';
import * as requests from '../../src/main/requests/service.ts';
import { booking } from './agenda-desk.ts';
import { clara, fillHouse, louis } from './agenda-house.ts';
import { openTestGround, type TestGround } from './ground.ts';

export const ZONE = 'Europe/Paris';
export const anyTime: ListWishes = {
  days: [],
  from: null,
  to: null,
  practitionerSex: null,
  atShortNotice: false,
  note: null,
};

type Opening = Parameters<typeof requests.open>[2];
type Closing = NonNullable<Parameters<typeof requests.close>[2]['outcome']>;
type Promised = Parameters<typeof requests.add>[2];
type Ended = Parameters<typeof requests.end>[2]['outcome'];
interface Of {
  readonly id: number;
  readonly version: number;
}

const versioned = <Id>({ id, version }: Of) => ({ id: id as Id, version });

export interface RequestsDesk extends Omit<TestGround, 'close'> {
  shut(): void;
  /** Moves the clock to this wall time of the house. */
  at(day: string, minute: number): void;
  open(more?: Opening, call?: Call): ReturnType<typeof requests.open>;
  update(of: Of, more: Opening, call?: Call): ReturnType<typeof requests.update>;
  close(of: Of, outcome: Closing | null | undefined, call?: Call): ReturnType<typeof requests.close>;
  book(of: Of, more?: Partial<Booking>, call?: Call): ReturnType<typeof requests.book>;
  promise(more?: Partial<Promised>, call?: Call): ReturnType<typeof requests.add>;
  tried(of: Of, call?: Call): ReturnType<typeof requests.tried>;
  end(of: Of, outcome: Ended, call?: Call): ReturnType<typeof requests.end>;
  undo(call?: Call): ReturnType<typeof undoLast>;
  /** Journal, oldest first. */
  actions(): string[];
}

export { clara, louis };

export const openRequestsDesk = (): RequestsDesk => {
  const house = openTestGround();
  const { ground, clock } = house;
  fillHouse(ground);
  const compensations = { ...agendaCompensations, ...requests.requestCompensations };
  return {
    ...house,
    shut: house.close,
    at: (day, minute) => clock.set(instantOf(day, minute, ZONE)),
    open: (more = {}, call = clara) => requests.open(ground, call, more),
    update: (of, more, call = clara) => requests.update(ground, call, { ...versioned(of), ...more }),
    close: (of, outcome, call = clara) => requests.close(ground, call, { ...versioned(of), outcome }),
    book: (of, more, call = clara) =>
      requests.book(ground, call, { ...versioned(of), booking: booking(more) }),
    promise: (more = {}, call = clara) =>
      requests.add(ground, call, { due: clock.now() + 3_600_000, ...more }),
    tried: (of, call = clara) => requests.tried(ground, call, versioned(of)),
    end: (of, outcome, call = clara) => requests.end(ground, call, { ...versioned(of), outcome }),
    undo: (call = clara) => undoLast(ground, call, compensations),
    actions: () => since(ground.db, 0).map(({ action }) => action),
  };
};
