import { FocusTrap, Portal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useEffect, useRef } from 'react';
import type { PractitionerId } from '../../../../contract/ids.ts';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { useNow } from '../../app/now.ts';
import { clockText, dayText } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { GiveOne } from '../../unscheduled/reserve/GiveOne.tsx';
import { useGlanceExtra } from '../../unscheduled/reserve/glance-extra.ts';
import { Answers } from '../../urgency/banner/Answers.tsx';
import { decisionOf, useMyAnswer } from '../../urgency/banner/answer.ts';
import { practitionerFullName } from '../practitioner-name.ts';
import { usePractitioners } from '../use-house.ts';
import { callsForHer } from './calls.ts';
import { GlanceBody } from './GlanceBody.tsx';
import { GLANCE_SECONDS, useGlance } from './glance.ts';
import './glance.css';

/** A key, a tap anywhere, or twenty seconds: the desk is the reception's again. Nothing here can be changed. */
const Glance = ({ who }: { readonly who: PractitionerId }) => {
  const close = useGlance((state) => state.close);
  const now = useNow();
  const practitioner = usePractitioners().find(({ id }) => id === who);
  const { data, error } = useQuery(
    api.agenda.glance.queryOptions({ input: { practitionerId: who }, staleTime: 0 }),
  );

  const { data: calls } = useQuery(
    api.requests.forPractitioner.queryOptions({ input: { practitionerId: who }, staleTime: 0 }),
  );

  const extra = useGlanceExtra(who, now.day);
  const giving = useRef(extra.onKey);
  useEffect(() => {
    giving.current = extra.onKey;
  });
  const mine = useMyAnswer(who);
  const answer = useRef(mine);
  useEffect(() => {
    answer.current = mine;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another practitioner starts her own twenty seconds.
  useEffect(() => {
    const timer = setTimeout(close, GLANCE_SECONDS * 1000);
    const onKey = (event: KeyboardEvent): void => {
      // The curtain may still be drawn over a name; every other key means « seen ».
      if (event.key === 'F12' || event.key === 'Control' || event.key === 'Shift') return;
      if (event.ctrlKey && event.code === 'Space') return;
      event.preventDefault();
      event.stopPropagation();
      // A finger that stays on a key says nothing twice.
      if (event.repeat) return;
      if (giving.current(event)) return;
      const decision = decisionOf(event.key);
      // She stays a moment to see that her answer is noted; the next key closes as ever.
      if (answer.current !== null && decision !== null) answer.current.say(decision);
      else close();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [close, who]);

  if (practitioner === undefined) return null;
  return (
    <Portal>
      <FocusTrap>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: every key closes it too, from anywhere. */}
        <div
          className="glance"
          role="dialog"
          aria-modal="true"
          aria-label={`Journée de ${practitionerFullName(practitioner)}`}
          style={{ '--lane': practitioner.colour, '--glance-seconds': `${GLANCE_SECONDS}s` } as CSSProperties}
          tabIndex={-1}
          data-autofocus
          onClick={close}
        >
          <header className="glance-head">
            <h2>{practitionerFullName(practitioner)}</h2>
            <span>
              {dayText(now.day)} · {clockText(now.minute)}
            </span>
            <span className="glance-give">
              Un créneau SNP de plus <Kbd>G</Kbd>
            </span>
            <span className="glance-close">
              Retour à l’accueil dans {GLANCE_SECONDS} secondes <Kbd>Échap</Kbd>
            </span>
          </header>
          <div className="glance-time" key={who} aria-hidden="true" />
          {error === null ? null : <p className="glance-error">{errorText(error).title}</p>}
          {extra.shown === null ? null : <GiveOne {...extra.shown} />}
          {mine === null ? null : <Answers mine={mine} />}
          {data === undefined ? null : (
            <GlanceBody glance={data} calls={calls === undefined ? [] : callsForHer(calls, Date.now())} />
          )}
        </div>
      </FocusTrap>
    </Portal>
  );
};

export const GlanceOverlay = () => {
  const who = useGlance((state) => state.who);
  return who === null ? null : <Glance key={who} who={who} />;
};
