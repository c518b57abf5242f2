import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLive } from '../api/live.ts';
import { api } from '../api/query.ts';
import { useCommand } from '../app/shortcuts/registry.ts';
import { useStation } from '../app/station.ts';
import { UrgencyOverlay } from './card/UrgencyOverlay.tsx';
import { noteHouse, useHouseFile } from './house.ts';
import { useKept, writeKept } from './kept.ts';
import { useCard, useTeam } from './known-card.ts';
import { openUrgency, useUrgencyShown } from './shown.ts';

const TRY_AGAIN_MS = 5_000;

/** Outside every door of the page: keeps the card and the team at hand, and the kept lines on their way to the desk. */
export const UrgencyKeeper = () => {
  const open = useUrgencyShown((state) => state.open);
  const seated = useStation((state) => state.actorId);
  const live = useLive((state) => state.state);
  const waiting = useKept(({ lines }) => lines.length > 0);
  const house = useQuery(api.gate.status.queryOptions()).data?.house ?? null;
  const known = useHouseFile((state) => state.answered);
  useEffect(() => {
    if (house !== null) noteHouse(house);
  }, [house]);
  useCard();
  useTeam();
  useCommand('emergency', () => openUrgency());
  // biome-ignore lint/correctness/useExhaustiveDependencies: somebody sat down, or the desk is back: the time to try.
  useEffect(() => {
    if (!waiting) return;
    void writeKept();
    const timer = setInterval(() => void writeKept(), TRY_AGAIN_MS);
    return () => clearInterval(timer);
  }, [seated, live, known, waiting]);
  return open ? <UrgencyOverlay /> : null;
};
