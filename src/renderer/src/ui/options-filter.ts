import type { OptionsFilter } from '@mantine/core';
import { beginWords } from './words.ts';

/** What a searchable list keeps. Mantine's own keeps whatever contains the letters: « val » would choose Dr Clairval. */
export const optionsFilter: OptionsFilter = ({ options, search, limit }) => {
  const kept: ReturnType<OptionsFilter> = [];
  for (const option of options) {
    if (kept.length >= limit) break;
    if ('group' in option) {
      const left = optionsFilter({ options: option.items, search, limit: limit - kept.length });
      const items = left.flatMap((item) => ('group' in item ? [] : [item]));
      if (items.length > 0) kept.push({ ...option, items });
    } else if (beginWords(String(option.label), search)) kept.push(option);
  }
  return kept;
};
