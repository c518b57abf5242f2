import { CloseButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type {
  AskedCriterion,
  CriterionAnswer,
  CriterionFact,
  CriterionSource,
} from '../../../../contract/criteria.ts';
import type { Day } from '../../../../contract/time.ts';
import type { WaitlistLine } from '../../../../contract/waitlist.ts';
import { api } from '../../api/query.ts';
import { showError, showSuccess } from '../../app/notify.ts';
import { useNow } from '../../app/now.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { DayField } from '../../practice/form/DayField.tsx';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { useListCursor } from '../../ui/use-list.ts';
import { shortDate } from '../text.ts';
import { useRules } from '../use-rules.ts';
import { ASKED, answerLabels, answers, criterionLabels, sourceLabels, sources } from '../words.ts';

interface Props {
  readonly line: WaitlistLine;
  readonly onClose: () => void;
}

interface Said {
  readonly source: CriterionSource;
  readonly saidOn: Day;
  readonly holdsUntil: Day | null;
}

/**
 * What may lift a person, asked here and nowhere else. One key answers and saves the line under the cursor, with the
 * source and the dates that stand below it; a criterion to which the house's rule gives nothing is not asked at all.
 */
export const CriteriaForm = ({ line, onClose }: Props) => {
  const { day: today } = useNow();
  const holder = useFocusOnMount<HTMLElement>();
  const inForce = useRules()?.inForce ?? null;
  const [facts, setFacts] = useState<readonly CriterionFact[]>(line.criteria);
  const [said, setSaid] = useState<Said>({ source: 'person', saidOn: today, holdsUntil: null });
  const factOf = (criterion: AskedCriterion) => facts.find((fact) => fact.criterion === criterion);
  const asked = ASKED.filter((criterion) => inForce === null || inForce.weights[criterion] > 0);
  const cursor = useListCursor(asked.length);
  const active = asked[cursor.active];
  useCommand('back', onClose);
  const save = useMutation(
    api.waitlist.setCriterion.mutationOptions({
      onSuccess: (fresh, { fact }) => {
        setFacts(fresh);
        showSuccess(`${criterionLabels[fact.criterion]} : ${answerLabels[fact.answer]}`);
      },
      onError: showError,
    }),
  );

  const goTo = (index: number) => {
    cursor.setActive(index);
    const criterion = asked[index];
    const fact = criterion === undefined ? undefined : factOf(criterion);
    if (fact?.source != null && fact.saidOn !== null)
      setSaid({ source: fact.source, saidOn: fact.saidOn, holdsUntil: fact.holdsUntil });
    else setSaid((before) => ({ ...before, saidOn: today, holdsUntil: null }));
  };
  const answer = (criterion: AskedCriterion | undefined, value: CriterionAnswer) => {
    if (criterion === undefined || save.isPending) return;
    save.mutate({
      entryId: line.entry.id,
      version: factOf(criterion)?.version ?? 0,
      fact: { criterion, answer: value, ...said },
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTextField(event.target)) return;
    const key = meantKey(event);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = answers.find((one) => one.key === key);
    const source = sources.find((one) => one.key === key);
    if (step !== undefined) goTo(Math.max(0, Math.min(cursor.active + step, asked.length - 1)));
    else if (/^[1-9]$/.test(key) && Number(key) <= asked.length) goTo(Number(key) - 1);
    else if (chosen !== undefined) answer(active, chosen.value);
    else if (source !== undefined) setSaid((before) => ({ ...before, source: source.value }));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section ref={holder} tabIndex={-1} className="wl-form" aria-label="Critères" onKeyDown={onKeyDown}>
      <header>
        <h2>Critères</h2>
        <Kbd>Échap</Kbd>
        <CloseButton aria-label="Fermer les critères" onClick={onClose} />
      </header>
      <div className="wl-form-body">
        <p className="wl-promise">
          <b>Servent uniquement à classer la liste, jamais à refuser.</b> Chaque réponse est facultative : ce
          qui n’est pas dit ne fait rien perdre.
        </p>
        <ul className="wl-criteria pv-secret">
          {asked.map((criterion, index) => {
            const fact = factOf(criterion);
            const current = index === cursor.active;
            return (
              <li key={criterion} data-active={current || undefined} onPointerDown={() => goTo(index)}>
                <Kbd>{String(index + 1)}</Kbd>
                <span>
                  {criterionLabels[criterion]}
                  <small>
                    {fact?.source == null || fact.saidOn === null
                      ? 'pas demandé'
                      : `${sourceLabels[fact.source]} le ${shortDate(fact.saidOn, today)}${fact.holdsUntil === null ? '' : `, jusqu’au ${shortDate(fact.holdsUntil, today)}`}`}
                  </small>
                </span>
                <ChipRow label={criterionLabels[criterion]} dense>
                  {answers.map(({ value, key, label }) => (
                    <Chip
                      key={value}
                      shortcut={current ? key : null}
                      chosen={fact?.source != null && fact.answer === value}
                      onChoose={() => answer(criterion, value)}
                    >
                      {label}
                    </Chip>
                  ))}
                </ChipRow>
              </li>
            );
          })}
        </ul>
        {asked.length < ASKED.length ? (
          <p className="wl-note">
            Non demandé, car la règle ne le compte pas :{' '}
            {ASKED.filter((criterion) => !asked.includes(criterion))
              .map((criterion) => criterionLabels[criterion].toLocaleLowerCase('fr-FR'))
              .join(', ')}
            .
          </p>
        ) : null}
        <div className="wl-said">
          <ChipRow label="La réponse vient de">
            {sources.map(({ value, key, label }) => (
              <Chip
                key={value}
                shortcut={key}
                chosen={said.source === value}
                onChoose={() => setSaid((before) => ({ ...before, source: value }))}
              >
                {label}
              </Chip>
            ))}
          </ChipRow>
          <div className="set-pair">
            <DayField
              label="Dit le"
              value={said.saidOn}
              onChange={(day) => {
                if (day !== null) setSaid((before) => ({ ...before, saidOn: day }));
              }}
            />
            <DayField
              label="Compte jusqu’au"
              placeholder="sans fin"
              clearable
              value={said.holdsUntil}
              onChange={(holdsUntil) => setSaid((before) => ({ ...before, holdsUntil }))}
            />
          </div>
        </div>
        <p className="wl-note">
          Jamais quelle maladie, jamais de papier à l’appui. Les 70 ans et les moins de 2 ans se lisent sur la
          date de naissance.
        </p>
      </div>
    </section>
  );
};
