/** Urgencies and practitioners' answers, as lines of a person's path. Pure. */
import type { Practitioner } from '../../../../contract/practice.ts';
import type { UrgencyAct, UrgencyDecision, UrgencyPathEvent } from '../../../../contract/urgency.ts';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import type { PathLine } from '../../requests/path/path-line.ts';
import { actText, decisionText } from '../words.ts';

type Said = Pick<PathLine, 'tone' | 'shape' | 'title' | 'detail' | 'plain'>;
type Look = Pick<PathLine, 'tone' | 'shape'>;

const FIFTEEN: Look = { tone: 'red', shape: 'triangle' };
const WAITING: Look = { tone: 'amber', shape: 'triangle' };

const ACTS: Readonly<Record<UrgencyAct, Look>> = {
  'ruled-out': { tone: 'grey', shape: 'ring' },
  'patient-calls-15': FIFTEEN,
  'we-call-15': FIFTEEN,
  'practitioner-told': WAITING,
  doubt: WAITING,
};

const DECISIONS: Readonly<Record<UrgencyDecision, Look>> = {
  'no-urgency': { tone: 'green', shape: 'check' },
  'i-take-it': { tone: 'blue', shape: 'dot' },
  fifteen: FIFTEEN,
};

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('fr-FR') + text.slice(1);

/** « Urgence : aucun signe »: the word is in front already. */
const actSaid = (act: UrgencyAct): string => (act === 'ruled-out' ? 'aucun signe' : lower(actText[act]));

const said = ({ what }: UrgencyPathEvent, practitioners: readonly Practitioner[]): Said => {
  const nameOf = (id: Practitioner['id'] | null): string => {
    const person = practitioners.find((one) => one.id === id);
    return person === undefined ? 'un praticien parti' : practitionerName(person);
  };
  if (what.kind === 'answered') {
    const title = `Urgence, ${nameOf(what.practitionerId)} répond : ${lower(decisionText[what.decision])}`;
    return { ...DECISIONS[what.decision], title, detail: null };
  }
  const act =
    what.act === 'practitioner-told'
      ? `nous avons prévenu ${nameOf(what.practitionerId)}`
      : actSaid(what.act);
  return {
    ...ACTS[what.act],
    title: `Urgence : ${act}`,
    plain: true,
    detail: what.waiting ? 'Sans réponse d’un praticien : c’est le 15' : null,
  };
};

export const urgencyPath = (
  events: readonly UrgencyPathEvent[],
  practitioners: readonly Practitioner[],
): readonly PathLine[] =>
  events.map((event) => ({
    key: `urgency ${event.eventId} ${event.what.kind}`,
    at: event.at,
    by: event.by,
    ...said(event, practitioners),
  }));
