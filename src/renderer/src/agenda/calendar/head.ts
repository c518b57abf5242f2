import type { Lane } from './types.ts';

/** The head of a lane: who, and what they do, under a stroke of their colour. */
export const headNodes = (lane: Lane): readonly Node[] => {
  const title = document.createElement('strong');
  title.textContent = lane.title;
  const subtitle = document.createElement('small');
  subtitle.textContent = lane.subtitle;
  const head = document.createElement('div');
  head.className = 'cal-head';
  head.style.setProperty('--lane', lane.colour);
  head.append(title, subtitle);
  return [head];
};
