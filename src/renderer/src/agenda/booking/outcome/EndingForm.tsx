import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { client } from '../../../api/client.ts';
import { errorText, isFailure } from '../../../api/error-text.ts';
import { showError, showSuccess } from '../../../app/notify.ts';
import { useNow, useZone } from '../../../app/now.ts';
import { isTextField } from '../../../app/shortcuts/keys.ts';
import { meantKey } from '../../../app/shortcuts/meant-key.ts';
import { answerChoices, usualAnswer } from '../../../redirections/due.ts';
import { answerPhoneText } from '../../../requests/answer.ts';
import { useDueChoices } from '../../../requests/DueField.tsx';
import { useOwners } from '../../../requests/owner.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PanelBody, PanelFoot } from '../../../ui/Panel.tsx';
import { useFocusOnMount } from '../../../ui/use-focus.ts';
import { PersonCard } from '../../person/PersonCard.tsx';
import { usePractitioners } from '../../use-house.ts';
import { changeDraft, changeDraftOf, useCall } from '../call.ts';
import { type Draft, withAchieved } from '../draft.ts';
import { closeDraft, redirectDraft } from '../request-line.ts';
import { achievedBy, achievedBySending } from './achieved.ts';
import { EndingFields } from './EndingFields.tsx';
import { closingOf, type Ended, type Ending, type EndingKind, endings, type FieldFault } from './ending.ts';
import { endingByKey } from './ending-keys.ts';
import { isSettled } from './sending.ts';

interface Props {
  readonly draft: Draft;
  readonly kind: EndingKind;
}

/** What the chosen outcome needs; Enter saves. An error stands at its field, and nothing typed is lost. */
export const EndingForm = ({ draft, kind }: Props) => {
  const now = useNow();
  const zone = useZone();
  const owners = useOwners();
  const practitioners = usePractitioners();
  const dues = useDueChoices();
  const body = useFocusOnMount<HTMLElement>(isSettled(draft.ending) ? 'settled' : kind);
  const [fault, setFault] = useState<FieldFault | null>(null);
  const { ending, asked, patient } = draft;
  const close = useMutation({
    networkMode: 'always',
    mutationFn: async (end: Extract<Ended, { ok: true }>) => {
      const house = { now, zone, owners, practitioners, professional: draft.asked.professional.trim() };
      if ('redirection' in end) return achievedBySending(await redirectDraft(draft, end.redirection), house);
      await closeDraft(draft, end.closing);
      return achievedBy(end.closing, house);
    },
    onSuccess: (achieved) => {
      if (!changeDraftOf(draft.key, (current) => withAchieved(current, achieved)))
        showSuccess('Demande de l’appel précédent enregistrée');
    },
    onError: (error) => {
      if (useCall.getState().draft?.key !== draft.key) showError(error);
      const wrong = isFailure(error, 'INVALID_INPUT')?.fields.find(({ path }) => path.endsWith('phone'));
      if (wrong?.path.endsWith('answer.phone') === true)
        setFault({ field: 'answerPhone', error: answerPhoneText(wrong.code) });
      else if (wrong !== undefined) setFault({ field: 'phone', error: 'Ce numéro ne se lit pas.' });
      // Somebody wrote down meanwhile that they take nobody new.
      if (isFailure(error, 'DESPITE_REQUIRED') !== null) void renewEntry();
    },
  });

  const change = (changed: Partial<Ending>) => {
    setFault(null);
    changeDraft((current) => ({ ...current, ending: { ...current.ending, ...changed } }));
  };
  const renewEntry = async () => {
    const { entry } = ending.sending;
    if (entry === null) return;
    const now_ = await client.directory.get({ id: entry.id });
    change({ sending: { ...ending.sending, entry: now_ } });
    setFault({ field: 'despite', error: 'Ne prend plus depuis peu : dites pourquoi là quand même.' });
  };
  const save = () => {
    if (close.isPending) return;
    const known = patient !== null && patient.phone !== null;
    const ended = closingOf(ending, asked, known, usualAnswer(now, zone));
    setFault(ended.ok ? null : ended);
    if (ended.ok) close.mutate(ended);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof Element && event.target.closest('[role="combobox"][aria-expanded="true"]'))
      return;
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      if (!event.repeat) save();
      return;
    }
    if (isTextField(event.target)) return;
    const next = endingByKey(ending, meantKey(event), {
      dues,
      answers: answerChoices(now, zone),
      practitioners,
      asked,
    });
    if (next === null) return;
    event.preventDefault();
    change(next);
  };

  const title = endings.find((one) => one.kind === kind)?.label ?? '';
  const failed = close.isError && fault === null ? errorText(close.error) : null;
  return (
    <>
      {/* What was said is typed at once: its field has the focus. */}
      <PanelBody
        ref={kind === 'answered' ? null : body}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        aria-label={title}
      >
        {patient === null ? null : <PersonCard person={patient} />}
        <h3 className="ending-title">{title}</h3>
        <EndingFields
          kind={kind}
          ending={ending}
          asked={asked}
          patient={patient}
          fault={fault}
          onChange={change}
          onSave={save}
        />
        {failed === null ? null : (
          <Notice tone="red" title={failed.title}>
            {failed.body}
          </Notice>
        )}
      </PanelBody>
      <PanelFoot>
        <Button loading={close.isPending} rightSection={<Kbd>Entrée</Kbd>} onClick={save}>
          Enregistrer
        </Button>
      </PanelFoot>
    </>
  );
};
