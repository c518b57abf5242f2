import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PractitionerId, RequestId } from '../../../contract/ids.ts';
import type { WayForward } from '../../../contract/intake.ts';
import {
  accepting,
  askedIn,
  goOn,
  groundIn,
  nextLine,
  type RefusalDraft,
  type Standing,
  spokenOf,
  startRefusal,
  stepBack,
  toggleWay,
  unanswered,
  withAnswer,
  withAsked,
  withDetail,
  withGround,
  withUrgencyOut,
} from './draft.ts';

const who = (id: number) => PractitionerId.parse(id);
const [closed, open, other] = [who(1), who(2), who(3)];
const full: Standing = {
  practitionerId: closed,
  can: 'no',
  grounds: ['list-full', 'double-follow-up'],
  followed: false,
};
const taking: Standing = { practitionerId: open, can: 'yes', grounds: [], followed: false };
const leaving: Standing = {
  practitionerId: other,
  can: 'no',
  grounds: ['absence-or-departure'],
  followed: false,
};
/** Takes those whom a professional sends: whoever calls for herself may have a letter. */
const onReferral: Standing = {
  practitionerId: other,
  can: 'ask',
  grounds: ['list-full'],
  followed: false,
};
const own: Standing = { practitionerId: closed, can: 'yes', grounds: [], followed: true };

const fresh = (askedId: PractitionerId | null = closed) =>
  withUrgencyOut(startRefusal(RequestId.parse(1), askedId));
const cpts: WayForward = { kind: 'cpts' };

describe('the order of the steps', () => {
  test('nothing comes before the question of urgency', () => {
    const start = startRefusal(RequestId.parse(1), closed);
    expect(start.step).toBe('urgency');
    expect(goOn(start, [full]).step).toBe('urgency');
    expect(withUrgencyOut(start).step).toBe('who');
  });

  test('from who is asked to what is proposed, then what to say, and back the same way', () => {
    const ways = goOn(fresh(), [full]);
    const say = goOn(toggleWay(ways, cpts), [full]);
    expect([ways.step, say.step]).toEqual(['ways', 'say']);
    expect(stepBack(say)?.step).toBe('ways');
    expect(stepBack(ways)?.step).toBe('who');
    expect(stepBack(fresh())).toBeNull();
  });

  test('without a way forward it stays where the way is chosen, and says so', () => {
    const ways = goOn(goOn(fresh(), [full]), [full]);
    expect(ways.step).toBe('ways');
    expect(ways.complaint).toEqual({
      step: 'ways',
      code: 'NO_WAY_FORWARD',
      practitionerIds: [],
      why: 'none',
    });
    expect(toggleWay(ways, cpts).complaint).toBeNull();
  });

  test('urgency once ruled out is not asked again by a late answer of the desk', () => {
    const say = goOn(toggleWay(goOn(fresh(), [full]), cpts), [full]);
    expect(withUrgencyOut(say)).toBe(say);
  });
});

describe('in whose name, and on which ground', () => {
  test('whoever was asked for by name', () => expect(askedIn(fresh(other), [full, leaving])).toBe(other));

  test('nobody was named: the first who takes nobody, before those who do', () =>
    expect(askedIn(fresh(null), [taking, full, leaving])).toBe(closed));

  test('somebody of another profession was named: the first of this one', () =>
    expect(askedIn(fresh(who(9)), [full])).toBe(closed));

  test('everybody is open: there is nobody to refuse for, and the screen says so', () => {
    const stays = goOn(fresh(null), [taking]);
    expect(askedIn(stays, [taking])).toBeNull();
    expect(stays.complaint?.code).toBe('NOBODY_TO_REFUSE');
  });

  test('the ground is the usual one of the practitioner, until another of hers is chosen', () => {
    expect(groundIn(fresh(), [full])).toBe('list-full');
    expect(groundIn(withGround(fresh(), 'double-follow-up'), [full])).toBe('double-follow-up');
  });

  test('a ground that is not hers is never kept', () => {
    expect(groundIn(withGround(fresh(), 'absence-or-departure'), [full])).toBe('list-full');
    const hers = withAsked(withGround(fresh(), 'double-follow-up'), other);
    expect(groundIn(hers, [full, leaving])).toBe('absence-or-departure');
  });
});

describe('colleagues come first', () => {
  test('an open colleague who was not asked stops the refusal, by name', () => {
    const stopped = goOn(fresh(), [full, taking]);
    expect(stopped.step).toBe('who');
    expect(stopped.complaint).toEqual({ step: 'who', code: 'COLLEAGUE_NOT_ASKED', practitionerIds: [open] });
  });

  test('declined by the patient, or a condition not met, is an answer', () => {
    expect(goOn(withAnswer(fresh(), open, 'declined-by-patient'), [full, taking]).step).toBe('ways');
    expect(goOn(withAnswer(fresh(), open, 'condition-not-met'), [full, taking]).step).toBe('ways');
  });

  test('whoever is closed need not be asked', () => expect(unanswered(fresh(), [full, leaving])).toEqual([]));

  test('the same answer twice takes it back', () =>
    expect(
      withAnswer(withAnswer(fresh(), open, 'declined-by-patient'), open, 'declined-by-patient').answers.size,
    ).toBe(0));

  test('one person takes one place: accepting with one un-accepts with the other', () => {
    const moved = withAnswer(withAnswer(fresh(), open, 'accepted'), other, 'accepted');
    expect(accepting(moved)).toBe(other);
    expect(moved.answers.has(open)).toBe(false);
  });

  test('whoever is refused for is no colleague of that refusal', () =>
    expect(withAsked(withAnswer(fresh(), open, 'declined-by-patient'), open).answers.size).toBe(0));
});

describe('after an answer the keys speak of the next line that waits for one', () => {
  const fourth: Standing = { ...taking, practitionerId: who(4) };
  const lines = [taking, onReferral, full, fourth];
  const lineAfter = (line: number, id: PractitionerId, draft = fresh()) =>
    nextLine(withAnswer(draft, id, 'declined-by-patient'), lines, line);

  test('the next one below, past the doors that are closed, then from the top again', () => {
    expect(lineAfter(0, open)).toBe(1);
    expect(lineAfter(1, other)).toBe(3);
    expect(lineAfter(3, who(4))).toBe(0);
  });

  test('it stays where everybody has answered, where an answer is taken back, and where somebody accepts', () => {
    const all = [other, who(4)].reduce((draft, id) => withAnswer(draft, id, 'declined-by-patient'), fresh());
    expect(lineAfter(0, open, all)).toBe(0);
    expect(lineAfter(3, who(4), all)).toBe(3);
    expect(nextLine(withAnswer(fresh(), open, 'accepted'), lines, 0)).toBe(0);
    expect(nextLine(fresh(), [], 0)).toBe(0);
  });
});

describe('a condition that only the caller knows about', () => {
  test('is asked of the very practitioner that is asked for, before the answer may be no', () => {
    const stopped = goOn(fresh(other), [onReferral]);
    expect(stopped.complaint).toMatchObject({ code: 'COLLEAGUE_NOT_ASKED', practitionerIds: [other] });
    expect(goOn(withAnswer(stopped, other, 'condition-not-met'), [onReferral]).step).toBe('ways');
  });

  test('not met stays said when the refusal is then in that practitioner’s name', () => {
    const said = withAsked(withAnswer(fresh(), other, 'condition-not-met'), other);
    expect(unanswered(said, [full, onReferral])).toEqual([]);
  });

  test('of the practitioner asked for is no colleague’s answer', () => {
    const said = withAnswer(
      withAnswer(fresh(other), other, 'condition-not-met'),
      open,
      'declined-by-patient',
    );
    expect(spokenOf(said, other)).toEqual([{ practitionerId: open, answer: 'declined-by-patient' }]);
  });
});

test('somebody who is followed already is refused by no rule, and her own practitioner is named', () => {
  const stopped = goOn(fresh(closed), [own, taking]);
  expect(stopped.step).toBe('who');
  expect(stopped.complaint).toEqual({ step: 'who', code: 'KNOWN_PATIENT', practitionerIds: [closed] });
});

describe('ways forward', () => {
  test('each once; chosen again, taken back', () => {
    const twice = toggleWay(toggleWay(fresh(), cpts), { kind: 'sas' });
    expect(twice.ways).toEqual([{ kind: 'cpts' }, { kind: 'sas' }]);
    expect(toggleWay(twice, cpts).ways).toEqual([{ kind: 'sas' }]);
  });

  test('a detail changes the way that is chosen, and chooses none', () => {
    const colleague = toggleWay(fresh(), { kind: 'colleague', practitionerId: open });
    expect(withDetail(colleague, { kind: 'colleague', practitionerId: other }).ways).toEqual([
      { kind: 'colleague', practitionerId: other },
    ]);
    expect(withDetail(fresh(), cpts).ways).toEqual([]);
  });
});

test('whatever is pressed, nothing is ready to say without a ground, every open colleague’s answer and a way', () => {
  const standings = [full, taking, onReferral, { ...taking, practitionerId: who(4) }];
  const ids = fc.constantFrom(...standings.map(({ practitionerId }) => practitionerId));
  const answers = fc.constantFrom(
    'accepted' as const,
    'declined-by-patient' as const,
    'condition-not-met' as const,
  );
  const kinds = fc.constantFrom('cpts' as const, 'sas' as const, 'cpam' as const, 'pharmacy' as const);
  const keys = fc.oneof(
    fc.constant((draft: RefusalDraft) => withUrgencyOut(draft)),
    fc.constant((draft: RefusalDraft) => goOn(draft, standings)),
    fc.constant((draft: RefusalDraft) => stepBack(draft) ?? draft),
    fc.tuple(ids, answers).map(
      ([id, answer]) =>
        (draft: RefusalDraft) =>
          withAnswer(draft, id, answer),
    ),
    ids.map((id) => (draft: RefusalDraft) => withAsked(draft, id)),
    kinds.map((kind) => (draft: RefusalDraft) => toggleWay(draft, { kind })),
  );
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 40 }), (pressed) => {
      let draft = startRefusal(RequestId.parse(1), null);
      for (const press of pressed) {
        const before = draft.step;
        draft = press(draft);
        if (before !== 'say' && draft.step === 'say') {
          expect(draft.ways.length).toBeGreaterThan(0);
          expect(groundIn(draft, standings)).not.toBeNull();
          expect(unanswered(draft, standings)).toEqual([]);
        }
      }
    }),
  );
});
