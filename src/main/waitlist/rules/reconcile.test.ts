/** Whatever one person asks, and in whatever order it is read: one wait a list, its place kept, and nothing done twice. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimId, RequestId, WaitlistEntryId } from '../../../contract/ids.ts';
import type { Profession } from '../../../contract/professions.ts';
import type { ListWishes } from '../../../contract/requests.ts';
import { type Asked, type Change, type Held, reconcile } from './reconcile.ts';

const wishes: ListWishes = {
  days: [],
  from: null,
  to: null,
  practitionerSex: null,
  atShortNotice: false,
  note: null,
};

/** What the service keeps of an entry besides: when it was last said by hand. */
interface Kept extends Held {
  readonly saidAt: number | null;
}

interface Person {
  readonly asked: readonly Asked[];
  readonly entries: readonly Kept[];
  readonly toCome: ReadonlySet<ClaimId>;
  readonly now: number;
}

const nobody: Person = { asked: [], entries: [], toCome: new Set([1, 2] as ClaimId[]), now: 0 };

const PROFESSIONS = ['general-practitioner', 'nurse'] as const satisfies Profession[];

type Step =
  | {
      readonly kind: 'registration';
      readonly profession: Profession;
      readonly ends: 'list' | 'appointment' | 'withdrawn' | 'open';
    }
  | { readonly kind: 'earlier'; readonly appointment: 1 | 2 }
  | { readonly kind: 'by-hand'; readonly profession: Profession }
  | {
      readonly kind: 'closes';
      readonly which: number;
      readonly end: 'found-elsewhere' | 'expired' | 'accepted';
    }
  | { readonly kind: 'reopens'; readonly which: number }
  | { readonly kind: 'taken-back'; readonly which: number }
  | { readonly kind: 'appointment'; readonly appointment: 1 | 2; readonly stands: boolean };

const profession = fc.constantFrom(...PROFESSIONS);
const appointment = fc.constantFrom(1 as const, 2 as const);
const which = fc.nat({ max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('registration' as const),
    profession,
    ends: fc.constantFrom(
      'list' as const,
      'list' as const,
      'appointment' as const,
      'withdrawn' as const,
      'open' as const,
    ),
  }),
  fc.record({ kind: fc.constant('earlier' as const), appointment }),
  fc.record({ kind: fc.constant('by-hand' as const), profession }),
  fc.record({
    kind: fc.constant('closes' as const),
    which,
    end: fc.constantFrom('found-elsewhere' as const, 'expired' as const, 'accepted' as const),
  }),
  fc.record({ kind: fc.constant('reopens' as const), which }),
  fc.record({ kind: fc.constant('taken-back' as const), which }),
  fc.record({ kind: fc.constant('appointment' as const), appointment, stands: fc.boolean() }),
);

const keyOf = ({ kind, profession: of, appointmentId }: Held): string =>
  kind === 'registration' ? `registration ${of}` : `earlier ${appointmentId}`;

const isOpen = ({ state }: Held): boolean => state !== 'closed';

/** As the service sees it: what a request put there and is over was not said by hand. */
const byHand = (entry: Kept): Kept => ({
  ...entry,
  byHandAt: !isOpen(entry) && entry.requestId !== null ? null : entry.saidAt,
});

const OPEN = { state: 'waiting', ended: null, closedAt: null } as const;

const replaced = (entries: readonly Kept[], next: Kept): Kept[] =>
  entries.map((entry) => (entry.id === next.id ? next : entry));

const applied = (person: Person, change: Change<Kept>): Person => {
  const { entries, now } = person;
  if (change.kind === 'enter') {
    const { outcome, requestId, since } = change.wait;
    const entry: Kept = {
      id: (entries.length + 1) as WaitlistEntryId,
      kind: outcome.kind === 'registration-list' ? 'registration' : 'earlier',
      profession: outcome.kind === 'registration-list' ? outcome.profession : 'general-practitioner',
      appointmentId: outcome.kind === 'registration-list' ? null : outcome.appointmentId,
      practitionerIds: [],
      wishes,
      requestId,
      since,
      ...OPEN,
      saidAt: null,
      byHandAt: null,
    };
    return { ...person, entries: [...entries, entry] };
  }
  const { entry } = change;
  if (change.kind === 'close')
    return {
      ...person,
      entries: replaced(entries, { ...entry, state: 'closed', ended: change.end, closedAt: now }),
    };
  if (change.kind === 'by-hand-again')
    return { ...person, entries: replaced(entries, { ...entry, requestId: null }) };
  const { requestId, since } = change.wait;
  const again = change.kind === 'fall-back' ? {} : OPEN;
  return {
    ...person,
    entries: replaced(entries, { ...entry, requestId, since, ...again }),
  };
};

const read = (person: Person): { readonly after: Person; readonly changes: readonly Change<Kept>[] } => {
  const changes = reconcile({ ...person, entries: person.entries.map(byHand) });
  return { after: changes.reduce(applied, person), changes };
};

const asks = (person: Person, more: Pick<Asked, 'nature' | 'profession' | 'outcome'>): Person => {
  const asked: Asked = {
    id: (person.asked.length + 1) as RequestId,
    openedAt: person.now,
    closedAt: more.outcome === null ? null : person.now,
    continues: null,
    ...more,
  };
  return { ...person, asked: [...person.asked, asked] };
};

const outcomeOf = (of: Profession, ends: 'list' | 'appointment' | 'withdrawn' | 'open'): Asked['outcome'] => {
  switch (ends) {
    case 'list':
      return { kind: 'registration-list', profession: of, practitionerIds: [], wishes };
    case 'appointment':
      return { kind: 'appointment', appointmentId: 9 as ClaimId };
    case 'withdrawn':
      return { kind: 'withdrawn' };
    case 'open':
      return null;
  }
};

/** What the desk would refuse changes nothing. */
const said = (person: Person, what: Step): Person => {
  const { entries, now } = person;
  switch (what.kind) {
    case 'registration':
      return asks(person, {
        nature: 'registration',
        profession: what.profession,
        outcome: outcomeOf(what.profession, what.ends),
      });
    case 'earlier': {
      const appointmentId = what.appointment as ClaimId;
      const outcome = { kind: 'earlier-list' as const, appointmentId, wishes };
      return asks(person, { nature: 'appointment', profession: null, outcome });
    }
    case 'by-hand': {
      const entry: Kept = {
        id: (entries.length + 1) as WaitlistEntryId,
        kind: 'registration',
        profession: what.profession,
        appointmentId: null,
        practitionerIds: [],
        wishes,
        requestId: null,
        since: now,
        ...OPEN,
        saidAt: now,
        byHandAt: now,
      };
      const twice = entries.some((one) => isOpen(one) && keyOf(one) === keyOf(entry));
      return twice ? person : { ...person, entries: [...entries, entry] };
    }
    case 'closes': {
      const entry = entries[what.which];
      if (!entry || !isOpen(entry)) return person;
      return {
        ...person,
        entries: replaced(entries, { ...entry, state: 'closed', ended: what.end, closedAt: now }),
      };
    }
    case 'reopens': {
      const entry = entries[what.which];
      if (!entry || (entry.ended !== 'found-elsewhere' && entry.ended !== 'expired')) return person;
      if (entries.some((one) => isOpen(one) && keyOf(one) === keyOf(entry))) return person;
      if (entry.appointmentId !== null && !person.toCome.has(entry.appointmentId)) return person;
      return { ...person, entries: replaced(entries, { ...entry, ...OPEN, requestId: null, saidAt: now }) };
    }
    case 'taken-back': {
      const asked = person.asked[what.which];
      if (!asked) return person;
      const open = { ...asked, outcome: null, closedAt: null };
      return { ...person, asked: person.asked.map((one) => (one === asked ? open : one)) };
    }
    case 'appointment': {
      const toCome = new Set(person.toCome);
      if (what.stands) toCome.add(what.appointment as ClaimId);
      else toCome.delete(what.appointment as ClaimId);
      return { ...person, toCome };
    }
  }
};

/** Each step at a minute of its own, the journal read after each. */
const lived = (steps: readonly Step[], each: (before: Person, after: Person) => void = () => {}): Person =>
  steps.reduce((person, what, at): Person => {
    const { after } = read(said({ ...person, now: at + 1 }, what));
    each(person, after);
    return after;
  }, nobody);

describe('Whatever one person asks', () => {
  it('reading the same past again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        lived(steps, (_before, after) => expect(read(after).changes).toEqual([]));
      }),
      { numRuns: 1_000 },
    );
  });

  it('she waits once a list, and never for an earlier appointment when none is to come', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        lived(steps, (_before, { entries, toCome }) => {
          const open = entries.filter(isOpen);
          expect(new Set(open.map(keyOf)).size).toBe(open.length);
          for (const { appointmentId } of open)
            if (appointmentId !== null) expect(toCome.has(appointmentId)).toBe(true);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('calling again never costs her a day: while she waits, she has waited since then', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        lived(steps, (before, after) => {
          for (const entry of before.entries.filter(isOpen)) {
            const now = after.entries.find(({ id }) => id === entry.id);
            if (now !== undefined && isOpen(now)) expect(now.since).toBeLessThanOrEqual(entry.since);
          }
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('let go by hand, she is on that list no more until she asks again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), which, (steps, at) => {
        const person = lived(steps);
        const entry = person.entries[at];
        fc.pre(entry !== undefined && isOpen(entry));
        const left = { ...person, now: steps.length + 1 };
        const { after } = read(said(left, { kind: 'closes', which: at, end: 'found-elsewhere' }));
        expect(after.entries.filter(isOpen).map(keyOf)).not.toContain(entry && keyOf(entry));
      }),
      { numRuns: 500 },
    );
  });

  it('read at the end alone, she is on the same lists as read step by step', () => {
    const asking = step.filter(({ kind }) => ['registration', 'earlier', 'appointment'].includes(kind));
    const on = ({ entries }: Person): string[] => entries.filter(isOpen).map(keyOf).sort();
    fc.assert(
      fc.property(fc.array(asking, { maxLength: 10 }), (steps) => {
        const late = steps.reduce((person, what, at) => said({ ...person, now: at + 1 }, what), nobody);
        expect(on(read(late).after)).toEqual(on(lived(steps)));
      }),
      { numRuns: 1_000 },
    );
  });
});
