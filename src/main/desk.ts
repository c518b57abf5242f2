/**
 * The desk: the areas put together on one encrypted file. It knows neither Electron nor HTTP; a host gives it a
 * folder, a clock and a way to unseal the key, then hands it calls.
 */

import type { GateStatus } from '../contract/gate.ts';
import type { StaffId } from '../contract/ids.ts';
import { agendaApi } from './agenda/api.ts';
import { agendaCompensations } from './agenda/service.ts';
import type { CallContext } from './core/api.ts';
import { closedGround } from './core/closed-ground.ts';
import { copiesApi } from './core/copies-api.ts';
import { dataFiles } from './core/data-files.ts';
import { follow } from './core/follow.ts';
import { createGate, type Gate } from './core/gate.ts';
import { gateApi } from './core/gate-api.ts';
import type { Clock, Ground } from './core/ground.ts';
import type { Sealer } from './core/keys/sealer.ts';
import { createLog, type Log } from './core/log.ts';
import type { Compensations } from './core/undo.ts';
import { prepareDemo, RealHouseError, setDemoAside } from './demo/renew.ts';
import { createDirectoryApi } from './directory/api.ts';
import { createDirectoryImports, directoryCompensations, warmDirectory } from './directory/service.ts';
import { createExchangeApi } from './exchange/api.ts';
import { createExchange } from './exchange/service.ts';
import { createFallbackApi } from './fallback/api.ts';
import { createFallback } from './fallback/service.ts';
import { handoverApi } from './handover/api.ts';
import { handoverCompensations } from './handover/undo.ts';
import { patientsApi } from './patients/api.ts';
import { patientCompensations, warmSearch } from './patients/service.ts';
import { createPeopleApi } from './people/api.ts';
import { createSeats, type Seats } from './people/service/seats.ts';
import { type Acting, whoActs } from './people/service/sit.ts';
import { welcomeStaff } from './people/service.ts';
import { practiceApi } from './practice/api.ts';
import { practiceCompensations } from './practice/undo.ts';
import { privacyApi } from './privacy/api.ts';
import { eraseAgain } from './privacy/service.ts';
import { redirectionsApi } from './redirections/api.ts';
import { redirectionCompensations } from './redirections/service.ts';
import { refusalsApi } from './refusals/api.ts';
import { refusalCompensations } from './refusals/undo.ts';
import { callbacksApi, requestsApi } from './requests/api.ts';
import { requestCompensations } from './requests/service.ts';
import { salvageApi } from './salvage/api.ts';
import { textsApi } from './texts/api.ts';
import { journalApi } from './trail/api.ts';
import { unscheduledApi } from './unscheduled/api.ts';
import { urgencyApi } from './urgency/api.ts';
import { entriesApi } from './waitlist/api/entries.ts';
import { offersApi } from './waitlist/api/offers.ts';
import { placesApi } from './waitlist/api/places.ts';
import { rulesApi } from './waitlist/api/rules.ts';
import { followFreed, offerCompensations, watchOffers } from './waitlist/offers-service.ts';
import { placesCompensations } from './waitlist/service/undo-places.ts';
import { concernsEntries, ENTRIES, entriesReaction, entryCompensations } from './waitlist/service.ts';

export interface DeskOptions {
  /** Data folder, absolute. */
  readonly folder: string;
  readonly clock: Clock;
  /** Milliseconds since any moment, never set back: how long a wrong PIN makes one wait. Default: the process's own. */
  readonly elapsed?: () => number;
  readonly appVersion: string;
  /** The fictitious house. */
  readonly demo?: boolean;
  /** What a second comer is told holds the folder. */
  readonly program?: string;
  /** The system's key store, where the host has one. */
  readonly sealer?: Sealer | null;
  /** By choice only (demo, source runs): a new house keeps its key in clear, in a file that only this user reads. */
  readonly plainKey?: boolean;
  /** On closing, a last copy of the day if something is new and it takes no longer; without it, none. */
  readonly lastCopyWithinMs?: number;
  /** When the checks and copies that nobody asks for begin, in milliseconds after the opening; null: never. */
  readonly upkeepAfterMs?: number | null;
}

export type { Sealer, Unsealed } from './core/keys/sealer.ts';
export { RealHouseError } from './demo/renew.ts';
export type { CallContext };

/** Who calls and from which desk, as a host was told. */
export interface Caller {
  /** The id of somebody who works here, as claimed; looked up at each call. Null while nobody is at the desk. */
  readonly actorId: number | null;
  /** What `people.sit` gave; without it a claim counts only for somebody who has no PIN. */
  readonly seat?: string | null;
  /** Name of the desk, for the journal. */
  readonly station: string;
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** What each area says of undoing its own actions. */
const compensations: Compensations = {
  ...practiceCompensations,
  ...patientCompensations,
  ...directoryCompensations,
  ...agendaCompensations,
  // After the agenda's: a booking that closed a request is taken back together with it.
  ...requestCompensations,
  ...redirectionCompensations,
  ...refusalCompensations,
  ...entryCompensations,
  ...offerCompensations,
  // After the offers': a booking may have taken a given place.
  ...placesCompensations,
  // After all: an appointment or a call may come from a line of the night.
  ...handoverCompensations,
};

const areas = {
  gate: gateApi,
  copies: { ...copiesApi, ...salvageApi },
  practice: practiceApi({ welcomeStaff }),
  patients: patientsApi,
  agenda: agendaApi,
  requests: requestsApi,
  callbacks: callbacksApi,
  urgency: urgencyApi,
  journal: journalApi,
  unscheduled: unscheduledApi,
  refusals: refusalsApi,
  texts: textsApi,
  redirections: redirectionsApi,
  privacy: privacyApi,
  handover: handoverApi,
  waitlist: { ...entriesApi, ...offersApi, ...placesApi, ...rulesApi },
};

/** What reacts to the journal, each from a cursor of its own; started with the file, stopped before it closes. */
const startFollowers = (ground: Ground, log: Log): (() => void) => {
  const followers = [
    follow(ground, ENTRIES, entriesReaction, log, concernsEntries),
    followFreed(ground, log),
    watchOffers(ground, log),
  ];
  return () => {
    for (const follower of followers) follower.stop();
  };
};

const openGate = async (options: DeskOptions, log: Log, seats: Seats): Promise<Gate> => {
  const { folder, clock, appVersion, demo = false } = options;
  const sealer = options.sealer ?? null;
  const gate = createGate({
    folder,
    clock,
    log,
    sealer,
    compensations,
    appVersion,
    demo,
    program: options.program ?? 'Parvis',
    eraseAgain,
    onOpen: (ground) => {
      // A copy that took the file's place may give a number to somebody else.
      seats.clear();
      return startFollowers(ground, log);
    },
    ...(options.upkeepAfterMs === undefined ? {} : { upkeepAfterMs: options.upkeepAfterMs }),
    // A host without a key store is a source run; the shell always passes its own, usable or not.
    plainKey: options.plainKey ?? sealer === null,
  });
  await gate.open();
  if (!demo || gate.ground() === closedGround) return gate;
  const found = prepareDemo(gate.ground());
  if (found === 'made') return gate;
  await gate.close();
  if (found === 'real-house') throw new RealHouseError();
  setDemoAside(folder);
  return openGate(options, log, seats);
};

/** @throws RealHouseError when a demonstration is asked for in the folder of a real house */
export const openDesk = async (options: DeskOptions) => {
  const log = createLog(dataFiles(options.folder).logs, () => options.clock.now());
  const seats = createSeats(options.elapsed ?? (() => performance.now()));
  const gate = await openGate(options, log, seats);
  if (gate.status().state === 'open')
    warmSearch(gate.ground().db)
      .then(() => warmDirectory(gate.ground().db))
      .catch((error: unknown) => log.error('search.not-warmed', error));

  // Files that are being taken over stay in the memory of this desk.
  const exchange = createExchange(() => gate.ground());
  const directoryImports = createDirectoryImports(() => gate.ground());

  const fallback = createFallback({
    dataFolder: options.folder,
    ground: () => gate.ground(),
    isOpen: () => {
      if (gate.ground() === closedGround) return false;
      const status = gate.status();
      return status.state === 'open' && !status.firstStart;
    },
    log,
    byItself: options.upkeepAfterMs !== null,
  });

  const acting = ({ actorId, seat = null }: Caller): Acting =>
    gate.ground() === closedGround
      ? { actor: null, locked: false }
      : whoActs(gate.ground().db, seats, { actorId: actorId as StaffId | null, seat });

  const reportBug = (error: unknown): string => log.error('call.failed', error);

  return {
    router: {
      ...areas,
      people: createPeopleApi(seats),
      exchange: createExchangeApi(exchange),
      directory: createDirectoryApi(directoryImports),
      fallback: createFallbackApi(fallback),
    },
    reportBug,
    contextFor: (caller: Caller): CallContext => ({
      gate,
      ground: gate.ground(),
      ...acting(caller),
      seat: caller.seat ?? null,
      station: caller.station,
      reportBug,
    }),
    status: (): GateStatus => gate.status(),
    endStreams: (): void => gate.endStreams(),
    rest: (): void => gate.rest(),
    wake: (): Promise<void> => gate.wake(),
    close: async (): Promise<void> => {
      await exchange.close();
      await directoryImports.close();
      const within = options.lastCopyWithinMs;
      await fallback.close(within ?? null);
      await gate.close(within === undefined ? {} : { copyWithinMs: within });
    },
  };
};
