import { describe, expect, test } from 'vitest';
import { ClaimId, PractitionerId } from '../../../../contract/ids.ts';
import { cardsOf } from './cards.ts';
import { absence, agendaDay, appointment, column, MONDAY, practitioner } from './fixtures.ts';
import { dayLanes, hoursShown, weekLanes, zonesOf } from './lanes.ts';

const HOURS = { from: 480, to: 1140 };
const nguyen = practitioner(1, 'Nguyen');

describe('the hours shown', () => {
  test('run from eight to seven when nobody works outside', () =>
    expect(hoursShown([agendaDay()])).toEqual({ from: 480, to: 1140 }));

  test('reach to whoever starts at 7:30 and to an appointment that ends at 20:10', () =>
    expect(
      hoursShown([
        agendaDay({
          columns: [column(1, { open: [{ start: 450, end: 720, kind: 'regular', capacity: 1 }] })],
          appointments: [appointment(1, 1, 1180, 1210)],
        }),
      ]),
    ).toEqual({ from: 420, to: 1260 }));

  test('do not reach to a cancelled appointment', () =>
    expect(
      hoursShown([agendaDay({ appointments: [appointment(1, 1, 1260, 1290, { status: 'cancelled' })] })]),
    ).toEqual({
      from: 480,
      to: 1140,
    }));
});

describe('what lies under the cards', () => {
  test('what is not open is closed', () =>
    expect(zonesOf(column(1), null, HOURS)).toEqual([
      { start: 480, end: 540, kind: 'closed', label: null },
      { start: 720, end: 1140, kind: 'closed', label: null },
    ]));

  test('an absence says why, and wins over open and closed time', () =>
    expect(zonesOf(column(1, { absences: [absence(660, 900)] }), null, HOURS)).toEqual([
      { start: 480, end: 540, kind: 'closed', label: null },
      { start: 900, end: 1140, kind: 'closed', label: null },
      { start: 660, end: 900, kind: 'absent', label: 'Formation' },
    ]));

  test('on a public holiday, closed time carries its name', () =>
    expect(zonesOf(column(1, { open: [] }), 'Noël', HOURS)).toEqual([
      { start: 480, end: 1140, kind: 'holiday', label: 'Férié\u00a0: Noël' },
    ]));

  test('reserved ranges are seen as what they are for', () =>
    expect(
      zonesOf(
        column(1, {
          open: [
            { start: 480, end: 1080, kind: 'regular', capacity: 1 },
            { start: 1080, end: 1110, kind: 'unscheduled', capacity: 1 },
            { start: 1110, end: 1140, kind: 'newPatient', capacity: 1 },
          ],
        }),
        null,
        HOURS,
      ),
    ).toEqual([
      { start: 1080, end: 1110, kind: 'unscheduled', label: 'SNP' },
      { start: 1110, end: 1140, kind: 'newPatient', label: 'Nouveaux' },
    ]));
});

describe('free time', () => {
  const freeIn = (day: Parameters<typeof agendaDay>[0]) => dayLanes(agendaDay(day), [nguyen], HOURS)[0]?.free;

  test('is cut in the practitioner’s own step, around what is booked', () =>
    expect(
      freeIn({
        columns: [column(1, { open: [{ start: 540, end: 600, kind: 'regular', capacity: 1 }] })],
        appointments: [appointment(1, 1, 555, 570)],
      }),
    ).toEqual([
      { start: 540, end: 555 },
      { start: 570, end: 585 },
      { start: 585, end: 600 },
    ]));

  test('a cancelled appointment takes no place', () =>
    expect(
      freeIn({
        columns: [column(1, { open: [{ start: 540, end: 555, kind: 'regular', capacity: 1 }] })],
        appointments: [appointment(1, 1, 540, 555, { status: 'cancelled' })],
      }),
    ).toEqual([{ start: 540, end: 555 }]));

  test('a no-show gives back the minutes that were released', () =>
    expect(
      freeIn({
        columns: [column(1, { open: [{ start: 540, end: 570, kind: 'regular', capacity: 1 }] })],
        appointments: [appointment(1, 1, 540, 570, { status: 'noshow', releasedFrom: 555 })],
      }),
    ).toEqual([{ start: 555, end: 570 }]));

  test('where three are seen at once, two leave room for a third', () =>
    expect(
      freeIn({
        columns: [column(1, { open: [{ start: 540, end: 555, kind: 'regular', capacity: 3 }] })],
        appointments: [appointment(1, 1, 540, 555), appointment(2, 1, 540, 555)],
      }),
    ).toEqual([{ start: 540, end: 555 }]));

  test('nobody is free while absent', () =>
    expect(freeIn({ columns: [column(1, { absences: [absence(null, null)] })] })).toEqual([]));
});

describe('the cards of a day', () => {
  const lanes = dayLanes(agendaDay(), [nguyen], HOURS);

  test('R11: one row that cannot be drawn is named, and the others are all there', () => {
    const broken = appointment(2, 1, 600, 600);
    const { cards, faulty } = cardsOf(
      [
        agendaDay({
          appointments: [appointment(1, 1, 540, 555), broken, appointment(3, 1, 630, 645)],
          unreadable: [ClaimId.parse(9)],
        }),
      ],
      lanes,
      { cancelled: false },
    );
    expect(cards.map(({ id }) => id)).toEqual([1, 3]);
    expect(faulty).toEqual([9, 2]);
  });

  test('R8: cancelled ones are kept out of sight until asked for', () => {
    const day = agendaDay({ appointments: [appointment(1, 1, 540, 555, { status: 'cancelled' })] });
    expect(cardsOf([day], lanes, { cancelled: false }).cards).toEqual([]);
    expect(cardsOf([day], lanes, { cancelled: true }).cards.map(({ status }) => status)).toEqual([
      'cancelled',
    ]);
  });

  test('a screen reader hears the hour, the person, the type, the state and the practitioner', () => {
    const day = agendaDay({
      appointments: [
        appointment(1, 1, 555, 570, { status: 'arrived', overbooked: { reason: 'Urgence', by: 'SL' } }),
      ],
    });
    expect(cardsOf([day], lanes, { cancelled: false }).cards[0]?.spoken).toBe(
      '9:15 DUPONT Marie Consultation, arrivé, surbooking, Dr Nguyen',
    );
  });
});

test('a practitioner without a row that day still has a column, closed all day', () => {
  const [lane] = dayLanes(agendaDay({ columns: [] }), [practitioner(7, 'Petit')], HOURS);
  expect(lane?.zones).toEqual([{ start: 480, end: 1140, kind: 'closed', label: null }]);
});

test('a week has one lane a day, with its date', () => {
  const lanes = weekLanes([agendaDay(), agendaDay({ day: '2026-11-24' })], nguyen, HOURS);
  expect(lanes.map(({ key, title, practitionerId }) => [key, title, practitionerId])).toEqual([
    [`d${MONDAY}`, 'Lundi 23 novembre', PractitionerId.parse(1)],
    ['d2026-11-24', 'Mardi 24 novembre', PractitionerId.parse(1)],
  ]);
});
