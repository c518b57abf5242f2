import { useWork } from './use-work.ts';

/** How many requests are open, on the rail; red once one of them is late. */
export const RequestsBadge = () => {
  const work = useWork();
  if (work === null || work.requests.open === 0) return null;
  const { open, late } = work.requests;
  return (
    <span className="rail-badge" data-late={late > 0 || undefined}>
      {open}
      <span className="pv-sr-only">{late > 0 ? ` ouvertes, dont ${late} en retard` : ' ouvertes'}</span>
    </span>
  );
};
