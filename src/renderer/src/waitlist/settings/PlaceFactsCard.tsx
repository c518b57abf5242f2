import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PlaceFacts } from '../../../../contract/waitlist.ts';
import { practitionerFullName } from '../../agenda/practitioner-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { client } from '../../api/client.ts';
import { api } from '../../api/query.ts';
import { cssVars } from '../../practice/css-vars.ts';
import { useSave } from '../../practice/form/use-save.ts';

const STEP_FREE = [
  { value: 'unknown', label: 'accès non dit' },
  { value: 'yes', label: 'de plain-pied' },
  { value: 'no', label: 'avec des marches' },
];
const VISITS = [
  { value: 'no', label: 'au cabinet' },
  { value: 'yes', label: 'va à domicile' },
];
const SEX = [
  { value: 'unknown', label: 'non dit' },
  { value: 'female', label: 'une femme' },
  { value: 'male', label: 'un homme' },
];

/** What a place with each practitioner is like, so that nobody is rung for one that she cannot come to. */
export const PlaceFactsCard = () => {
  const practitioners = usePractitioners();
  const { data = [] } = useQuery(api.waitlist.placeFacts.queryOptions());
  const { save, saving } = useSave({
    call: client.waitlist.setPlaceFacts,
    success: 'Noté pour ce praticien.',
  });
  return (
    <section className="set-card" aria-label="Les places de chaque praticien">
      <h3 className="set-card-title">Les places de chacun</h3>
      <p className="set-quiet">
        Pour ne pas appeler quelqu’un qui ne pourrait pas venir : accès, visites, souhait d’une praticienne ou
        d’un praticien.
      </p>
      <ul className="place-facts">
        {practitioners.map((who) => {
          const facts: PlaceFacts = data.find(({ practitionerId }) => practitionerId === who.id) ?? {
            practitionerId: who.id,
            version: 0,
            stepFree: null,
            homeVisits: false,
            sex: null,
          };
          const name = practitionerFullName(who);
          const change = (more: Partial<PlaceFacts>) => {
            if (!saving) save({ ...facts, ...more });
          };
          return (
            <li key={who.id} style={cssVars({ '--c': who.colour })}>
              <b>{name}</b>
              <Select
                size="xs"
                allowDeselect={false}
                aria-label={`${name} : accès`}
                data={STEP_FREE}
                value={facts.stepFree === null ? 'unknown' : facts.stepFree ? 'yes' : 'no'}
                onChange={(value) => change({ stepFree: value === 'unknown' ? null : value === 'yes' })}
              />
              <Select
                size="xs"
                allowDeselect={false}
                aria-label={`${name} : visites à domicile`}
                data={VISITS}
                value={facts.homeVisits ? 'yes' : 'no'}
                onChange={(value) => change({ homeVisits: value === 'yes' })}
              />
              <Select
                size="xs"
                allowDeselect={false}
                aria-label={`${name} : femme ou homme`}
                data={SEX}
                value={facts.sex ?? 'unknown'}
                onChange={(value) => change({ sex: value === 'female' || value === 'male' ? value : null })}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
};
