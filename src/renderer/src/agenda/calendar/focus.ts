import type { Lane } from './types.ts';

/** The lane in which the keyboard stands, on a card or on free time; undefined: elsewhere. */
export const laneInFocus = (lanes: readonly Lane[]): Lane | undefined => {
  const column = document.activeElement?.closest<HTMLElement>('td[data-resource-id]');
  return lanes.find(({ key }) => key === column?.dataset['resourceId']);
};
