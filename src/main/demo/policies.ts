/** How the fictitious practitioners receive newcomers. Pure: (day) -> drafts. One of them has not said yet. */
import type { PolicyDraft } from '../../contract/intake.ts';
import { addDays, type Day } from '../../contract/time.ts';

type Said = Partial<Omit<PolicyDraft, 'practitionerId' | 'validFrom' | 'reviewOn'>> & {
  readonly state: PolicyDraft['state'];
  /** Days before today that it holds since, and days ahead that it is looked at again. */
  readonly since: number;
  readonly review: number;
};

export type DemoPolicy = Omit<PolicyDraft, 'practitionerId'>;

const said: Readonly<Record<string, Said>> = {
  Bontemps: {
    state: 'closed',
    ground: 'list-full',
    since: 82,
    review: 9,
    situations: ['double-follow-up'],
    instructions: 'Ne pas promettre de date de réouverture ; je le dirai moi-même.',
  },
  Nguyen: {
    state: 'quota',
    quotaPerMonth: 4,
    since: 60,
    review: 32,
    whoSorts: 'practitioner',
    instructions: 'Première venue sur une plage réservée aux nouveaux, 30 minutes.',
  },
  Clairval: {
    state: 'conditional',
    conditions: ['referred-by-professional'],
    ground: 'list-full',
    since: 40,
    review: 51,
  },
  Delalune: { state: 'closed', ground: 'absence-or-departure', groundOnPaper: true, since: 25, review: 150 },
  Rivaux: {
    state: 'conditional',
    conditions: ['home-visit-in-sector'],
    visitSector: 'Bourg-Fictif et les hameaux à moins de dix kilomètres',
    since: 120,
    review: -6,
  },
  Belhiver: { state: 'open', since: 120, review: 60, situations: ['outside-mode-of-practice'] },
  Montgrave: { state: 'quota', quotaPerMonth: 6, since: 90, review: 30 },
  Bellemare: { state: 'open', since: 200, review: 45 },
  Valdor: { state: 'closed', ground: 'list-full', since: 300, review: 20 },
  Verjus: { state: 'open', since: 100, review: 80, situations: ['not-a-medical-request'] },
};

/** Null: this practitioner has not said anything yet, which is work to do in the settings. */
export const demoPolicy = (familyName: string, today: Day): DemoPolicy | null => {
  const policy = said[familyName];
  if (policy === undefined) return null;
  const { since, review, ...rest } = policy;
  return {
    quotaPerMonth: null,
    conditions: [],
    visitSector: null,
    ground: null,
    groundOnPaper: false,
    situations: [],
    instructions: null,
    whoSorts: 'reception',
    ...rest,
    validFrom: addDays(today, -since),
    reviewOn: addDays(today, review),
  };
};
