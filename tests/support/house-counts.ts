/** Every figure by which a house is run, from the procedures that give it: what erasing somebody must not change. */

import * as agenda from '../../src/main/agenda/service.ts';
import { all } from '../../src/main/core/db.ts';
import type { Ground } from '../../src/main/core/ground.ts';
import * as redirections from '../../src/main/redirections/service.ts';
import * as refusals from '../../src/main/refusals/service.ts';
import * as requests from '../../src/main/requests/service.ts';
import * as unscheduled from '../../src/main/unscheduled/service.ts';
import * as waitlist from '../../src/main/waitlist/service.ts';

const SPAN = { from: '2026-01-01', to: '2026-12-31' } as const;

const tally = <Row>(rows: readonly Row[], of: (row: Row) => string): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (const row of rows) counted[of(row)] = (counted[of(row)] ?? 0) + 1;
  return counted;
};

/** As SQL may count them, with all that a figure is broken down by. */
const TALLIES = {
  appointments:
    'SELECT day, practitioner_id, appointment_type_id, start_min, end_min, status, cancelled_by, excused, overbooked FROM claims ORDER BY id',
  requests:
    'SELECT nature, origin, profession, practitioner_id, opened_at, closed_at, outcome, redirected_to, unresolved_reason FROM requests ORDER BY id',
  refusals: 'SELECT practitioner_id, ground, month, at, home_visit FROM refusals ORDER BY id',
  ways: 'SELECT kind, place, practitioner_id FROM refusal_ways ORDER BY refusal_id, kind',
  urgencies: 'SELECT what, decision, at, locked FROM urgency_events ORDER BY id',
  cascade: 'SELECT step, what FROM cascade_ticks ORDER BY id',
  redirections: 'SELECT entry_id, sent_to, state, state_at, how FROM redirections ORDER BY id',
  callbacks:
    'SELECT outcome, attempts, opened_at, closed_at, owner_practitioner_id, answers_professional FROM callbacks ORDER BY id',
  waits: 'SELECT kind, profession, since, state, ended, closed_at, origin FROM waitlist_entries ORDER BY id',
  offers: 'SELECT practitioner_id, answer, score, override FROM waitlist_offers ORDER BY id',
  places: 'SELECT practitioner_id, month, kept_at, given_back_at FROM newcomer_places ORDER BY id',
  decisions:
    'SELECT practitioner_id, ground, decided_on, withdrawn_at FROM practitioner_decisions ORDER BY id',
} as const;

export const countsOf = (ground: Ground) => {
  const { db } = ground;
  const rows = Object.fromEntries(Object.entries(TALLIES).map(([name, sql]) => [name, all(db, sql)]));
  return {
    pending: requests.counts(ground),
    unscheduled: unscheduled.counts(ground, SPAN),
    lists: waitlist.counts(ground),
    answered: tally(redirections.answered(ground), ({ state }) => state),
    standing: redirections.pending(ground).length,
    meters: refusals.policies(ground),
    closedThatDay: requests.callbacksClosedOn(ground, '2026-11-23').length,
    agenda: agenda
      .range(ground, { from: '2026-11-23', to: '2026-11-27' })
      .map(({ day, appointments }) => [day, appointments.map(({ id, status }) => [id, status])]),
    byRow: rows,
    refusals: rows['refusals']?.length,
    appointments: rows['appointments']?.length,
    unscheduledAsked: all(db, "SELECT 1 FROM requests WHERE nature = 'unscheduled'").length,
  };
};
