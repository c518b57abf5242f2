/** What somebody who cannot see the screen, or not well, would stumble on. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Serious and critical only, each with the element at fault.
 * @param within a selector: only that part of the page
 * @param rules only these of axe's rules; all of them unless told
 */
export const seriousViolations = async (
  page: Page,
  within?: string,
  rules?: readonly string[],
): Promise<string[]> => {
  // Only what is wrong is told in full: the path to each of the thousands of elements that pass takes most of the time.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], preload: false })
    .setLegacyMode();
  if (rules !== undefined) axe.withRules([...rules]);
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        (node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`,
      ),
    );
};
