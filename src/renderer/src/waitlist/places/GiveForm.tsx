import { Button, NumberInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { PractitionerId } from '../../../../contract/ids.ts';
import type { Day } from '../../../../contract/time.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { errorText, isFailure } from '../../api/error-text.ts';
import { api, queryClient } from '../../api/query.ts';
import { showSuccess } from '../../app/notify.ts';
import { useNow } from '../../app/now.ts';
import { usePanel } from '../../app/panel.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { DayField } from '../../practice/form/DayField.tsx';
import { fieldTexts } from '../../practice/form/field-text.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { Meter } from './Meter.tsx';
import { Preview } from './Preview.tsx';
import { givenText, usualUntil } from './text.ts';
import { useStandingOf } from './use-places.ts';
import { WhoField, whoAt } from './WhoField.tsx';

interface Props {
  /** Whose places, when that is said already. */
  readonly first: PractitionerId | null;
  /** A practitioner gives her own, never a colleague's. */
  readonly own: PractitionerId | null;
}

const USUAL = 5;
const MOST = 50;

type Errors = Readonly<Partial<Record<'practitionerId' | 'count' | 'until', string>>>;

/** Who, how many, until when; what it would do stands below before Enter gives them. */
export const GiveForm = ({ first, own }: Props) => {
  const { day: today } = useNow();
  const open = usePanel((state) => state.open);
  const all = usePractitioners();
  const practitioners = own === null ? all : all.filter(({ id }) => id === own);
  const [who, setWho] = useState(first);
  const [asking, setAsking] = useState(false);
  const [count, setCount] = useState<number | null>(USUAL);
  const [until, setUntil] = useState<Day | null>(() => usualUntil(today));
  const [errors, setErrors] = useState<Errors>({});
  const standing = useStandingOf(who);
  const body = useRef<HTMLElement>(null);
  const number = useRef<HTMLInputElement>(null);

  const give = useMutation(
    api.waitlist.givePlaces.mutationOptions({
      onSuccess: (places) => {
        void queryClient.invalidateQueries({ queryKey: api.waitlist.key() });
        showSuccess(givenText(places.count));
        open({ kind: 'given-places', id: places.id });
      },
      onError: (error) => {
        const invalid = isFailure(error, 'INVALID_INPUT');
        if (invalid !== null) setErrors(fieldTexts(invalid.fields));
        void queryClient.invalidateQueries({ queryKey: api.waitlist.key() });
      },
    }),
  );
  const failure =
    give.isError && isFailure(give.error, 'INVALID_INPUT') === null ? errorText(give.error) : null;

  // Once it is known whose they are, what remains to be said is how many.
  useEffect(() => {
    if (asking) return;
    if (who === null) body.current?.focus({ preventScroll: true });
    else number.current?.select();
  }, [who, asking]);

  const choose = (id: PractitionerId) => {
    setAsking(false);
    setWho(id);
    setErrors({});
    give.reset();
  };
  const submit = () => {
    if (give.isPending) return;
    if (standing !== null) return open({ kind: 'given-places', id: standing.id });
    const missing: Errors = {
      ...(who === null ? { practitionerId: 'Choisissez le praticien : une touche de 1 à 9.' } : {}),
      ...(count === null ? { count: 'Combien de places ? De 1 à 50.' } : {}),
      ...(until === null ? { until: 'Jusqu’à quelle date ?' } : {}),
    };
    setErrors(missing);
    if (who !== null && count !== null && until !== null) give.mutate({ practitionerId: who, count, until });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || asking) return;
    const key = meantKey(event);
    if (key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      if (!event.repeat) submit();
      return;
    }
    // The field of figures takes no letter: there, Q asks again whose they are.
    if (key === 'q' && own === null && who !== null && event.target === number.current) {
      event.preventDefault();
      setWho(null);
      return;
    }
    if (isTextField(event.target)) return;
    const chosen = whoAt(key, practitioners);
    if (chosen !== undefined) choose(chosen.id);
    else if (key === 'q' && own === null) setAsking(true);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Places à donner">
        <WhoField
          practitioners={practitioners}
          value={who}
          asking={asking}
          error={errors.practitionerId ?? null}
          onAsk={() => setAsking(true)}
          onLeave={() => setAsking(false)}
          onAgain={own === null ? () => setWho(null) : null}
          onChoose={choose}
        />
        {standing !== null ? (
          <Notice tone="amber" title="Ses places sont déjà en cours">
            <Meter places={standing} />
            Elles servent d’abord : <b>Entrée</b> ouvre la liste d’appels.
          </Notice>
        ) : (
          <>
            <div className="given-asked">
              <NumberInput
                ref={number}
                size="sm"
                label="Combien"
                min={1}
                max={MOST}
                allowDecimal={false}
                allowNegative={false}
                value={count ?? ''}
                error={errors.count}
                onChange={(typed) => {
                  const asked = typeof typed === 'number' ? typed : Number.parseInt(typed, 10);
                  setCount(asked >= 1 && asked <= MOST ? asked : null);
                }}
              />
              <DayField
                label="Jusqu’au, inclus"
                value={until}
                error={errors.until}
                onChange={(day) => {
                  setUntil(day);
                  setErrors({});
                }}
              />
            </div>
            {failure === null ? null : (
              <Notice tone="red" title={failure.title}>
                {failure.body}
              </Notice>
            )}
            {who === null || count === null ? null : <Preview practitionerId={who} count={count} />}
          </>
        )}
      </PanelBody>
      <PanelFoot>
        <Button loading={give.isPending} rightSection={<Kbd>Entrée</Kbd>} onClick={submit}>
          {standing === null ? 'Donner' : 'Ouvrir ses places'}
        </Button>
        <span className="freed-soft">Invisible pour les appelants.</span>
      </PanelFoot>
    </>
  );
};
