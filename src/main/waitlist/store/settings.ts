import type { WaitlistSettings } from '../../../contract/waitlist.ts';
import { get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

export const waitlistSettings = (db: ReadDb): WaitlistSettings =>
  found(
    get<WaitlistSettings>(
      db,
      `SELECT version, hold_minutes AS holdMinutes, attempts, reconfirm_days AS reconfirmDays, old_days AS oldDays
         FROM waitlist_settings WHERE id = 1`,
    ),
    'waitlist-settings',
  );

export const saveWaitlistSettings = (db: WriteDb, next: WaitlistSettings): WaitlistSettings => {
  run(
    db,
    `UPDATE waitlist_settings SET version = version + 1, hold_minutes = :holdMinutes, attempts = :attempts,
       reconfirm_days = :reconfirmDays, old_days = :oldDays WHERE id = 1`,
    {
      holdMinutes: next.holdMinutes,
      attempts: next.attempts,
      reconfirmDays: next.reconfirmDays,
      oldDays: next.oldDays,
    },
  );
  return waitlistSettings(db);
};
