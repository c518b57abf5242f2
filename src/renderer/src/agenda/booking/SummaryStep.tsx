import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { RequestNature } from '../../../../contract/requests.ts';
import { useNow, useZone } from '../../app/now.ts';
import { CommandButton } from '../../app/shortcuts/CommandButton.tsx';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { DueField, dueAt, useDueChoices } from '../../requests/DueField.tsx';
import { deadlineText } from '../../requests/due.ts';
import { OwnerField } from '../../requests/OwnerField.tsx';
import { useOwners } from '../../requests/owner.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { AlreadyListed, useListed } from '../../waitlist/badge/AlreadyListed.tsx';
import { goToEntry } from '../../waitlist/go.ts';
import { PatientAppointments } from '../card/PatientAppointments.tsx';
import { PersonCard } from '../person/PersonCard.tsx';
import { usePractitioners } from '../use-house.ts';
import { AskedLine } from './ask/AskedLine.tsx';
import { askedByKey, FOLD_KEYS, whoByKey, withNature } from './ask/matter.ts';
import { NatureChips } from './ask/NatureChips.tsx';
import { Recognised, useLikely } from './ask/Recognised.tsx';
import { whomText, whoText } from './ask/said.ts';
import { useLeaveMessage } from './ask/use-leave-message.ts';
import { WhoFields } from './ask/WhoFields.tsx';
import { WhomField } from './ask/WhomField.tsx';
import { isProfessional } from './asked.ts';
import { changeAsked, changeDraft, endWith, findSlots, openCascade } from './call.ts';
import type { Draft, Fold } from './draft.ts';
import { endingActs, usualEnding } from './outcome/ending.ts';
import './ask/ask.css';

/** On the button that Enter presses, where no ending is usual. */
const primaryActs: Partial<Readonly<Record<RequestNature, string>>> = {
  message: 'Laisser le message',
  unscheduled: 'Chercher',
};

/** What is asked for, and what is already known of the person: often the answer is there. */
export const SummaryStep = ({ draft }: { readonly draft: Draft }) => {
  const now = useNow();
  const zone = useZone();
  const practitioners = usePractitioners();
  const owners = useOwners();
  const dues = useDueChoices();
  const likely = useLikely(draft);
  const listed = useListed(draft.patient?.id ?? null, draft.asked.nature, draft.asked.profession);
  const leave = useLeaveMessage();
  const body = useRef<HTMLElement>(null);
  const wish = useRef<HTMLInputElement>(null);
  const { asked, fold, patient } = draft;
  const keys = fold === null;
  const usual = usualEnding(asked);

  // The list of appointments answers its own keys, and lets the others through.
  useEffect(() => {
    if (fold !== null) return;
    const work = body.current?.querySelector<HTMLElement>('.appointments') ?? body.current;
    work?.focus({ preventScroll: true });
  }, [fold]);

  const unfold = (next: Fold | null) => changeDraft((current) => ({ ...current, fold: next }));
  const toggle = (one: Fold) => unfold(fold === one ? null : one);

  const primary = () => {
    if (asked.nature === 'message') return leave.leave(draft);
    if (asked.nature === 'unscheduled') return void openCascade();
    return usual === null ? findSlots() : endWith(usual);
  };

  const onFoldKey = (key: string): boolean => {
    if (fold === 'when') {
      const due = dueAt(key, dues);
      if (due !== null) changeAsked({ due });
      return due !== null;
    }
    const next = fold === 'who' ? whoByKey(asked, key) : null;
    if (next === null) return false;
    changeAsked(next);
    // Whether the person agrees is the last thing to ask: the fold has said all.
    if (next.patientAgrees !== asked.patientAgrees) unfold(null);
    return true;
  };

  const onLetter = (key: string): boolean => {
    const next = askedByKey(asked, key, patient);
    const unfolded = (Object.keys(FOLD_KEYS) as Fold[]).find((one) => FOLD_KEYS[one] === key);
    if (next !== null) changeAsked(next);
    else if (unfolded !== undefined) unfold(unfolded);
    else if (key === 'n') wish.current?.focus();
    else if (key === 'c') endWith(null);
    else if (key === 'x' && likely !== null) changeAsked({ separate: !asked.separate });
    else if (key === 'i' && listed !== null) goToEntry(listed);
    else return false;
    return true;
  };

  const onEnter = () => {
    if (fold === null) return primary();
    // From the professional's name on to the question that goes with it.
    if (fold === 'who' && isProfessional(asked.origin) && asked.patientAgrees === null)
      return body.current?.focus({ preventScroll: true });
    return unfold(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof Element && event.target.closest('[role="combobox"][aria-expanded="true"]'))
      return;
    if (event.key === 'Enter') {
      if (event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      if (!event.repeat) onEnter();
      return;
    }
    if (isTextField(event.target)) return;
    const key = meantKey(event);
    if (fold === null ? onLetter(key) : onFoldKey(key)) event.preventDefault();
  };

  const owner =
    asked.owner ??
    (asked.nature === 'message' && asked.practitionerId !== null
      ? { kind: 'practitioner' as const, practitionerId: asked.practitionerId }
      : owners.me);
  const fallback = owner === null ? 'qui est au poste' : owners.nameOf(owner);

  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Demande">
        {patient === null ? (
          <p className="nameless">Personne non précisée</p>
        ) : (
          <PersonCard person={patient} />
        )}
        {likely === null ? null : (
          <Recognised
            earlier={likely}
            separate={asked.separate}
            keys={keys}
            onSeparate={() => changeAsked({ separate: !asked.separate })}
          />
        )}
        {listed === null ? null : <AlreadyListed entry={listed} keys={keys} />}
        <NatureChips
          asked={asked}
          keys={keys}
          onNature={(nature) => changeAsked(withNature(asked, nature, patient))}
          onMessage={(message) => changeAsked({ message })}
        />
        <div className="asked">
          <TextInput
            ref={wish}
            aria-label="Souhait"
            placeholder="Souhait, en quelques mots"
            rightSection={keys ? <Kbd>N</Kbd> : null}
            maxLength={300}
            value={asked.wish}
            onChange={(event) => changeAsked({ wish: event.currentTarget.value })}
          />
          <AskedLine
            term="Pour"
            value={whomText(asked, practitioners)}
            shortcut={keys ? FOLD_KEYS.whom : null}
            open={fold === 'whom'}
            onToggle={() => toggle('whom')}
          >
            <WhomField
              asked={asked}
              onChange={(whom) => {
                changeAsked(whom);
                unfold(null);
              }}
            />
          </AskedLine>
          <AskedLine
            term="Par"
            value={whoText(asked)}
            shortcut={keys ? FOLD_KEYS.who : null}
            open={fold === 'who'}
            onToggle={() => toggle('who')}
          >
            <WhoFields asked={asked} onChange={changeAsked} onSettled={onEnter} />
          </AskedLine>
          <AskedLine
            term="Suivi"
            value={`${fallback}${asked.due === null ? ', délai habituel' : `, avant ${deadlineText(asked.due, now, zone)}`}`}
            shortcut={keys ? FOLD_KEYS.when : null}
            open={fold === 'when'}
            onToggle={() => toggle('when')}
          >
            <DueField digits value={asked.due} onChange={(due) => changeAsked({ due })} />
            <OwnerField
              value={asked.owner}
              fallback={fallback}
              onChange={(next) => changeAsked({ owner: next })}
            />
          </AskedLine>
        </div>
        {leave.failure === null ? null : (
          <Notice tone="red" title={leave.failure.title}>
            {leave.failure.body}
          </Notice>
        )}
        {patient === null ? null : <PatientAppointments patientId={patient.id} enter="once-walked" />}
      </PanelBody>
      <PanelFoot>
        {usual === null && asked.nature === 'appointment' ? (
          <CommandButton command="slots.find" />
        ) : (
          <Button loading={leave.pending} rightSection={<Kbd>Entrée</Kbd>} onClick={primary}>
            {usual === null ? primaryActs[asked.nature] : endingActs[usual]}
          </Button>
        )}
        <span className="foot-others">
          <Button px={10} variant="default" rightSection={<Kbd>C</Kbd>} onClick={() => endWith(null)}>
            Conclure
          </Button>
          <CommandButton command="callbacks" px={10} variant="default">
            Rappeler
          </CommandButton>
          <CommandButton command="refusal" px={10} variant="default">
            Refus
          </CommandButton>
        </span>
      </PanelFoot>
    </>
  );
};
