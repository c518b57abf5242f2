/**
 * The house's floors, once. From this table come the import rules of biome.floors.json (seen while typing) and the check of
 * `npm run check` (which follows each path to the file that it really names).
 *
 * To add an area: write its name on its floor, then `npm run floors`.
 */

/** From the ground up. What stands on one line stands side by side and does not see its neighbours. */
export const AREA_FLOORS: readonly (readonly string[])[] = [
  ['core'],
  ['people', 'practice', 'patients', 'paper', 'texts'],
  // Colleagues outside are named, rung and found as patients are: above what reads names and phones.
  ['directory'],
  ['agenda'],
  ['requests'],
  // Ruled out before anything is refused; and a refusal may send somebody on, in the same commit.
  ['urgency', 'redirections'],
  // Nobody is led down the cascade either before urgency is ruled out.
  ['unscheduled'],
  // Side by side on purpose: what lifts a person on a list must never be able to turn that person away.
  ['refusals', 'criteria'],
  ['waitlist'],
  // The journal is read where every act has its words, and a person's own papers say them too.
  ['trail'],
  // What leaves for the night and comes back in the morning touches every kind of work below.
  ['exchange', 'indicators', 'messages', 'privacy', 'handover', 'fallback', 'salvage'],
  ['demo'],
];

export const AREAS: readonly string[] = AREA_FLOORS.flat();

/** A folder or file under `src/`, or a package (a name, or `node:` for all of Node's own modules). */
export type Target =
  | { readonly path: string; readonly except?: string }
  | { readonly rulesOf: string }
  | { readonly package: string };

export interface Denial {
  readonly targets: readonly Target[];
  readonly reason: string;
}

/** Where a file stands and what it may not see. The last zone whose globs match a file is the one that counts. */
export interface Zone {
  readonly name: string;
  /** Globs from the repository's root; a leading `!` takes files out again. */
  readonly files: readonly string[];
  readonly deny: readonly Denial[];
  /** When present, anything else is denied as well. */
  readonly only?: Denial;
}

const path = (where: string): Target => ({ path: where });
const named = (name: string): Target => ({ package: name });

const OUTSIDE: readonly Target[] = [path('renderer'), path('preload')];
const DENY_OUTSIDE: Denial = {
  targets: OUTSIDE,
  reason: 'The desk does not know its screens: what both sides need belongs in src/contract.',
};
const DENY_ELECTRON: Denial = {
  targets: [named('electron')],
  reason: 'Only src/main/shell and src/preload know Electron: the desk also runs under plain Node.',
};
const DENY_HOSTS: Denial = {
  targets: [path('main/desk'), path('main/hosts'), path('main/shell'), path('main/index')],
  reason:
    'An area does not know how it is put together or reached: desk.ts, the hosts and the shell come above it.',
};

const floorOf = (area: string): number => AREA_FLOORS.findIndex((names) => names.includes(area));

const aboveOrBeside = (area: string): Denial[] => {
  const floor = floorOf(area);
  const above = AREA_FLOORS.slice(floor + 1).flat();
  const beside = (AREA_FLOORS[floor] ?? []).filter((name) => name !== area);
  const denials: Denial[] = [];
  if (above.length > 0)
    denials.push({
      targets: above.map((name) => path(`main/${name}`)),
      reason: `${area} stands below this area. React to it from above, by reading the journal from a durable cursor.`,
    });
  if (beside.length > 0)
    denials.push({
      targets: beside.map((name) => path(`main/${name}`)),
      reason:
        area === 'refusals' || area === 'criteria'
          ? 'Refusals and criteria never see each other: what gives priority must not be usable to refuse.'
          : `${area} stands beside this area: areas of one floor do not see each other. Put what is shared on a floor below.`,
    });
  return denials;
};

const below = (area: string): string[] => AREA_FLOORS.slice(0, Math.max(0, floorOf(area))).flat();

const areaZones = (area: string): Zone[] => {
  const neighbours: Denial = {
    targets: below(area)
      .filter((name) => name !== 'core')
      .map((name) => path(`main/${name}/api`)),
    reason: 'Use the rules, the store or the service of an area below; its api is for callers from outside.',
  };
  return [
    {
      name: area,
      files: [`src/main/${area}/**`],
      deny: [
        ...aboveOrBeside(area),
        ...(neighbours.targets.length > 0 ? [neighbours] : []),
        DENY_HOSTS,
        DENY_OUTSIDE,
        DENY_ELECTRON,
      ],
    },
    {
      name: `rules of ${area}`,
      files: [`src/main/${area}/rules.ts`, `src/main/${area}/rules/**`, '!**/*.test.ts'],
      deny: aboveOrBeside(area),
      only: {
        targets: [path('contract'), { rulesOf: area }, ...below(area).map((name) => ({ rulesOf: name }))],
        reason:
          'Rules are pure: they import the contract and other rules only. Facts and `now` come as arguments.',
      },
    },
  ];
};

const ALL_AREAS: readonly Target[] = AREAS.map((area) => path(`main/${area}`));

export const ZONES: readonly Zone[] = [
  {
    name: 'contract',
    files: ['src/contract/**', '!**/*.test.ts'],
    deny: [],
    only: {
      targets: [path('contract'), named('zod'), named('@orpc/contract')],
      reason: 'The contract imports zod and @orpc/contract, nothing else: both sides load it.',
    },
  },
  ...AREAS.flatMap(areaZones),
  {
    name: 'desk',
    files: ['src/main/desk.ts', 'src/main/desk/**', 'src/main/desk.test.ts'],
    deny: [
      {
        targets: [path('main/hosts'), path('main/shell'), path('main/index')],
        reason: 'The desk does not know its hosts.',
      },
      DENY_OUTSIDE,
      DENY_ELECTRON,
    ],
  },
  {
    name: 'hosts',
    files: ['src/main/hosts/**'],
    deny: [
      {
        targets: ALL_AREAS,
        reason:
          'A host knows the desk as a whole (desk.ts) and the contract, no area. Export from desk.ts what is missing.',
      },
      {
        targets: [path('main/shell'), path('main/index')],
        reason: 'Hosts also run without Electron: the shell is above them.',
      },
      DENY_OUTSIDE,
      DENY_ELECTRON,
    ],
  },
  {
    name: 'shell',
    files: ['src/main/shell/**'],
    deny: [
      {
        targets: [...ALL_AREAS, path('main/desk')],
        reason: 'The desk runs in another process: the shell starts it and hands on a port, nothing more.',
      },
      DENY_OUTSIDE,
    ],
  },
  {
    name: 'Electron entry',
    files: ['src/main/index.ts'],
    deny: [DENY_ELECTRON],
    only: {
      targets: [path('main/shell'), named('node:')],
      reason: 'The Electron entry only starts the shell.',
    },
  },
  {
    name: 'preload',
    files: ['src/preload/**', '!**/*.test.ts'],
    deny: [
      {
        targets: [...ALL_AREAS, path('main/desk'), path('main/shell'), path('main/index')],
        reason: 'The preload forwards one port and a handful of functions. It knows nothing of the desk.',
      },
      {
        targets: [path('renderer')],
        reason: 'The preload is loaded before the page: it knows nothing of it.',
      },
      { targets: [named('better-sqlite3'), named('node:')], reason: 'A sandboxed preload has no Node.' },
    ],
  },
  {
    name: 'screen',
    files: ['src/renderer/**'],
    deny: [
      {
        targets: [path('main'), path('preload')],
        reason: 'The screen reaches the desk through the contract only.',
      },
      {
        targets: [named('electron'), named('better-sqlite3')],
        reason: 'The same screen runs in a plain browser.',
      },
    ],
  },
  {
    name: 'screen without its tests',
    files: ['src/renderer/**', '!**/*.test.ts', '!**/*.test.tsx'],
    deny: [
      {
        targets: [path('main'), path('preload')],
        reason: 'The screen reaches the desk through the contract only.',
      },
      {
        targets: [named('electron'), named('better-sqlite3'), named('node:')],
        reason: 'The same screen runs in a plain browser.',
      },
    ],
  },
  {
    name: 'ui',
    files: ['src/renderer/src/ui/**', '!**/*.test.ts', '!**/*.test.tsx'],
    deny: [
      {
        targets: [path('main'), path('preload'), named('electron'), named('better-sqlite3'), named('node:')],
        reason: 'The screen runs in a plain browser and reaches the desk through the contract only.',
      },
      {
        targets: [
          ...AREAS.map((area) => path(`renderer/src/${area}`)),
          path('renderer/src/app'),
          path('renderer/src/api'),
        ],
        reason: 'ui/ knows no area: it is what any screen could be made of.',
      },
    ],
  },
];

/** Pure by promise: neither clock nor chance in these files. */
export const PURE_FILES: readonly string[] = [
  'src/contract/**',
  ...AREAS.flatMap((area) => [`src/main/${area}/rules.ts`, `src/main/${area}/rules/**`]),
  '!**/*.test.ts',
];

/** `now` comes from the desk's clock, so that a test can fix it: no area reads the machine's. */
export const CLOCKED_FILES: readonly string[] = [
  ...AREAS.filter((area) => area !== 'core').map((area) => `src/main/${area}/**`),
  '!**/*.test.ts',
];

/** The tail is what hurts: a file that outgrows its name becomes a folder of the same name. */
export const MAX_LINES = 450;
