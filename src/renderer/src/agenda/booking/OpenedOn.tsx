import type { Instant } from '../../../../contract/time.ts';
import { useNow, useZone } from '../../app/now.ts';
import { openedText } from '../../requests/due.ts';

/** Of a request that is taken up again: somebody has waited since then, not since this key was pressed. */
export const OpenedOn = ({ at }: { readonly at: Instant }) => {
  const now = useNow();
  const zone = useZone();
  return (
    <span>
      <span className="pv-sr-only">ouverte, </span>
      {openedText(at, now, zone)}
    </span>
  );
};
