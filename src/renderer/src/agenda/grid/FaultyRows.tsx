import type { ClaimId } from '../../../../contract/ids.ts';

/** R11: rows that cannot be shown are named; the rest of the day is complete. */
export const FaultyRows = ({ ids }: { readonly ids: readonly ClaimId[] }) => {
  if (ids.length === 0) return null;
  return (
    <p className="agenda-faulty" role="alert">
      {ids.length === 1
        ? 'Un rendez-vous ne peut pas être affiché'
        : `${ids.length} rendez-vous ne peuvent pas être affichés`}
      {' : le reste de la journée est complet. À signaler avec la référence '}
      {ids.join(', ')}.
    </p>
  );
};
