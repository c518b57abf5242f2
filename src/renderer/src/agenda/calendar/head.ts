import type { Lane } from './types.ts';

/**
 * The head of a lane: who, and what they do, under a stroke of their colour. A click leads on; the keyboard, which has
 * « S » from any card of the lane, need not stop at each.
 */
export const headNodes = (lane: Lane, onHead: () => void): readonly Node[] => {
  const title = document.createElement('strong');
  title.textContent = lane.title;
  const subtitle = document.createElement('small');
  subtitle.textContent = lane.subtitle;
  const head = document.createElement('button');
  head.type = 'button';
  head.tabIndex = -1;
  head.className = 'cal-head';
  head.title = lane.leadsTo;
  head.style.setProperty('--lane', lane.colour);
  head.append(title, ' ', subtitle);
  head.addEventListener('click', onHead);
  return [head];
};
