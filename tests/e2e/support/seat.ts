/** Who sits at the desk when a scenario begins. */
import type { Page } from '@playwright/test';
import type { Staff } from '../../../src/contract/people.ts';

/** Initials; null: nobody yet; undefined: the receptionist who comes first, or the référent who is alone there. */
export type Seated = string | null | undefined;

const found = (staff: readonly Staff[], seated: Seated): Staff | undefined => {
  if (seated === null) return undefined;
  if (seated === undefined)
    return staff.find(({ role }) => role === 'reception') ?? staff.find(({ role }) => role === 'coordinator');
  const one = staff.find(({ initials }) => initials === seated);
  if (!one) throw new Error(`nobody here has the initials ${seated}`);
  return one;
};

/**
 * As if that person had picked her initials in this window before; once, so that a scenario may change it. To be called
 * before the page is loaded.
 */
export const sit = async (page: Page, staff: readonly Staff[], seated: Seated): Promise<void> => {
  const person = found(staff, seated);
  if (!person) return;
  await page.addInitScript((id) => {
    if (sessionStorage.getItem('parvis.test.seated') !== null) return;
    sessionStorage.setItem('parvis.test.seated', 'yes');
    sessionStorage.setItem('parvis.actor', id);
  }, String(person.id));
};
