import { useLive } from '../../api/live.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';

/** Says so when what is on screen may be out of date; silent while all is well. */
export const DeskState = () => {
  const state = useLive(({ state }) => state);
  return (
    <span role="status">
      {state === 'lost' ? (
        <StatusChip tone="amber" shape="triangle">
          Parvis ne répond plus : nouvelle tentative…
        </StatusChip>
      ) : null}
    </span>
  );
};
