/** Where the lists' screen stands: in the address, so that « back » works and a link opens one person's line. */
import { WaitlistEntryId } from '../../../contract/ids.ts';
import type { WaitlistEntry } from '../../../contract/waitlist.ts';
import { hashOf, navigate, useRoute } from '../app/router.ts';

export const WAITLIST_PATH = 'listes';

export const views = ['registration', 'earlier', 'reconfirm'] as const;
export type View = (typeof views)[number];

const WORDS: Readonly<Record<View, string | null>> = {
  registration: null,
  earlier: 'plus-tot',
  reconfirm: 'a-reconfirmer',
};

export interface Place {
  readonly view: View;
  /** Whose line is under the cursor first. */
  readonly entryId: WaitlistEntryId | null;
}

export const usePlace = (): Place => {
  const { params } = useRoute();
  const id = WaitlistEntryId.safeParse(Number(params['inscription']));
  return {
    view: views.find((view) => WORDS[view] === (params['vue'] ?? null)) ?? 'registration',
    entryId: id.success ? id.data : null,
  };
};

export const viewHash = (view: View): string => hashOf(WAITLIST_PATH, { vue: WORDS[view] });
export const goToView = (view: View): void => navigate(WAITLIST_PATH, { vue: WORDS[view] });

export const entryHash = ({ id, kind }: Pick<WaitlistEntry, 'id' | 'kind'>): string =>
  hashOf(WAITLIST_PATH, { vue: WORDS[kind], inscription: String(id) });
export const goToEntry = ({ id, kind }: Pick<WaitlistEntry, 'id' | 'kind'>): void =>
  navigate(WAITLIST_PATH, { vue: WORDS[kind], inscription: String(id) });
