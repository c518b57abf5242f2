import type { StaffId } from '../../contract/ids.ts';
import { type Right, rightsWhileLocked } from '../../contract/rights.ts';

/** Who acts. `id` is null for the few acts of the program itself (first start, an import by command). */
export interface Actor {
  readonly id: StaffId | null;
  /** Initials, or the name of the program's own act: what the journal keeps beside the id. */
  readonly label: string;
  readonly rights: readonly Right[];
}

/** At a desk that is locked, or that nobody has taken yet. */
export const nobody: Actor = { id: null, label: 'poste verrouillé', rights: rightsWhileLocked };

/** Who, and from which desk: every call carries both. */
export interface Call {
  readonly actor: Actor;
  readonly station: string;
}
