/** Where the patients' screen stands: in the address, so that « back » works and a reload comes back to the same person. */
import type { PatientId } from '../../../contract/ids.ts';
import { PatientId as Id } from '../../../contract/ids.ts';
import { navigate, useRoute } from '../app/router.ts';

export type Place =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'new' }
  | { readonly kind: 'duplicates' }
  | { readonly kind: 'person'; readonly id: PatientId; readonly editing: boolean }
  /** Who saw and changed the record. */
  | { readonly kind: 'journal'; readonly id: PatientId }
  | { readonly kind: 'merge'; readonly id: PatientId; readonly with: PatientId | null };

const PATH = 'patients';

const idOf = (text: string | undefined): PatientId | null => {
  const id = Id.safeParse(Number(text));
  return id.success ? id.data : null;
};

export const usePlace = (): Place => {
  const { params } = useRoute();
  const id = idOf(params['fiche']);
  if (params['nouveau'] !== undefined) return { kind: 'new' };
  if (params['doublons'] !== undefined) return { kind: 'duplicates' };
  if (id === null) return { kind: 'nobody' };
  if (params['fusion'] !== undefined) return { kind: 'merge', id, with: idOf(params['fusion']) };
  if (params['journal'] !== undefined) return { kind: 'journal', id };
  return { kind: 'person', id, editing: params['modifier'] !== undefined };
};

export const goToPerson = (id: PatientId, how: { editing?: boolean } = {}): void =>
  navigate(PATH, { fiche: String(id), modifier: how.editing === true ? '1' : null });

export const goToNewPerson = (): void => navigate(PATH, { nouveau: '1' });
export const goToDuplicates = (): void => navigate(PATH, { doublons: '1' });
export const goToPatients = (): void => navigate(PATH);
export const goToJournal = (id: PatientId): void => navigate(PATH, { fiche: String(id), journal: '1' });
export const goToMerge = (id: PatientId, other: PatientId | null = null): void =>
  navigate(PATH, { fiche: String(id), fusion: other === null ? '' : String(other) });
