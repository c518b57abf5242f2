/** What the form of a policy starts from, and what it sends. Pure. */
import type { PractitionerId } from '../../../../contract/ids.ts';
import type { Policy, PolicyDraft } from '../../../../contract/intake.ts';
import type { Day } from '../../../../contract/time.ts';

/** A door is looked at again after three months at the latest, unless the practitioner says otherwise. */
const reviewAfter = (day: Day): Day => Temporal.PlainDate.from(day).add({ months: 3 }).toString();

/** From what holds today, dated today: the past is not written anew. */
export const formOf = (practitionerId: PractitionerId, current: Policy | null, today: Day): PolicyDraft => ({
  practitionerId,
  state: current?.state ?? 'open',
  quotaPerMonth: current?.quotaPerMonth ?? null,
  conditions: current?.conditions ?? [],
  visitSector: current?.visitSector ?? null,
  validFrom: today,
  reviewOn: current !== null && current.reviewOn > today ? current.reviewOn : reviewAfter(today),
  ground: current?.ground ?? null,
  groundOnPaper: current?.groundOnPaper ?? false,
  situations: current?.situations ?? [],
  instructions: current?.instructions ?? null,
  whoSorts: current?.whoSorts ?? 'reception',
});

/** A closed door stands on a ground, and so does sending away whoever nobody referred. */
export const needsGround = ({ state, conditions }: Pick<PolicyDraft, 'state' | 'conditions'>): boolean =>
  state === 'closed' || (state === 'conditional' && conditions.includes('referred-by-professional'));

/** What was typed for another state is left out; choosing that state again in the form finds it still there. */
export const toSend = (values: PolicyDraft): PolicyDraft => {
  const conditional = values.state === 'conditional';
  const sector = conditional && values.conditions.includes('home-visit-in-sector');
  return {
    ...values,
    quotaPerMonth: values.state === 'quota' ? values.quotaPerMonth : null,
    conditions: conditional ? values.conditions : [],
    visitSector: sector ? values.visitSector?.trim() || null : null,
    ground: needsGround(values) ? values.ground : null,
    instructions: values.instructions?.trim() || null,
  };
};
