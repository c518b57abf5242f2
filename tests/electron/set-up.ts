/** Before the scenarios in a window: the program that they open. */
import { buildScenarioProgram } from './build.ts';

// biome-ignore lint/style/noDefaultExport: Playwright looks for one.
export default buildScenarioProgram;
