/** Unscheduled care: the cascade from a request in hand, and what was given of it. The reserve itself is the agenda's. */
import type { Day } from '../../contract/time.ts';
import type { UnscheduledCount } from '../../contract/unscheduled.ts';
import type { Ground } from '../core/ground.ts';
import { housesZone } from '../practice/store/house.ts';
import { countsByOrigin } from './rules/honoured.ts';
import { caresBetween } from './store.ts';

export { book, pass, walk } from './service/cascade.ts';

export const counts = ({ db }: Ground, { from, to }: { from: Day; to: Day }): UnscheduledCount[] =>
  countsByOrigin(caresBetween(db, from, to), housesZone(db));
