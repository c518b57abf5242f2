import { Button, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Decision } from '../../../../contract/intake.ts';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { client } from '../../api/client.ts';
import { useNow } from '../../app/now.ts';
import { useSave } from '../../practice/form/use-save.ts';
import { dayText } from '../../ui/dates.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { groundLabels } from '../words.ts';

interface Props {
  readonly decision: Decision;
  /** Taken by whoever sits here, and standing. */
  readonly mine: boolean;
}

const OUTSIDE = 'outside';

/** A decision, and where its hand-over stands. */
export const DecisionLine = ({ decision, mine }: Props) => {
  const { day: today } = useNow();
  const practitioners = usePractitioners();
  const { id, version, practitionerId, successor } = decision;
  const author = practitioners.find((one) => one.id === practitionerId);
  const colleagues = practitioners.filter(
    (one) => one.profession === author?.profession && one.id !== practitionerId,
  );
  const hand = useSave({ call: client.refusals.handOver, success: 'Le relais est noté.' });
  const lift = useSave({ call: client.refusals.withdrawDecision, success: 'La décision est levée.' });
  const step = (said: Omit<Parameters<typeof client.refusals.handOver>[0], 'id' | 'version'>) =>
    hand.save({ id, version, ...said });
  const successorText =
    successor === null
      ? null
      : successor.kind === 'outside'
        ? 'hors de la maison'
        : practitionerName(
            practitioners.find((one) => one.id === successor.practitionerId) ?? {
              title: '',
              familyName: '',
              givenName: '',
            },
          );
  return (
    <li className="decision" data-withdrawn={decision.withdrawnAt !== null || undefined}>
      <div className="decision-head">
        <b>{author === undefined ? 'Un praticien parti' : practitionerName(author)}</b>
        <span>
          {groundLabels[decision.ground].toLowerCase()}, le {dayText(decision.decidedOn, 'numeric')}
        </span>
        <StateOf decision={decision} />
      </div>
      {decision.withdrawnAt !== null || !decision.knownPatient ? null : (
        <ol className="decision-steps">
          <Step label="Personne prévenue" done={said(decision.patientToldOn)}>
            {mine ? (
              <Button size="compact-xs" variant="default" onClick={() => step({ patientToldOn: today })}>
                Aujourd’hui
              </Button>
            ) : null}
          </Step>
          <Step label="Successeur nommé" done={successorText}>
            {mine ? (
              <Select
                size="xs"
                aria-label="Successeur"
                placeholder="Choisir"
                data={[
                  ...colleagues.map((one) => ({ value: String(one.id), label: practitionerName(one) })),
                  { value: OUTSIDE, label: 'Hors de la maison' },
                ]}
                onChange={(value) => {
                  const colleague = colleagues.find((one) => String(one.id) === value);
                  if (value === OUTSIDE) step({ successor: { kind: 'outside' } });
                  else if (colleague !== undefined)
                    step({ successor: { kind: 'house', practitionerId: colleague.id } });
                }}
              />
            ) : null}
          </Step>
          <Step label="Informations transmises" done={said(decision.informationPassedOn)}>
            {mine ? (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => step({ informationPassedOn: today })}
              >
                Aujourd’hui
              </Button>
            ) : null}
          </Step>
        </ol>
      )}
      {mine ? (
        <div className="decision-acts">
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            loading={lift.saving}
            onClick={() => lift.save({ id, version })}
          >
            Lever ma décision
          </Button>
        </div>
      ) : null}
    </li>
  );
};

const said = (day: string | null): string | null => (day === null ? null : `le ${dayText(day, 'numeric')}`);

const StateOf = ({ decision }: { readonly decision: Decision }) => {
  if (decision.withdrawnAt !== null)
    return (
      <StatusChip tone="grey" shape="cross">
        levée
      </StatusChip>
    );
  return decision.owed.length > 0 ? (
    <StatusChip tone="amber" shape="triangle">
      relais à faire
    </StatusChip>
  ) : (
    <StatusChip tone="grey" shape="square">
      en vigueur
    </StatusChip>
  );
};

interface StepProps {
  readonly label: string;
  /** When or whom; null: still owed. */
  readonly done: string | null;
  readonly children: ReactNode;
}

const Step = ({ label, done, children }: StepProps) => (
  <li data-done={done !== null || undefined}>
    <span>{label}</span>
    {done === null ? children : <b>{done}</b>}
  </li>
);
