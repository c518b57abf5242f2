/** Before the first scenario: the page as it stands now, and a folder that this run's workers share. */
import { buildPageIfStale } from '../../../scripts/start/build.ts';
import { setUpRun } from './run-folder.ts';

const setUp = async (): Promise<() => void> => {
  await buildPageIfStale();
  return setUpRun();
};

// biome-ignore lint/style/noDefaultExport: Playwright looks for one.
export default setUp;
