import { FocusTrap, Portal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { markOf, type UrgencyAct } from '../../../../contract/urgency.ts';
import { useCall } from '../../agenda/booking/call.ts';
import { showSuccess } from '../../app/notify.ts';
import { useNow } from '../../app/now.ts';
import { useCovered } from '../../app/station.ts';
import { useSeat } from '../../refusals/seat.ts';
import { clockText } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Answers } from '../banner/Answers.tsx';
import { decisionOf, useMyAnswer } from '../banner/answer.ts';
import { KeptCount } from '../KeptCount.tsx';
import { type Teammate, useCard, useTeam } from '../known-card.ts';
import { recordAct, useCallInHand } from '../record.ts';
import { answerCardKeys, closeUrgency, useUrgencyShown } from '../shown.ts';
import { About, type Subject, useRequestOf } from './About.tsx';
import { Numbers } from './Numbers.tsx';
import { type Done, Outcomes } from './Outcomes.tsx';
import { Signs } from './Signs.tsx';
import { teammateOf, WhoIsTold } from './WhoIsTold.tsx';
import './card.css';

const BY_KEY: Readonly<Record<string, UrgencyAct>> = {
  '1': 'patient-calls-15',
  '2': 'we-call-15',
  '3': 'practitioner-told',
  '4': 'doubt',
  '5': 'ruled-out',
};

/** The whole screen, from anywhere. It never scores, and never shows a free place. */
export const UrgencyOverlay = () => {
  const card = useCard();
  const team = useTeam();
  const { minute } = useNow();
  const { request: about, followsKey } = useUrgencyShown();
  // From a locked desk it is about nobody: the call underneath is somebody else's to see.
  const covered = useCovered();
  const calling = useCallInHand() && !covered;
  const caller = useCall(({ draft }) => draft?.patient?.displayName ?? null);
  const request = useRequestOf(about?.id ?? null);
  const [apart, setApart] = useState(false);
  const subject: Subject =
    about !== null
      ? { kind: 'request', name: request?.patient?.displayName ?? null }
      : calling && followsKey === null
        ? { kind: 'call', name: caller }
        : { kind: 'nobody' };
  const asked = apart ? null : about;
  const inHand = !apart && subject.kind === 'call';
  const [done, setDone] = useState<Done | null>(null);
  const [choosing, setChoosing] = useState(false);
  const callMark = useCall(({ draft }) => (draft === null || !calling ? null : draft));
  const mine = useMyAnswer(useSeat().practitionerId, {
    request: about ?? (callMark === null ? null : markOf(callMark)),
    followsKey,
  });
  const mayRuleOut = asked !== null || inHand;

  const act = (what: UrgencyAct, who: Teammate | null = null): void => {
    const open = done !== null && (done.what === 'doubt' || done.what === 'practitioner-told');
    const key = recordAct(
      {
        what,
        ...(who === null ? {} : { practitionerId: who.id }),
        request: asked,
        card,
        followsKey: open ? done.key : apart ? null : followsKey,
      },
      inHand,
    );
    setChoosing(false);
    if (what === 'ruled-out') {
      showSuccess(`Urgence écartée à ${clockText(minute)} : aucun signe`);
      closeUrgency();
    } else setDone({ key, what, at: minute, who: who?.name ?? null });
  };

  const choose = (what: UrgencyAct): void => {
    // Nobody is known to this page: told all the same, and a doubt until somebody answers.
    if (what !== 'practitioner-told') act(what);
    else if (team.length === 0) act('doubt');
    else setChoosing(true);
  };

  useEffect(() =>
    answerCardKeys((key) => {
      if (choosing) {
        const who = teammateOf(team, key);
        if (who !== null) act('practitioner-told', who);
        else if (key === 'Escape') setChoosing(false);
        return true;
      }
      if (key === '0' && subject.kind !== 'nobody' && done === null) {
        setApart(!apart);
        return true;
      }
      const answer = decisionOf(key);
      if (mine !== null && answer !== null) {
        mine.say(answer);
        return true;
      }
      const what = BY_KEY[key];
      if (what === undefined || (what === 'ruled-out' && !mayRuleOut)) return false;
      choose(what);
      return true;
    }),
  );

  return (
    <Portal reuseTargetNode={false} className="pv-above-lock">
      <FocusTrap>
        <div
          className="urg"
          role="dialog"
          aria-modal="true"
          aria-label="Urgence"
          data-mantine-stop-propagation="true"
        >
          <header className="urg-head">
            <p className="urg-15">15</p>
            <div className="urg-say" tabIndex={-1} data-autofocus>
              <p>« Appelez le 15 tout de suite. Si vous ne pouvez pas, je l’appelle pour vous. »</p>
              <p>« Ne raccrochez pas avant de me l’avoir dit. Ne restez pas seul. »</p>
            </div>
            <div className="urg-leave">
              <button type="button" onClick={closeUrgency}>
                Reprendre où j’en étais <Kbd>Échap</Kbd>
              </button>
              <KeptCount />
            </div>
          </header>
          <div className="urg-body">
            <Signs card={card} team={team} />
            <div className="urg-side">
              {mine === null ? null : <Answers mine={mine} />}
              {choosing ? (
                <WhoIsTold team={team} onChoose={(who) => act('practitioner-told', who)} />
              ) : (
                <>
                  {done === null ? (
                    <About subject={subject} apart={apart} onToggle={() => setApart(!apart)} />
                  ) : null}
                  <Outcomes mayRuleOut={mayRuleOut} done={done} onChoose={choose} />
                </>
              )}
              <Numbers outOfHours={card.numbers.outOfHours} />
            </div>
          </div>
        </div>
      </FocusTrap>
    </Portal>
  );
};
