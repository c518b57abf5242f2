/** The French of the screen, typographically: says what is wrong; with `--write`, mends it. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mended, typographyFaults } from './typography/faults.ts';

const root = join(import.meta.dirname, '..');
const write = process.argv.includes('--write');

const faulty = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .sort()
  .flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    const faults = typographyFaults(file, source);
    if (write && faults.length > 0) writeFileSync(join(root, file), mended(source, faults));
    return faults;
  });

if (!write) {
  for (const { file, line, what } of faulty)
    console.error(`${file}:${line}: ${what}. Run \`npm run typography\`.`);
  if (faulty.length > 0) process.exit(1);
}
