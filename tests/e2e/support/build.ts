/** Before the first scenario: the page as it stands now, whether `npm test` built it or not. */
import { buildPageIfStale } from '../../../scripts/start/build.ts';

const setUp = (): Promise<void> => buildPageIfStale();
// biome-ignore lint/style/noDefaultExport: Playwright looks for one.
export default setUp;
