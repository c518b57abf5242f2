/** A draft from a form to a record that can be stored, or the fields that prevent it. */

import type { PatientDraft } from '../../../contract/patients.ts';
import { type Day, type Instant, localNow } from '../../../contract/time.ts';
import { failFields } from '../../core/errors.ts';
import { parsePhones } from '../phones.ts';
import { validationGaps } from '../rules/identity.ts';
import { inOrder, type StoredPatient } from '../store/rows.ts';

/**
 * The latest day that it is anywhere: whoever was born on it is born. Birth dates need no house zone; refusing a newborn of
 * an overseas house because Paris is still on the eve would be absurd.
 */
export const latestDay = (now: Instant): Day => localNow(now, 'Pacific/Kiritimati').day;

const orNull = (text: string | null): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

/** @throws DeskError INVALID_INPUT naming each field: `phones.0`, `birth`, `sex` */
export const prepare = (draft: PatientDraft, now: Instant): StoredPatient => {
  const { phones, errors } = parsePhones(draft.phones);
  if (draft.birth.value !== null && draft.birth.value > latestDay(now).slice(0, draft.birth.value.length))
    errors.push({ path: 'birth', code: 'birth-date-in-future' });
  errors.push(...validationGaps(draft));
  if (errors.length > 0) failFields(...errors);
  return {
    ...draft,
    birthName: draft.birthName.trim(),
    usedName: orNull(draft.usedName),
    givenNames: draft.givenNames.trim(),
    usedGivenName: orNull(draft.usedGivenName),
    phones,
    email: orNull(draft.email),
    address: orNull(draft.address),
    postalCode: orNull(draft.postalCode),
    city: orNull(draft.city),
    note: orNull(draft.note),
    needs: inOrder(draft.needs),
  };
};
