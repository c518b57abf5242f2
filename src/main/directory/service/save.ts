/** Adding, correcting, verifying and putting away. */
import type { DirectoryDraft, DirectoryEntry, SavedEntry } from '../../../contract/directory.ts';
import type { FieldError } from '../../../contract/errors.ts';
import type { DirectoryEntryId } from '../../../contract/ids.ts';
import { rppsCheckDigitHolds } from '../../../contract/rpps.ts';
import { localNow } from '../../../contract/time.ts';
import type { Call } from '../../core/actor.ts';
import { failFields } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { parsePhone } from '../../patients/phones.ts';
import { house } from '../../practice/store/house.ts';
import { departementOf } from '../rules/departement.ts';
import { ownPartsAfter } from '../rules/own-parts.ts';
import { entry, insertEntry, type Standing, type StoredEntry, sameRpps, updateEntry } from '../store/rows.ts';
import { entryChanged } from '../store/search.ts';

export const rowOf = (id: number) => ({ entity: 'directory-entry', id });

interface Of {
  readonly id: DirectoryEntryId;
  readonly version: number;
}

const saved = (after: DirectoryEntry): SavedEntry => ({
  entry: after,
  warnings: after.rpps !== null && !rppsCheckDigitHolds(after.rpps) ? ['rpps-check-digit'] : [],
});

/** @throws DeskError INVALID_INPUT naming every field at fault */
const prepare = (tx: Tx, draft: DirectoryDraft, ownId: DirectoryEntryId | null): StoredEntry => {
  const errors: FieldError[] = [];
  const phone = (text: string | null, path: string): string | null => {
    if (text === null) return null;
    const parsed = parsePhone(text);
    if (parsed.ok) return parsed.phone.e164;
    errors.push({ path, code: parsed.code });
    return null;
  };
  const person = draft.kind === 'person';
  if (person && draft.profession === null) errors.push({ path: 'profession', code: 'required' });
  // Two entries with one number: one of the two is a mistake, or the same person twice.
  if (draft.rpps !== null && sameRpps(tx.db, draft.rpps, ownId))
    errors.push({ path: 'rpps', code: 'duplicate' });
  const stored: StoredEntry = {
    ...draft,
    title: person ? draft.title : '',
    givenName: person ? draft.givenName : '',
    profession: person ? draft.profession : null,
    professionLabel: person ? draft.professionLabel : null,
    rpps: person ? draft.rpps : null,
    competences: [...new Set(draft.competences)],
    publicPhone: phone(draft.publicPhone, 'publicPhone'),
    professionalPhone: phone(draft.professionalPhone, 'professionalPhone'),
    places: draft.places.map((place, i) => ({
      ...place,
      phone: phone(place.phone, `places.${i}.phone`),
      departement: departementOf(place.postalCode),
    })),
  };
  if (errors.length > 0) failFields(...errors);
  return stored;
};

export const standingOf = ({ source, verifiedOn, verifiedBy, putAwayOn }: DirectoryEntry): Standing => ({
  ownParts: source.kind === 'rpps' ? source.ownParts : [],
  verifiedOn,
  verifiedBy,
  putAwayOn,
});

const today = (tx: Tx): string => localNow(tx.now, house(tx.db)?.zone ?? 'Europe/Paris').day;

/** Writes an entry and marks it for the search. @returns the entry as it is now */
export const replaceEntry = (
  tx: Tx,
  id: DirectoryEntryId,
  stored: StoredEntry,
  standing: Standing,
): DirectoryEntry => {
  updateEntry(tx.db, id, stored, standing);
  entryChanged(tx.db, id);
  return entry(tx.db, id);
};

/** @throws DeskError INVALID_INPUT */
export const createEntry = (ground: Ground, call: Call, draft: DirectoryDraft): SavedEntry =>
  ground.write(call, (tx) => {
    const id = insertEntry(tx.db, prepare(tx, draft, null), tx.now);
    entryChanged(tx.db, id);
    const after = entry(tx.db, id);
    tx.record({ action: 'directory.added', rows: [rowOf(id)], after, undoable: true });
    return saved(after);
  });

/** @throws DeskError NOT_FOUND, INVALID_INPUT, STALE_VERSION */
export const changeEntry = (
  ground: Ground,
  call: Call,
  { id, version, entry: draft }: Of & { readonly entry: DirectoryDraft },
): SavedEntry =>
  ground.write(call, (tx) => {
    const before = entry(tx.db, id);
    const stored = prepare(tx, draft, id);
    refuseStale(tx.db, 'directory-entry', before, { ...stored, id, version });
    const standing = standingOf(before);
    const ownParts =
      before.source.kind === 'rpps' ? ownPartsAfter(standing.ownParts, before, stored) : standing.ownParts;
    const after = replaceEntry(tx, id, stored, { ...standing, ownParts });
    tx.record({ action: 'directory.updated', rows: [rowOf(id)], before, after, undoable: true });
    return saved(after);
  });

/** Only where an entry stands changes; what it says stays. */
const restand = (
  ground: Ground,
  call: Call,
  { id, version }: Of,
  action: string,
  change: (tx: Tx) => Partial<Standing>,
): DirectoryEntry =>
  ground.write(call, (tx) => {
    const before = entry(tx.db, id);
    refuseStale(tx.db, 'directory-entry', before, { id, version });
    const after = replaceEntry(tx, id, before, { ...standingOf(before), ...change(tx) });
    tx.record({ action, rows: [rowOf(id)], before, after, undoable: true });
    return after;
  });

/** Everything that the entry says still holds today. @throws DeskError NOT_FOUND, STALE_VERSION */
export const verifyEntry = (ground: Ground, call: Call, of: Of): DirectoryEntry =>
  restand(ground, call, of, 'directory.verified', (tx) => ({
    verifiedOn: today(tx),
    verifiedBy: call.actor.id,
  }));

/** @throws DeskError NOT_FOUND, STALE_VERSION */
export const putAway = (
  ground: Ground,
  call: Call,
  { away, ...of }: Of & { readonly away: boolean },
): DirectoryEntry =>
  restand(ground, call, of, away ? 'directory.put-away' : 'directory.brought-back', (tx) => ({
    putAwayOn: away ? today(tx) : null,
  }));
