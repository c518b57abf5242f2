import { describe, expect, test } from 'vitest';
import { ClaimId, PractitionerId } from '../../../../../contract/ids.ts';
import { Closing } from '../../../../../contract/requests.ts';
import { practitioner } from '../../lanes/fixtures.ts';
import { nothingAsked } from '../asked.ts';
import { newDraft, stepBack, withEnding } from '../draft.ts';
import { closingOf, type Ending, type EndingKind, endings, newEnding, usualEnding } from './ending.ts';
import { endingByKey, listedFor } from './ending-keys.ts';

const NGUYEN = practitioner(2, 'Nguyen');
const RIVAUX = practitioner(5, 'Rivaux', { profession: 'nurse' });
const house = [NGUYEN, RIVAUX];
const dues = [
  { label: 'dans 1 h', due: 100 },
  { label: 'ce soir', due: 200 },
];
const answers = [
  { label: 'ce soir', due: 300 },
  { label: 'demain soir', due: 400 },
];
const USUAL = 500;
const pressed = (kind: EndingKind, keys: string, from: Partial<Ending> = {}): Ending =>
  [...keys].reduce<Ending>(
    (ending, key) => ({
      ...ending,
      ...endingByKey(ending, key, { dues, answers, practitioners: house, asked: nothingAsked }),
    }),
    { ...newEnding(kind), ...from },
  );
const ended = (ending: Ending, known = true) => closingOf(ending, nothingAsked, known, USUAL);

describe('an outcome lacks something: nothing is sent, and the field says what', () => {
  test.each([
    ['callback', 'due', 'Dites avant quand'],
    ['answered', 'said', 'Écrivez ce qui a été dit'],
    ['earlier-list', 'appointmentId', 'Choisissez le rendez-vous qui tient'],
    ['redirected', 'to', 'Dites vers qui'],
    ['unresolved', 'reason', 'Dites pourquoi'],
  ] as const)('%s without its %s', (kind, field, start) => {
    const result = ended(newEnding(kind));
    expect(result).toMatchObject({ ok: false, field });
    expect(result.ok ? '' : result.error).toContain(start);
  });

  test('a call-back to somebody whose number is not known', () =>
    expect(ended(pressed('callback', '2'), false)).toMatchObject({ ok: false, field: 'phone' }));

  test('a colleague or a structure that is not named', () => {
    expect(ended(pressed('redirected', '1'))).toMatchObject({ ok: false, field: 'colleague' });
    expect(ended(pressed('redirected', '2', { label: '  ' }))).toMatchObject({ ok: false, field: 'label' });
  });
});

describe('what is sent is what the contract takes', () => {
  test.each([
    [
      pressed('callback', '2', { about: ' résultat ' }),
      { kind: 'callback', callback: { due: 200, about: 'résultat' } },
    ],
    [
      { ...newEnding('answered'), said: ' ouvert à 8 h ' },
      { kind: 'answered', said: 'ouvert à 8 h' },
    ],
    [newEnding('withdrawn'), { kind: 'withdrawn' }],
    [pressed('unresolved', '2'), { kind: 'unresolved', reason: 'offers-declined' }],
    [pressed('redirected', '4'), { kind: 'redirected', to: { kind: 'sas', label: null } }],
    [
      pressed('redirected', '1', { colleague: NGUYEN.id }),
      { kind: 'redirected', to: { kind: 'colleague', practitionerId: 2 } },
    ],
    [
      pressed('registration-list', '1mjd'),
      {
        kind: 'registration-list',
        profession: 'general-practitioner',
        practitionerIds: [2],
        wishes: {
          days: [4],
          from: null,
          to: 780,
          practitionerSex: null,
          atShortNotice: true,
          note: null,
        },
      },
    ],
    [
      { ...pressed('earlier-list', 'a'), appointmentId: ClaimId.parse(7) },
      {
        kind: 'earlier-list',
        appointmentId: 7,
        wishes: {
          days: [],
          from: 780,
          to: null,
          practitionerSex: null,
          atShortNotice: false,
          note: null,
        },
      },
    ],
  ])('%#', (ending, closing) => {
    const result = ended(ending);
    expect(result).toEqual({ ok: true, closing });
    expect(Closing.safeParse('closing' in result ? result.closing : null).success).toBe(true);
  });
});

test('the list is of the profession that was asked, or of the practitioner who was', () => {
  const names = (asked: object) =>
    listedFor(newEnding('registration-list'), { ...nothingAsked, ...asked }, house).map(({ id }) => id);
  expect([names({}), names({ profession: 'nurse' }), names({ practitionerId: RIVAUX.id })]).toEqual([
    [2],
    [5],
    [PractitionerId.parse(5)],
  ]);
});

test('each nature leads to its usual outcome; an appointment has the slots', () =>
  expect(
    (['appointment', 'registration', 'unscheduled', 'message', 'redirection', 'administrative'] as const).map(
      (nature) => usualEnding({ ...nothingAsked, nature }),
    ),
  ).toEqual([null, 'registration-list', null, null, 'redirected', 'answered']));

test('Échap goes from the form to the choice, from the choice to the request; what was typed is kept', () => {
  const form = withEnding(
    { ...newDraft(1, 0), ending: { ...newEnding('answered'), said: 'à 8 h' } },
    'answered',
  );
  const choice = stepBack(form);
  expect([choice?.step, choice?.ending.kind, choice?.ending.said]).toEqual(['outcome', null, 'à 8 h']);
  expect(choice === null ? null : stepBack(choice)?.step).toBe('summary');
});

test('every outcome of the contract can be chosen, but the appointment (F3) and the 15 (F8)', () =>
  expect(endings.map(({ kind }) => kind).toSorted()).toEqual([
    'answered',
    'callback',
    'earlier-list',
    'redirected',
    'registration-list',
    'unresolved',
    'withdrawn',
  ]));

describe('sending somebody on', () => {
  const entry = { id: 7, takesNewcomers: 'unknown' } as unknown as NonNullable<Ending['sending']['entry']>;
  const closed = { ...entry, takesNewcomers: 'no' as const };
  const chosen = (of: typeof entry, keys = '') => {
    const { sending } = newEnding('redirected');
    return pressed('redirected', keys, { to: 'outside', sending: { ...sending, entry: of, settled: true } });
  };

  test('an entry of the directory is always followed, by phone and within the usual time', () =>
    expect(ended(chosen(entry))).toEqual({
      ok: true,
      redirection: {
        to: { kind: 'entry', entryId: 7, despite: null },
        how: 'phone',
        due: USUAL,
      },
    }));

  test('once it is known to whom, digits say by when, letters how; 0 does not let an entry go unfollowed', () =>
    expect(ended(chosen(entry, '1l0'))).toMatchObject({ redirection: { how: 'letter', due: 300 } }));

  test('whoever takes nobody new asks why, in one letter', () => {
    expect(ended(chosen(closed))).toMatchObject({ ok: false, field: 'despite' });
    expect(ended(chosen(closed, 'e'))).toMatchObject({
      redirection: { to: { entryId: 7, despite: 'nobody-else' } },
    });
    expect(ended(chosen(entry, 'e'))).toMatchObject({ redirection: { to: { despite: null } } });
  });

  test('a name that the directory does not know is followed as it was typed, or not at all', () => {
    const { sending } = newEnding('redirected');
    const named = (keys: string) =>
      ended(
        pressed('redirected', keys, {
          to: 'outside',
          label: ' Dr X ',
          sending: { ...sending, settled: true },
        }),
      );
    expect(named('t')).toMatchObject({ redirection: { to: { kind: 'outside', label: 'Dr X' } } });
    expect(named('0')).toEqual({
      ok: true,
      closing: { kind: 'redirected', to: { kind: 'outside', label: 'Dr X' } },
    });
  });

  test('the SAS answers nobody, unless somebody wants to know', () => {
    expect(ended(pressed('redirected', '4'))).toEqual({
      ok: true,
      closing: { kind: 'redirected', to: { kind: 'sas', label: null } },
    });
    expect(ended(pressed('redirected', '42'))).toMatchObject({
      redirection: { to: { kind: 'sas', label: null }, due: 400 },
    });
  });

  test('V chooses anew', () =>
    expect(pressed('redirected', '4v')).toMatchObject({ to: null, label: '', sending: { settled: false } }));
});
