import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Criterion } from '../../../../contract/criteria.ts';
import type { WaitlistRules } from '../../../../contract/waitlist-rank.ts';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { api } from '../../api/query.ts';
import { useNow, useZone } from '../../app/now.ts';
import { momentText } from '../../requests/due.ts';
import { dayText } from '../../ui/dates.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { criterionLabels } from '../words.ts';
import { exampleText, passText } from './example.ts';

interface Props {
  readonly rules: WaitlistRules;
  readonly inForce: boolean;
  /** Null: not hers to adopt, or adopted already. */
  readonly onAdopt: (() => void) | null;
}

/** One version, as it stands for ever: what counts, who wrote it, and who decided. */
export const VersionCard = ({ rules, inForce, onAdopt }: Props) => {
  const now = useNow();
  const zone = useZone();
  const { data: staff = [] } = useQuery(api.people.list.queryOptions());
  const { data: practitioners = [] } = useQuery(api.practice.practitioners.queryOptions());
  const author = staff.find(({ id }) => id === rules.writtenBy)?.name ?? 'quelqu’un qui n’est plus là';
  const { adoption } = rules;
  const counted = Criterion.options
    .filter((criterion) => rules.weights[criterion] > 0)
    .sort((a, b) => rules.weights[b] - rules.weights[a]);
  const adopters = practitioners
    .filter(({ id }) => adoption?.practitionerIds.includes(id))
    .map(practitionerName)
    .join(', ');
  return (
    <section
      className="set-card rule"
      aria-label={`Règle n° ${rules.id}`}
      data-current={inForce || undefined}
    >
      <header>
        <h3 className="set-card-title">Règle n°&nbsp;{rules.id}</h3>
        {inForce ? (
          <StatusChip tone="green" shape="check">
            en vigueur
          </StatusChip>
        ) : adoption === null ? (
          <StatusChip tone="amber" shape="ring">
            proposée
          </StatusChip>
        ) : (
          <StatusChip tone="grey" shape="none">
            remplacée
          </StatusChip>
        )}
        {onAdopt === null ? null : (
          <Button size="xs" onClick={onAdopt}>
            Adopter…
          </Button>
        )}
      </header>
      <ul className="rule-weights">
        {counted.map((criterion) => (
          <li key={criterion}>
            {criterionLabels[criterion]} <b>{rules.weights[criterion]}</b>
          </li>
        ))}
        <li>
          Plafond <b>{rules.cap}</b>
        </li>
        <li>
          Par semaine <b>{rules.perWeek}</b>
        </li>
      </ul>
      <p>{exampleText(rules)}</p>
      <p className="set-quiet">{passText(rules)}</p>
      <p className="set-quiet">
        Écrite {momentText(rules.writtenAt, now, zone)} par {author}.{' '}
        {adoption === null
          ? 'À adopter par un praticien, sous ses initiales.'
          : `Adoptée le ${dayText(adoption.on, 'numeric')} par ${adopters}.`}
      </p>
    </section>
  );
};
