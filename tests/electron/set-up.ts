/** Before the scenarios in a window: the program that they open, and a folder that this run's workers share. */
import { setUpRun } from '../e2e/support/run-folder.ts';
import { buildScenarioProgram } from './build.ts';

const setUp = async (): Promise<() => void> => {
  await buildScenarioProgram();
  return setUpRun();
};

// biome-ignore lint/style/noDefaultExport: Playwright looks for one.
export default setUp;
