/** The take-over command in a process of its own, to be killed: tells the parent each step as it begins. */
import { runImport } from './import-run.ts';

const [dataFolder = '', folder = ''] = process.argv.slice(2);
const steps = new Set<string>();
const { code } = await runImport(dataFolder, [folder], {
  onProgress: ({ step }) => {
    if (!steps.has(step)) process.send?.(step);
    steps.add(step);
  },
});
process.exitCode = code;
process.disconnect?.();
