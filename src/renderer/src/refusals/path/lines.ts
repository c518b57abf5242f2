/** Refusals, places kept and practitioners' decisions, as lines of a person's path. Pure. */
import type { ColleagueAnswer } from '../../../../contract/intake.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import type { RefusalEvent } from '../../../../contract/refusals.ts';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import type { PathLine } from '../../requests/path/path-line.ts';
import { wayText } from '../ways.ts';
import { groundLabels } from '../words.ts';

type Said = Pick<PathLine, 'tone' | 'shape' | 'title' | 'detail' | 'plain'>;

const ANSWERS: Readonly<Record<ColleagueAnswer['answer'], string>> = {
  accepted: 'accueille',
  'declined-by-patient': 'décliné par la personne',
  'condition-not-met': 'condition non remplie',
};

const said = ({ what, practitionerId }: RefusalEvent, practitioners: readonly Practitioner[]): Said => {
  const nameOf = (id: Practitioner['id']): string => {
    const person = practitioners.find((one) => one.id === id);
    return person === undefined ? 'un praticien parti' : practitionerName(person);
  };
  const name = nameOf(practitionerId);
  const profession =
    practitioners.find(({ id }) => id === practitionerId)?.profession ?? 'general-practitioner';
  switch (what.kind) {
    case 'place-kept':
      return { tone: 'green', shape: 'check', title: `Place réservée : ${name}`, detail: null };
    case 'place-given-back':
      return { tone: 'grey', shape: 'ring', title: `Place rendue : ${name}`, detail: null };
    case 'refused': {
      const asked = what.colleagues.map(
        ({ practitionerId: id, answer }) => `${nameOf(id)}, ${ANSWERS[answer]}`,
      );
      const ways = what.waysForward.map((way) =>
        way.kind === 'colleague' ? nameOf(way.practitionerId) : wayText(way, profession),
      );
      return {
        tone: 'red',
        shape: 'square',
        title: `${name} n’a pas pu accueillir : ${groundLabels[what.ground].toLowerCase()}`,
        plain: true,
        detail: [...asked, `Proposé : ${ways.join(', ')}`].join(' · '),
      };
    }
    case 'decided':
      return {
        tone: 'red',
        shape: 'cross',
        title: `Décision du praticien, ${name} : ${groundLabels[what.ground].toLowerCase()}`,
        detail: null,
      };
    case 'handed-over':
      return { tone: 'green', shape: 'check', title: `Relais assuré : ${name}`, detail: null };
    case 'decision-withdrawn':
      return { tone: 'grey', shape: 'ring', title: `Décision levée : ${name}`, detail: null };
  }
};

export const refusalPath = (
  events: readonly RefusalEvent[],
  practitioners: readonly Practitioner[],
): readonly PathLine[] =>
  events.map((event, index) => ({
    // The desk gives the latest first: its place tells two lines of one moment apart.
    key: `refusal ${events.length - index}`,
    at: event.at,
    by: event.by,
    ...said(event, practitioners),
  }));
