import { EmptyState } from '../../ui/EmptyState.tsx';

export const DayScreen = () => (
  <EmptyState title="La journée arrive">Les agendas s’affichent ici.</EmptyState>
);
