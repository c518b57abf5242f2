/** The two screens that stand before the desk. */
import type { GateStatus } from '../../../../contract/gate.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

type Closed = Extract<GateStatus, { state: 'closed' }>;

export const ClosedDoor = ({ status }: { readonly status: Closed }) => (
  <EmptyState title="Le fichier de la maison n’est pas ouvert">{status.failure.message}</EmptyState>
);

export const FirstStart = () => (
  <EmptyState title="Premier démarrage">La maison n’est pas encore décrite.</EmptyState>
);
