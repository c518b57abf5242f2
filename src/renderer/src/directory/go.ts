/** Where the directory's screen stands: in the address, so that « back » works and a reload comes back to the same entry. */
import { DirectoryEntryId } from '../../../contract/ids.ts';
import { navigate, useRoute } from '../app/router.ts';

export type Place =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'new' }
  | { readonly kind: 'import' }
  | { readonly kind: 'entry'; readonly id: DirectoryEntryId; readonly editing: boolean };

const PATH = 'annuaire';

export const usePlace = (): Place => {
  const { params } = useRoute();
  if (params['nouveau'] !== undefined) return { kind: 'new' };
  if (params['import'] !== undefined) return { kind: 'import' };
  const id = DirectoryEntryId.safeParse(Number(params['fiche']));
  return id.success
    ? { kind: 'entry', id: id.data, editing: params['modifier'] !== undefined }
    : { kind: 'nobody' };
};

export const goToEntry = (id: DirectoryEntryId, how: { readonly editing?: boolean } = {}): void =>
  navigate(PATH, { fiche: String(id), modifier: how.editing === true ? '1' : null });
export const goToNewEntry = (): void => navigate(PATH, { nouveau: '1' });
export const goToImport = (): void => navigate(PATH, { import: '1' });
export const goToDirectory = (): void => navigate(PATH);
