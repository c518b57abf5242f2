/** The house that the command writes to: the data folder as Parvis itself opens it, or nothing but memory. */
import { existsSync, statSync } from 'node:fs';
import { rightsOf } from '../../../contract/rights.ts';
import type { Call } from '../../core/actor.ts';
import { dataFiles } from '../../core/data-files.ts';
import { isDeskError } from '../../core/errors.ts';
import type { Clock, Ground } from '../../core/ground.ts';
import { createLog } from '../../core/log.ts';
import { openStore, type Store } from '../../core/open-store.ts';
import { openScratch } from '../../core/scratch.ts';
import { welcomeStaff } from '../../people/service.ts';
import { setUp } from '../../practice/service/house.ts';
import { house } from '../../practice/store/house.ts';
import { CommandRefused } from './refusal.ts';

export interface OpenedHouse {
  readonly ground: Ground;
  close(): void;
}

/** Nothing there yet, not even a start that was cut short. */
export const isFresh = (folder: string): boolean => {
  const { envelope, database, newDatabase } = dataFiles(folder);
  const size = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return !existsSync(envelope) && size(database) === 0 && size(newDatabase) === 0;
};

/** A house of no consequence, for a dry run where there is none. */
export const inMemory = (clock: Clock): OpenedHouse => {
  const { ground, close } = openScratch(clock);
  return { ground, close };
};

export interface OpenWith {
  readonly folder: string;
  readonly clock: Clock;
  /** From the environment. */
  readonly recoveryCode: string | undefined;
  /** Asks on the terminal; null where there is none. */
  readonly ask: ((question: string) => Promise<string>) | null;
}

const TRIES = 3;

/** @throws CommandRefused 3 while another program holds the folder, 1 when it does not open otherwise */
export const openFolder = async (given: OpenWith): Promise<Store> => {
  const { folder, clock, recoveryCode, ask } = given;
  const log = createLog(dataFiles(folder).logs, () => clock.now());
  const attempt = async (code?: string) =>
    openStore({
      folder,
      clock,
      log,
      program: 'la reprise de l’ancien agenda',
      sealer: null,
      plainKey: true,
      ...(code === undefined ? {} : { recoveryCode: code }),
    });
  let opened = await attempt();
  let wrong = false;
  for (let tries = 0; !opened.ok && opened.failure.code === 'needs-recovery-code'; tries++) {
    const code =
      tries === 0 && recoveryCode ? recoveryCode : tries < TRIES ? await ask?.(question(wrong)) : undefined;
    if (!code)
      throw new CommandRefused(
        1,
        wrong
          ? WRONG_CODE
          : `${opened.failure.message}\nIl se donne par la variable PARVIS_RECOVERY_CODE, ou au clavier.`,
      );
    try {
      opened = await attempt(code);
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'WRONG_RECOVERY_CODE') throw error;
      wrong = true;
    }
  }
  if (opened.ok) return opened;
  throw new CommandRefused(opened.failure.code === 'held-by-another' ? 3 : 1, opened.failure.message);
};

const WRONG_CODE =
  'Ce code de récupération n’ouvre pas le dossier. Rien n’a été modifié : vérifiez le code imprimé au premier démarrage.';

const question = (wrong: boolean): string =>
  wrong ? 'Ce code n’ouvre pas le dossier. Code de récupération : ' : 'Code de récupération : ';

/** As at first start in the window: nobody is at the desk yet. */
const installation: Call = {
  actor: { id: null, label: 'installation', rights: rightsOf.coordinator },
  station: 'commande',
};

/**
 * The first start, when the folder holds no house yet: one that can be used at once, and corrected in Réglages.
 * The code is told before anything else: a house whose code nobody saw must not outlive a cut.
 */
export const ensureHouse = async (store: Store, tellCode: (code: string) => void): Promise<void> => {
  const there = house(store.ground.db);
  if (there?.demo)
    throw new CommandRefused(
      1,
      'Ce dossier est celui de la maison fictive, refaite à neuf chaque jour : ce qui y serait repris serait perdu. Choisissez un autre dossier avec PARVIS_DATA.',
    );
  if (there !== null) return;
  tellCode(await store.issueRecoveryCode());
  setUp(
    store.ground,
    installation,
    {
      house: {
        name: 'Maison de santé',
        zone: 'Europe/Paris',
        region: 'metropole',
        phone: null,
        address: null,
      },
      practitioners: [],
      staff: [{ initials: 'AC', name: 'Accueil' }],
    },
    welcomeStaff,
  );
};
