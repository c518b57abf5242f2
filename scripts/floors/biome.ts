/** The table of floors as Biome overrides. A later override that matches replaces the earlier one's options whole. */
import type { Denial, Target, Zone } from './table.ts';

interface PatternRule {
  readonly group: readonly string[];
  readonly message: string;
}

const inFolder = (where: string): string[] => {
  const short = where.replace(/^(main|renderer\/src)\//, '');
  return [`**/${short}.ts`, `**/${short}/**`];
};

/** Biome sees the path as it is written, not the file: `./…` stays in its own folder, `contract/` is always allowed. */
const written = (target: Target): string[] => {
  if ('package' in target)
    return target.package === 'node:' ? ['node:*', 'node:*/**'] : [target.package, `${target.package}/**`];
  if ('rulesOf' in target) return [`**/${target.rulesOf}/rules.ts`, `**/${target.rulesOf}/rules/**`];
  if (['main', 'renderer', 'preload', 'contract'].includes(target.path)) return [`**/${target.path}/**`];
  return inFolder(target.path);
};

const denied = (zone: Zone, { targets, reason }: Denial): PatternRule => ({
  // For a file that lies in src/main itself, `./` is the whole house.
  group: [
    ...targets.flatMap(written),
    ...(zone.files.some((glob) => /^src\/main\/\w+\.ts$/.test(glob)) ? [] : ['!./**']),
    '!**/contract/**',
  ],
  message: reason,
});

const only = (zone: Zone, { targets, reason }: Denial): PatternRule => {
  const allowed = targets.flatMap((target) =>
    // Within its own folder a zone also writes `./x.ts`; within src/contract/x/ it writes `../x.ts`.
    'path' in target && target.path === 'contract' && zone.name === 'contract'
      ? ['./**', '../*.ts', '../*/*.ts']
      : written(target),
  );
  const back = zone.name === 'contract' ? ['**/main/**', '**/renderer/**', '**/preload/**'] : [];
  return { group: ['**', ...allowed.map((pattern) => `!${pattern}`), ...back], message: reason };
};

const override = (zone: Zone, files: readonly string[], own: readonly string[] = []): object => {
  const patterns = zone.deny.map((denial) => denied(zone, denial));
  if (zone.only) {
    const { group, message } = only(zone, zone.only);
    patterns.push({ group: [...group, ...own], message });
  }
  return {
    includes: files,
    linter: { rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } } },
  };
};

/** `rules.ts` may not write `./store.ts`, a file of a `rules/` folder may write `./slots.ts`: two overrides. */
export const importOverrides = (zones: readonly Zone[]): object[] =>
  zones.flatMap((zone) => {
    if (!zone.name.startsWith('rules of')) return [override(zone, zone.files)];
    const [file, folder, ...rest] = zone.files;
    return [
      override(zone, [file ?? '', ...rest], ['!./rules/**']),
      override(zone, [folder ?? '', ...rest], ['!./**', '!../rules.ts']),
    ];
  });
