/** Which places are taken, by whom, for what: past days, today full, then less and less. Pure. */
import type { OpenRange } from '../../contract/agenda.ts';
import type { PatientId, PractitionerId } from '../../contract/ids.ts';
import type { AppointmentType, SlotKind } from '../../contract/practice.ts';
import type { Profession } from '../../contract/professions.ts';
import type { Day, Minute } from '../../contract/time.ts';
import type { Dice } from './dice.ts';

export interface Candidate {
  readonly id: PatientId;
  readonly age: number;
  readonly female: boolean;
  /** The practitioner of the house who is the médecin traitant. */
  readonly doctor: PractitionerId | null;
}

export interface Place {
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly start: Minute;
  readonly end: Minute;
  readonly capacity: number;
  readonly patientId: PatientId;
  readonly type: AppointmentType;
  /** Where several are seen at once, which of them: each lane runs on its own. */
  readonly lane: number;
  /** Why it is there beyond what is open, or null. */
  readonly overbooked: string | null;
  readonly comment: string | null;
  /** Given back by its patient: the place is free again, perhaps taken anew. */
  readonly cancelled: boolean;
}

/** Of one practitioner: how full the days from now on are, and who comes. */
export interface Column {
  readonly practitionerId: PractitionerId;
  readonly profession: Profession;
  readonly types: readonly AppointmentType[];
  /** Those who come to this practitioner, again and again. */
  readonly regulars: readonly Candidate[];
}

/** How many people come to a practitioner over seven weeks: a course of treatment brings the same ones back. */
const regularsOf: Partial<Readonly<Record<Profession, number>>> = {
  nurse: 90,
  physiotherapist: 110,
  midwife: 60,
  'speech-therapist': 34,
  psychologist: 40,
  dietitian: 36,
};

const suits = (profession: Profession, { age, female }: Candidate): boolean => {
  switch (profession) {
    case 'midwife':
      return female && age >= 17 && age <= 55;
    case 'speech-therapist':
      return (age >= 3 && age <= 16) || age >= 70;
    case 'psychologist':
    case 'dietitian':
      return age >= 14;
    case 'physiotherapist':
      return age >= 12;
    default:
      return true;
  }
};

export const regulars = (
  profession: Profession,
  practitionerId: PractitionerId,
  everybody: readonly Candidate[],
  chance: Dice,
): Candidate[] => {
  const suited = everybody.filter((one) => suits(profession, one));
  if (profession === 'general-practitioner') {
    // Mostly her own patients, some of colleagues', some of nobody's.
    return suited.filter((one) => one.doctor === practitionerId || chance.chance(0.1));
  }
  const some: Candidate[] = [];
  const wanted = Math.min(regularsOf[profession] ?? 60, suited.length);
  while (some.length < wanted) {
    const one = chance.pick(suited);
    if (!some.includes(one)) some.push(one);
  }
  return some;
};

/** Share of the places that are taken, so many days from today. Reserved kinds open late on purpose. */
export const fullness = (kind: SlotKind, profession: Profession, daysAhead: number): number => {
  if (daysAhead <= 0) return daysAhead === 0 ? 1 : 0.93;
  if (kind === 'unscheduled') return daysAhead === 1 ? 0.2 : 0;
  const sought = profession === 'general-practitioner' || profession === 'psychologist' ? 0.06 : 0;
  if (kind === 'newPatient') return daysAhead < 10 ? 0.75 : 0.35;
  return Math.max(0.22, 0.88 + sought - 0.023 * daysAhead);
};

const comments: readonly string[] = [
  'Rappeler si une place se libère plus tôt.',
  'Vient avec son fils.',
  'Apporte ses résultats.',
  'Premier passage depuis un an.',
  'Arrivera avec dix minutes d’avance.',
];

const overbookings: readonly string[] = [
  'Ajout demandé par le praticien',
  'Vu entre deux, à la demande du praticien',
  'Certificat à signer, deux minutes',
];

interface DayOf {
  readonly day: Day;
  readonly daysAhead: number;
  readonly ranges: readonly OpenRange[];
  /** Already somewhere that day: nobody is in two places. */
  readonly busy: Set<PatientId>;
}

export const fillDay = (column: Column, { day, daysAhead, ranges, busy }: DayOf, chance: Dice): Place[] => {
  const places: Place[] = [];
  const someone = (): PatientId | null => {
    for (let tries = 0; tries < 40; tries++) {
      const { id } = chance.pick(column.regulars);
      if (busy.has(id)) continue;
      busy.add(id);
      return id;
    }
    return null;
  };
  const common = { practitionerId: column.practitionerId, day, overbooked: null };

  for (const range of ranges) {
    const fitting = column.types.filter((type) => type.kind === range.kind);
    const shortest = Math.min(...fitting.map(({ minutes }) => minutes));
    if (fitting.length === 0) continue;
    for (let lane = 0; lane < range.capacity; lane++) {
      for (let at = range.start; at + shortest <= range.end; ) {
        const type = chance.weighed(
          fitting.filter((t) => at + t.minutes <= range.end).map((t) => [t, weight(t)]),
        );
        const place = { ...common, start: at, end: at + type.minutes, capacity: range.capacity, type, lane };
        // One in seventeen was given back; half of those went to somebody else at once.
        if (daysAhead < 12 && chance.chance(0.06)) {
          const gone = someone();
          if (gone !== null) places.push({ ...place, patientId: gone, comment: null, cancelled: true });
        }
        const taken = chance.chance(
          fullness(range.kind, column.profession, daysAhead) - (daysAhead === 0 ? 0 : lane * 0.06),
        );
        const patientId = taken ? someone() : null;
        if (patientId === null) at += shortest;
        else {
          const comment = chance.chance(0.04) ? chance.pick(comments) : null;
          places.push({ ...place, patientId, comment, cancelled: false });
          at += type.minutes;
        }
      }
    }
  }
  if (daysAhead === 0 && column.profession === 'general-practitioner') {
    const beside = places.filter((place) => !place.cancelled && place.type.minutes === 15);
    const patientId = someone();
    if (beside.length > 0 && patientId !== null) {
      const { start, capacity, type } = chance.pick(beside);
      const overbooked = chance.pick(overbookings);
      places.push({
        ...{ ...common, start, end: start + 10, capacity, type, lane: 1, patientId },
        ...{ overbooked, comment: null, cancelled: false },
      });
    }
  }
  return places;
};

/** The plainest first: what people mostly come for. */
const weight = (type: AppointmentType): number => 12 / (type.position + 1) / Math.sqrt(type.minutes / 15);
