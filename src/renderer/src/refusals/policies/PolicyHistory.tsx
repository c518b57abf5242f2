import { CloseButton, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Policy } from '../../../../contract/intake.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import { type Day, localNow } from '../../../../contract/time.ts';
import { api } from '../../api/query.ts';
import { useHouse } from '../../app/now.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { fullName } from '../../practice/words.ts';
import { dayText, hourText } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { sortsLabels } from '../words.ts';
import { markOf, policyLine } from './policy-text.ts';

interface Props {
  readonly practitioner: Practitioner;
  readonly today: Day;
  readonly onClose: () => void;
}

/** All that was ever said of this door, the latest first, with who wrote it: nothing is overwritten. */
export const PolicyHistory = ({ practitioner, today, onClose }: Props) => {
  const card = useFocusOnMount<HTMLElement>();
  const { data } = useQuery(
    api.refusals.policyHistory.queryOptions({ input: { practitionerId: practitioner.id } }),
  );
  useCommand('back', onClose);
  return (
    <section
      ref={card}
      tabIndex={-1}
      className="set-form"
      aria-label={`Historique de ${fullName(practitioner)}`}
    >
      <header className="set-form-head">
        <h3>Historique : {fullName(practitioner)}</h3>
        <Kbd>Échap</Kbd>
        <CloseButton aria-label="Fermer l’historique" onClick={onClose} />
      </header>
      <div className="set-form-body">
        {data === undefined ? <Loader aria-label="Chargement" /> : null}
        <ol className="policy-history">
          {data?.map((policy) => (
            <li key={policy.id} data-withdrawn={policy.withdrawnAt !== null || undefined}>
              <HistoryEntry policy={policy} today={today} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
};

const HistoryEntry = ({ policy, today }: { readonly policy: Policy; readonly today: Day }) => {
  const zone = useHouse()?.zone ?? 'Europe/Paris';
  const { data: staff = [] } = useQuery(api.people.list.queryOptions());
  const author = staff.find(({ id }) => id === policy.setBy)?.name ?? 'quelqu’un qui n’est plus là';
  const at = localNow(policy.setAt, zone);
  const mark = markOf(policy, policy.quotaPerMonth);
  return (
    <>
      <header>
        <StatusChip tone={mark.tone} shape={mark.shape}>
          {policy.state === 'quota' ? `${policy.quotaPerMonth} par mois` : mark.text}
        </StatusChip>
        {policy.withdrawnAt === null ? null : (
          <StatusChip tone="grey" shape="cross">
            annulée
          </StatusChip>
        )}
      </header>
      <p>{policyLine(policy, today)}</p>
      {policy.instructions === null ? null : <p>«&nbsp;{policy.instructions}&nbsp;»</p>}
      <p className="set-quiet">Tri des urgences : {sortsLabels[policy.whoSorts].toLowerCase()}</p>
      <p className="set-quiet">
        Écrite le {dayText(at.day, 'numeric')} à {hourText(at.minute)}, par {author}
      </p>
    </>
  );
};
