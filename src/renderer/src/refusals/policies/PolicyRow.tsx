import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconHistory, IconPencil, IconUserPlus } from '@tabler/icons-react';
import type { Practitioner } from '../../../../contract/practice.ts';
import type { PolicyToday } from '../../../../contract/refusals.ts';
import type { Day } from '../../../../contract/time.ts';
import { cssVars } from '../../practice/css-vars.ts';
import { fullName } from '../../practice/words.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { shortDay } from '../words.ts';
import { markOf, policyLine } from './policy-text.ts';
import { QuotaMeter } from './QuotaMeter.tsx';

interface Props {
  readonly practitioner: Practitioner;
  readonly policy: PolicyToday | null;
  readonly today: Day;
  readonly current: boolean;
  readonly mayWrite: boolean;
  readonly onWrite: () => void;
  readonly onGive: () => void;
  readonly onHistory: () => void;
}

/** One door: what it says today, and since when; without a rule it is work to do. */
export const PolicyRow = ({
  practitioner,
  policy,
  today,
  current,
  mayWrite,
  onWrite,
  onGive,
  onHistory,
}: Props) => {
  const name = fullName(practitioner);
  const now = policy?.current ?? null;
  const mark = markOf(now, policy?.meter.left ?? null);
  return (
    <div
      className="set-row"
      data-current={current || undefined}
      style={cssVars({ '--c': practitioner.colour })}
    >
      <span className="set-bar" aria-hidden="true" />
      <span className="set-row-main">
        <b>{name}</b>
        <small>{now === null ? 'Aucune règle écrite : à lui demander.' : policyLine(now, today)}</small>
        {policy?.next == null ? null : (
          <small className="policy-next">
            Le {shortDay(policy.next.validFrom, today)} :{' '}
            {markOf(policy.next, policy.next.quotaPerMonth).text}
          </small>
        )}
      </span>
      {policy === null || now?.state !== 'quota' ? null : <QuotaMeter meter={policy.meter} />}
      {policy?.reviewOverdue ? (
        <StatusChip tone="amber" shape="triangle">
          à revoir
        </StatusChip>
      ) : null}
      <StatusChip tone={mark.tone} shape={mark.shape}>
        {mark.text}
      </StatusChip>
      {now === null ? null : (
        <Tooltip label="Historique">
          <ActionIcon variant="subtle" color="gray" aria-label={`Historique de ${name}`} onClick={onHistory}>
            <IconHistory size={17} />
          </ActionIcon>
        </Tooltip>
      )}
      {mayWrite ? (
        <Tooltip label="Donner des places à qui attend">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Donner des places de ${name}`}
            onClick={onGive}
          >
            <IconUserPlus size={17} />
          </ActionIcon>
        </Tooltip>
      ) : null}
      {mayWrite ? (
        <Button
          variant={now === null ? 'filled' : 'default'}
          size="xs"
          leftSection={<IconPencil size={15} />}
          aria-label={`${now === null ? 'Écrire' : 'Modifier'} la règle de ${name}`}
          onClick={onWrite}
        >
          {now === null ? 'Écrire' : 'Modifier'}
        </Button>
      ) : null}
    </div>
  );
};
