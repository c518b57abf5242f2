import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect } from 'react';
import type { PractitionerId } from '../../../../contract/ids.ts';
import type { WhoCan } from '../../../../contract/intake.ts';
import { professionLabels } from '../../../../contract/professions.ts';
import type { DeskRequest } from '../../../../contract/requests.ts';
import type { UrgencyCardToday } from '../../../../contract/urgency.ts';
import { PersonCard } from '../../agenda/person/PersonCard.tsx';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { useNow, useZone } from '../../app/now.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { runCommand } from '../../app/shortcuts/registry.ts';
import { ANSWER_KEY, digitsMean, mayAnswer, rungToo } from '../../requests/answer.ts';
import { dueAt, useDueChoices } from '../../requests/DueField.tsx';
import { momentText } from '../../requests/due.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { useListCursor } from '../../ui/use-list.ts';
import { useRuleOut } from '../../urgency/use-rule-out.ts';
import { complaintText } from '../complaint.ts';
import {
  type Answer,
  accepting,
  askedIn,
  goOn,
  groundIn,
  nextLine,
  type RefusalDraft,
  type Step,
  toggleListed,
  toggleWay,
  unanswered,
  withAnswer,
  withAsked,
  withCallback,
  withComplaint,
  withDetail,
  withGround,
  withHomeVisit,
  withStep,
  withUrgencyOut,
} from '../draft.ts';
import { promiseInstead, showHowToSign } from '../go.ts';
import { changeRefusal, useHand } from '../hand.ts';
import { useRecording } from '../use-recording.ts';
import { useDuties, useWords } from '../use-words.ts';
import { newWay, waysFor, wayText } from '../ways.ts';
import { groundLabels } from '../words.ts';
import { SayStep } from './SayStep.tsx';
import { ASK_KEY, answersFor } from './Standing.tsx';
import { type Progress, StepBlock } from './StepBlock.tsx';
import { isSigned, UrgencyStep } from './UrgencyStep.tsx';
import { ruledOutText, type UrgencyOfRequest } from './urgency-text.ts';
import { detailByLetter, WaysStep } from './WaysStep.tsx';
import { WhoStep } from './WhoStep.tsx';

interface Props {
  readonly draft: RefusalDraft;
  readonly request: DeskRequest;
  readonly card: UrgencyCardToday;
  readonly urgency: UrgencyOfRequest;
  readonly standings: readonly WhoCan[];
}

const ORDER: readonly Step[] = ['urgency', 'who', 'ways', 'say', 'done'];

/** The four steps, all in sight; the keys speak to the present one. */
export const RefusalSteps = ({ draft, request, card, urgency, standings }: Props) => {
  const { day: today, ...clock } = useNow();
  const zone = useZone();
  const practitioners = usePractitioners();
  const body = useFocusOnMount<HTMLElement>(draft.step);
  const dues = useDueChoices();
  const change = (next: (current: RefusalDraft) => RefusalDraft) => changeRefusal(draft.requestId, next);
  const ruleOut = useRuleOut(request, card.inForce.id, () => changeRefusal(request.id, withUrgencyOut));
  const recording = useRecording({ draft, request, standings });
  const asked = askedIn(draft, standings);
  const ground = groundIn(draft, standings);
  const standing = standings.find(({ practitionerId }) => practitionerId === asked) ?? null;
  const profession = standing?.profession ?? request.profession ?? 'general-practitioner';
  const words = useWords(draft, asked, ground);
  const duties = useDuties(asked, ground);
  const colleagues = practitioners.filter((one) => one.profession === profession);
  const name = practitioners.find(({ id }) => id === asked);
  const taker = standings.find(({ practitionerId }) => practitionerId === accepting(draft)) ?? null;
  const first = standings.findIndex(({ practitionerId }) =>
    unanswered(draft, standings).includes(practitionerId),
  );
  const cursor = useListCursor(standings.length, Math.max(0, first));
  const signed = isSigned(card);
  const ruledOut = urgency.state === 'ruled-out';

  useEffect(() => {
    if (ruledOut && signed) changeRefusal(draft.requestId, withUrgencyOut);
  }, [ruledOut, signed, draft.requestId]);

  const record = () => {
    // Words of another answer, or none yet: nobody has read them out.
    if (words.data === undefined || words.isPlaceholderData) return;
    const { callback } = latest();
    if (callback !== null && callback.due === null)
      return change((current) =>
        withComplaint(current, { step: 'say', code: 'CALLBACK_WHEN', practitionerIds: [] }),
      );
    const promised =
      callback?.due == null
        ? null
        : `Rappel promis, avant ${momentText(callback.due, { day: today, ...clock }, zone)}${
            callback.answer === null ? '' : ` ; ${request.professional ?? ''} aussi`
          }`;
    recording.record(words.data, promised);
  };

  /** As it is now: a quick hand presses the next key before the last one is drawn. */
  const latest = (): RefusalDraft => useHand.getState().drafts.get(draft.requestId) ?? draft;

  const onEnter = () => {
    const now = latest();
    const taking = accepting(now);
    if (now.step === 'say') return record();
    if (now.step === 'who' && taking !== null) return recording.accept(taking);
    const next = goOn(now, standings);
    change(() => next);
    // Where somebody was passed over, the keys speak of that line at once.
    const missing = next.complaint?.practitionerIds[0];
    const line = standings.findIndex(({ practitionerId }) => practitionerId === missing);
    if (line >= 0) cursor.setActive(line);
  };

  const onUrgencyKey = (key: string): boolean => {
    if (!signed) {
      if (key === 'r') promiseInstead(request);
      else if (key === 's') showHowToSign();
      else return false;
      return true;
    }
    if (key === 'n') ruleOut.ruleOut();
    else if (key === 'o' || key === 'd') runCommand('emergency');
    else return false;
    return true;
  };

  /** On to whoever has not been spoken of yet: two colleagues are two keys. */
  const sayOf = (id: PractitionerId, answer: Answer): void => {
    change((current) => withAnswer(current, id, answer));
    const line = standings.findIndex(({ practitionerId }) => practitionerId === id);
    cursor.setActive(nextLine(latest(), standings, line));
  };

  const onWhoKey = (key: string): boolean => {
    const under = standings[cursor.active];
    const answer =
      under === undefined
        ? undefined
        : answersFor(under, under.practitionerId === asked).find((one) => one.key === key)?.answer;
    const chosen = standing?.grounds[Number(key) - 1];
    if (under !== undefined && answer !== undefined) sayOf(under.practitionerId, answer);
    else if (under !== undefined && key === ASK_KEY && under.grounds.length > 0)
      change((current) => withAsked(current, under.practitionerId));
    else if (key === 'v') change((current) => withHomeVisit(current, !current.homeVisit));
    else if (chosen !== undefined) change((current) => withGround(current, chosen));
    else return false;
    return true;
  };

  const onWaysKey = (key: string): boolean => {
    const kind = waysFor(profession).find(({ digit }) => digit === key)?.kind;
    const way = kind === undefined ? null : newWay(kind);
    const detail = detailByLetter(latest(), colleagues, key);
    if (way !== null) change((current) => toggleWay(current, way));
    else if (detail === null) return false;
    else if ('way' in detail) change((current) => withDetail(current, detail.way));
    else change((current) => toggleListed(current, detail.listed));
    return true;
  };

  const onSayKey = (key: string): boolean => {
    const { callback } = latest();
    const due = callback === null ? null : dueAt(key, dues);
    if (key === 'r')
      change((current) =>
        withCallback(current, callback === null ? { due: null, owner: null, answer: null } : null),
      );
    else if (callback !== null && key === ANSWER_KEY && mayAnswer(request))
      change((current) =>
        withCallback(current, { ...callback, answer: callback.answer === null ? rungToo : null }),
      );
    else if (callback !== null && due !== null)
      change((current) =>
        withCallback(
          current,
          digitsMean(callback) === 'answer' && callback.answer !== null
            ? { ...callback, answer: { ...callback.answer, due } }
            : { ...callback, due },
        ),
      );
    else return false;
    return true;
  };

  const keyOf: Readonly<Record<Step, (key: string) => boolean>> = {
    urgency: onUrgencyKey,
    who: onWhoKey,
    ways: onWaysKey,
    say: onSayKey,
    done: () => false,
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTextField(event.target)) return;
    if (event.key === 'Enter') {
      if (event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      // Held down since the step before, it would go through what nobody has read.
      if (!event.repeat) onEnter();
      return;
    }
    const { step } = latest();
    if (step === 'who' && cursor.onKey(event)) return;
    if (keyOf[step](meantKey(event))) event.preventDefault();
  };

  const progress = (step: Step): Progress =>
    step === draft.step ? 'now' : ORDER.indexOf(step) < ORDER.indexOf(draft.step) ? 'done' : 'later';
  const back = (step: 'who' | 'ways') => () => change((current) => withStep(current, step));
  const urgencyError =
    draft.complaint?.step === 'urgency'
      ? complaintText(draft.complaint).title
      : ruleOut.failure === null
        ? null
        : `${ruleOut.failure.title}. ${ruleOut.failure.body}`;

  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Refus et orientation">
        {request.patient === null ? null : <PersonCard person={request.patient} />}
        <StepBlock
          number={1}
          title={progress('urgency') === 'done' ? 'Urgence écartée' : 'L’urgence d’abord'}
          progress={progress('urgency')}
          aside={progress('urgency') === 'done' ? ruledOutText(urgency, zone) : undefined}
        >
          {draft.step === 'urgency' ? (
            <UrgencyStep
              inUse={card}
              error={urgencyError}
              onNo={ruleOut.ruleOut}
              onCard={() => runCommand('emergency')}
              onCallback={() => promiseInstead(request)}
              onSign={showHowToSign}
            />
          ) : null}
        </StepBlock>
        <StepBlock
          number={2}
          title="Qui peut la prendre&nbsp;?"
          progress={progress('who')}
          aside={
            progress('who') === 'done' && name !== undefined && ground !== null
              ? `${practitionerName(name)} · ${groundLabels[ground].toLowerCase()}`
              : professionLabels[profession].plural.toLowerCase()
          }
          onOpen={back('who')}
        >
          {draft.step === 'who' ? (
            <WhoStep
              draft={draft}
              standings={standings}
              practitioners={practitioners}
              today={today}
              under={cursor.active}
              onPoint={cursor.setActive}
              onAnswer={sayOf}
              onAsk={(id) => change((current) => withAsked(current, id))}
              onGround={(one) => change((current) => withGround(current, one))}
              onHomeVisit={() => change((current) => withHomeVisit(current, !current.homeVisit))}
            />
          ) : null}
        </StepBlock>
        <StepBlock
          number={3}
          title="Ce qu’on lui propose"
          progress={progress('ways')}
          aside={
            progress('ways') === 'done'
              ? draft.ways.map((way) => wayText(way, profession)).join(' · ')
              : undefined
          }
          onOpen={back('ways')}
        >
          {draft.step === 'ways' ? (
            <WaysStep
              draft={draft}
              profession={profession}
              colleagues={colleagues}
              duties={duties}
              onToggle={(kind) => {
                const way = newWay(kind);
                if (way !== null) change((current) => toggleWay(current, way));
              }}
              onDetail={(way) => change((current) => withDetail(current, way))}
              onListed={(id) => change((current) => toggleListed(current, id))}
            />
          ) : null}
        </StepBlock>
        <StepBlock number={4} title="À dire" progress={progress('say')}>
          {draft.step === 'say' ? (
            <SayStep
              request={request}
              draft={draft}
              words={words.data ?? null}
              duties={duties}
              onCallback={(callback) => change((current) => withCallback(current, callback))}
            />
          ) : null}
        </StepBlock>
        {recording.failure === null ? null : (
          <Notice tone="red" title={recording.failure.title}>
            {recording.failure.body}
          </Notice>
        )}
      </PanelBody>
      {draft.step === 'urgency' ? null : (
        <PanelFoot>
          <Button loading={recording.pending} rightSection={<Kbd>Entrée</Kbd>} onClick={onEnter}>
            {draft.step === 'say'
              ? 'Enregistrer'
              : draft.step !== 'who' || taker === null
                ? 'Continuer'
                : taker.followed
                  ? 'Chercher un créneau'
                  : 'Réserver et chercher un créneau'}
          </Button>
          {draft.step === 'say' ? (
            <Chip
              shortcut="r"
              chosen={draft.callback !== null}
              onChoose={() =>
                change((current) =>
                  withCallback(
                    current,
                    current.callback === null ? { due: null, owner: null, answer: null } : null,
                  ),
                )
              }
            >
              Rappel
            </Chip>
          ) : (
            <small className="refusal-foot-note">
              {taker === null || draft.step !== 'who'
                ? 'Décision du praticien\u00a0: l’accueil l’applique.'
                : taker.followed
                  ? 'Patient connu\u00a0: aucune place à réserver.'
                  : 'La place est réservée en même temps.'}
            </small>
          )}
        </PanelFoot>
      )}
    </>
  );
};
