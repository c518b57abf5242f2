/** What the journal tells of one practitioner's appointments. */
import type { ClaimId, PractitionerId } from '../../../contract/ids.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import { all, type ReadDb } from '../../core/db.ts';

interface Place {
  readonly practitionerId: PractitionerId;
  readonly day: Day;
}

export interface AppointmentChange {
  readonly at: Instant;
  readonly action: string;
  readonly claimId: ClaimId;
  readonly before: Place | null;
  readonly after: Place | null;
}

/** A busy day of one practitioner has some seventy entries, statuses included. */
const NEWEST = 300;

/** Everything that happened to this practitioner's appointments since an instant, newest first. */
export const changesSince = (
  db: ReadDb,
  practitionerId: PractitionerId,
  since: Instant,
): AppointmentChange[] =>
  all<Omit<AppointmentChange, 'before' | 'after'> & { contents: string | null }>(
    db,
    `SELECT j.at, j.action, c.entity_id AS claimId, k.contents
       FROM (SELECT seq FROM journal_rows WHERE entity = 'practitioner' AND entity_id = ?
              ORDER BY seq DESC LIMIT ${NEWEST}) AS mine
       JOIN journal j ON j.seq = mine.seq
       JOIN journal_contents k ON k.seq = mine.seq
       JOIN journal_rows c ON c.seq = mine.seq AND c.entity = 'claim'
      WHERE j.at >= ? AND j.action LIKE 'appointment.%'
      ORDER BY mine.seq DESC`,
    [practitionerId, since],
  ).map(({ contents, ...change }) => {
    const told =
      contents === null ? null : (JSON.parse(contents) as { before: Place | null; after: Place | null });
    return { ...change, before: told?.before ?? null, after: told?.after ?? null };
  });
