/** The card as this page last knew it: asked of the desk, remembered in the page, built in when there is nothing else. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { PractitionerId } from '../../../contract/ids.ts';
import type { Day } from '../../../contract/time.ts';
import { UrgencyCardToday } from '../../../contract/urgency.ts';
import { defaultNumbers, exampleCard } from '../../../contract/urgency-example.ts';
import { practitionerFullName, professionSaid } from '../agenda/practitioner-name.ts';
import { usePractitioners } from '../agenda/use-house.ts';
import { api } from '../api/query.ts';
import { useNow } from '../app/now.ts';
import { useHouseFile } from './house.ts';

/** Each house its own (see `house.ts`). */
const CARD_KEY = 'parvis.urgency.card.';
const TEAM_KEY = 'parvis.urgency.team.';

/** Whom to tell: practitioners of the house. No patient is in here. */
export interface Teammate {
  readonly id: PractitionerId;
  readonly name: string;
  readonly profession: string;
}

const read = (key: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
};

const remember = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Without storage the example remains, and what this window already knows.
  }
};

const example: UrgencyCardToday = {
  inForce: exampleCard,
  status: 'example',
  waiting: null,
  numbers: defaultNumbers,
};

/** A card that was signed when it was remembered may be past its review since. */
const today = (card: UrgencyCardToday, day: Day): UrgencyCardToday =>
  card.status === 'signed' && card.inForce.reviewDue !== null && card.inForce.reviewDue < day
    ? { ...card, status: 'overdue' }
    : card;

const remembered = (house: string | null): UrgencyCardToday =>
  UrgencyCardToday.safeParse(read(CARD_KEY + house)).data ?? example;

/** Never absent, whatever the desk answers. */
export const useCard = (): UrgencyCardToday => {
  const { day } = useNow();
  const { data } = useQuery(api.urgency.card.queryOptions());
  const { id, answered } = useHouseFile();
  useEffect(() => {
    if (data !== undefined && answered) remember(CARD_KEY + id, data);
  }, [data, id, answered]);
  return today(data ?? remembered(id), day);
};

const isTeammate = (one: unknown): one is Teammate =>
  typeof one === 'object' &&
  one !== null &&
  PractitionerId.safeParse((one as Teammate).id).success &&
  typeof (one as Teammate).name === 'string' &&
  typeof (one as Teammate).profession === 'string';

export const useTeam = (): readonly Teammate[] => {
  const practitioners = usePractitioners();
  const team = practitioners.map((one) => ({
    id: one.id,
    name: practitionerFullName(one),
    profession: professionSaid(one),
  }));
  const said = JSON.stringify(team);
  const { id, answered } = useHouseFile();
  useEffect(() => {
    if (said !== '[]' && answered) remember(TEAM_KEY + id, JSON.parse(said));
  }, [said, id, answered]);
  if (team.length > 0) return team;
  const known = read(TEAM_KEY + id);
  return Array.isArray(known) ? known.filter(isTeammate) : [];
};
