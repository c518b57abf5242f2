import type { PatientId } from '../../../contract/ids.ts';
import type { WaitlistEvent } from '../../../contract/waitlist.ts';
import type { Ground } from '../../core/ground.ts';
import { historyOf } from '../../core/journal.ts';
import { recordsOf } from '../../patients/store.ts';
import { stepOf } from '../rules/path.ts';
import { entriesOf } from '../store/entries.ts';

/** One person's waits, along merged records, the latest step first. */
export const history = ({ db }: Ground, patientId: PatientId): WaitlistEvent[] =>
  entriesOf(db, recordsOf(db, patientId))
    .flatMap(({ id, kind, profession }) =>
      historyOf(db, { entity: 'waitlist-entry', id }).flatMap(
        ({ seq, at, actor, actorId, action, after }) => {
          const what = stepOf({ action, after });
          // What followed from something else was written by nobody.
          const by = actorId === null ? null : actor;
          return what === null ? [] : [{ seq, at, by, id, kind, profession, what }];
        },
      ),
    )
    .toSorted((a, b) => b.seq - a.seq)
    .map(({ seq: _seq, ...step }) => step);
