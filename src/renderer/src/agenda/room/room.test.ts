import { describe, expect, it } from 'vitest';
import type { Appointment, AppointmentStatus } from '../../../../contract/agenda.ts';
import { found, groupsOf, punctuality, stepBack } from './room.ts';

const line = (name: string, start: number, status: AppointmentStatus = 'booked', id = start): Appointment =>
  ({
    id,
    start,
    end: start + 15,
    status,
    arrivedAt: null,
    startedAt: null,
    patient: { displayName: name },
  }) as Appointment;

const room = (rows: readonly Appointment[]) => {
  const those = (status: AppointmentStatus) => rows.filter((row) => row.status === status);
  return {
    expected: those('booked'),
    waiting: those('arrived'),
    inProgress: those('in-progress'),
    done: those('fulfilled'),
    noshow: those('noshow'),
  };
};

const names = (rows: readonly Appointment[]) => rows.map(({ patient }) => patient.displayName);

describe('the waiting room', () => {
  it('puts whoever is a quarter of an hour late on top, because somebody has to decide', () => {
    const rows = [line('ROY Léa', 540), line('PAUL Guy', 555), line('NOËL Ève', 530, 'arrived')];
    expect(groupsOf(room(rows), 555).map(({ key, rows: those }) => [key, names(those)])).toEqual([
      ['late', ['ROY Léa']],
      ['waiting', ['NOËL Ève']],
      ['expected', ['PAUL Guy']],
    ]);
  });

  it('does not call late somebody who still has a minute', () => {
    expect(groupsOf(room([line('ROY Léa', 540)]), 554).map(({ key }) => key)).toEqual(['expected']);
  });
});

describe('an arrival', () => {
  const rows = [
    line('LE GALL née D’ŒUVRE Zoë', 600),
    line('GALLIEN Marc', 545),
    line('GALLET Anne', 900),
    line('GALLO Paul', 540, 'fulfilled'),
  ];

  it('is found by the beginning of any name, accents and apostrophes aside, the closest hour first', () => {
    expect(names(found(room(rows), 'ga', 550))).toEqual([
      'GALLIEN Marc',
      'LE GALL née D’ŒUVRE Zoë',
      'GALLET Anne',
      'GALLO Paul',
    ]);
    expect(names(found(room(rows), 'oeu zoe', 550))).toEqual(['LE GALL née D’ŒUVRE Zoë']);
  });

  it('finds nobody while nothing is typed', () => {
    expect(found(room(rows), ' ', 550)).toEqual([]);
  });

  it('says how early or late it is', () => {
    expect([punctuality(540, 540), punctuality(540, 535), punctuality(540, 552)]).toEqual([
      'à l’heure',
      '5\u00a0min d’avance',
      '12\u00a0min de retard',
    ]);
  });
});

describe('the way back', () => {
  it('goes one step: nobody who was never called in comes back to the consulting room', () => {
    expect(stepBack(line('A', 540, 'fulfilled'))).toBe('booked');
    expect(stepBack({ ...line('A', 540, 'fulfilled'), arrivedAt: 1 })).toBe('arrived');
    expect(stepBack({ ...line('A', 540, 'fulfilled'), startedAt: 1 })).toBe('in-progress');
    expect(stepBack(line('A', 540, 'noshow'))).toBe('booked');
    expect(stepBack(line('A', 540))).toBeNull();
  });
});
