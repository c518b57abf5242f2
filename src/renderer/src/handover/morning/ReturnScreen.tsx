import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import {
  AsideReason,
  type LineCells,
  lineFields,
  type ReturnLine,
} from '../../../../contract/night-return.ts';
import { usePractitioners } from '../../agenda/use-house.ts';
import { client } from '../../api/client.ts';
import { errorText } from '../../api/error-text.ts';
import { refresh } from '../../api/live.ts';
import { api, queryClient } from '../../api/query.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useListCursor } from '../../ui/use-list.ts';
import { FIRST_PLACE_KEY, kindKeys, LineChoices } from './LineChoices.tsx';
import { LineForm } from './LineForm.tsx';
import { LineRow } from './LineRow.tsx';
import { type Choice, proposalOf } from './proposal.ts';
import { bring, choose, dropPaste, sendAgain, useMorning } from './state.ts';
import { useSettle } from './use-settle.ts';
import { accountText, asideLabels } from './words.ts';
import './morning.css';

const EMPTY = Object.fromEntries(lineFields.map((field) => [field, ''])) as LineCells;
const NOTHING: Choice = {};
const NO_LINES: readonly ReturnLine[] = [];

type Form = 'correct' | 'new' | 'aside' | null;

/** The first that waits at or after this place, else the first of all; none waits: the place itself. */
const nextWaiting = (lines: readonly ReturnLine[], from: number): number => {
  const waits = (line: ReturnLine) => line.settled === null;
  const after = lines.findIndex((line, at) => at >= from && waits(line));
  if (after >= 0) return after;
  const first = lines.findIndex(waits);
  return first >= 0 ? first : Math.max(0, from);
};

/** What came in during the night, line by line, each until it is something or set aside by somebody. */
export const ReturnScreen = () => {
  const { data, error } = useQuery(api.handover.returned.queryOptions());
  const practitioners = usePractitioners();
  const { paste, choices } = useMorning();
  const [form, setForm] = useState<Form>(null);
  const body = useRef<HTMLElement>(null);
  const lines = data?.lines ?? NO_LINES;
  const cursor = useListCursor(lines.length);
  const shown = useRef(false);
  const line = lines[cursor.active];
  const reading = line?.reading ?? null;
  const choice = (line && choices.get(line.id)) ?? NOTHING;
  const proposal = reading === null ? null : proposalOf(reading, choice);

  const toList = () => {
    setForm(null);
    body.current?.focus({ preventScroll: true });
  };
  useEffect(() => body.current?.focus({ preventScroll: true }), []);
  // Opened on what is left to do.
  useEffect(() => {
    if (shown.current || lines.length === 0) return;
    shown.current = true;
    cursor.setActive(nextWaiting(lines, 0));
  }, [lines, cursor]);
  useCommand('back', () => (form === null ? false : toList()), form === 'aside');

  const acts = useSettle((settled) => {
    const now = queryClient.getQueryData(api.handover.returned.queryKey())?.lines ?? lines;
    cursor.setActive(
      nextWaiting(
        now,
        now.findIndex(({ id }) => id === settled.id),
      ),
    );
    toList();
  });
  const typing = useMutation({
    networkMode: 'always',
    mutationFn: (typed: { key: string; cells: LineCells }) => client.handover.typeLine(typed),
    onSuccess: async () => {
      await refresh(queryClient, ['handover']);
      toList();
    },
  });
  const key = useRef('');

  const accept = () => {
    if (line === undefined || proposal === null) return;
    if (proposal.what === 'aside') acts.act({ line, act: { kind: 'aside', reason: proposal.reason } });
    else if (proposal.stops.length === 0) acts.act({ line, act: { kind: 'accept', proposal } });
    // What stops it is beside it: a line that has to be corrected is opened for that.
    else if (proposal.stops[0]?.kind === 'problem') setForm('correct');
  };

  const chosenBy = (pressed: string): Choice | null => {
    if (reading === null) return null;
    if (pressed in kindKeys) return { kind: kindKeys[pressed as keyof typeof kindKeys] };
    if (pressed === '0' && reading.people.length > 0) return { person: 'new' };
    const digit = /^[1-9]$/.test(pressed) ? Number(pressed) : 0;
    const person = digit === 0 ? undefined : reading.people[digit - 1]?.patient.id;
    if (digit < FIRST_PLACE_KEY) return person === undefined ? null : { person };
    const place = reading.collision?.proposals[digit - FIRST_PLACE_KEY];
    if (place === undefined) return null;
    const { practitionerId, day, start } = place;
    return { place: { practitionerId, day, start }, kind: 'appointment' };
  };

  const openNew = () => {
    key.current = crypto.randomUUID();
    typing.reset();
    setForm('new');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTextField(event.target)) return;
    const pressed = meantKey(event);
    if (form === 'aside') {
      const reason = AsideReason.options[Number(pressed) - 1];
      if (reason === undefined || line === undefined) return;
      event.preventDefault();
      acts.act({ line, act: { kind: 'aside', reason } });
      return;
    }
    if (form !== null) return;
    const part = line?.settled === null ? chosenBy(pressed) : null;
    if (event.key === 'Enter' && event.target === body.current) accept();
    else if (part !== null && line !== undefined) choose(line.id, part);
    else if (pressed === 'n') openNew();
    else if (pressed === 'e' && reading !== null) setForm('correct');
    else if (pressed === 'x' && reading !== null) setForm('aside');
    else {
      cursor.onKey(event);
      return;
    }
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isTextField(event.target)) return;
    event.preventDefault();
    bring(event.clipboardData.getData('text/plain'));
  };

  return (
    <section
      ref={body}
      className="night"
      tabIndex={-1}
      aria-label="Retour du télésecrétariat"
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    >
      <header className="night-head">
        <h1>Retour du télésecrétariat</h1>
        {lines.length === 0 ? null : (
          <p role="status" className="night-account">
            {accountText(lines)}
          </p>
        )}
        <span className="night-gap" />
        <Button size="xs" variant="default" rightSection={<Kbd>N</Kbd>} onClick={openNew}>
          Taper une ligne
        </Button>
      </header>
      {error === null ? null : (
        <Notice tone="red" title={errorText(error).title}>
          {errorText(error).body}
        </Notice>
      )}
      {paste === null || paste.state === 'sending' ? null : (
        <Notice tone={paste.state === 'refused' ? 'amber' : 'red'} title={paste.said ?? ''}>
          {paste.state === 'refused' ? 'Rien n’en a été gardé. ' : 'Le tableau collé est gardé ici. '}
          {paste.state === 'unsent' ? (
            <Button size="compact-xs" onClick={sendAgain}>
              Envoyer de nouveau
            </Button>
          ) : (
            <Button size="compact-xs" variant="default" onClick={dropPaste}>
              Fermer
            </Button>
          )}
        </Notice>
      )}
      {form === 'new' ? (
        <LineForm
          label="Nouvelle ligne"
          cells={EMPTY}
          problems={[]}
          failure={typing.error === null ? null : errorText(typing.error).title}
          pending={typing.isPending}
          onSave={(cells) => {
            if (!typing.isPending) typing.mutate({ key: key.current, cells });
          }}
          onLeave={toList}
        />
      ) : null}
      {data !== undefined && lines.length === 0 && form === null ? (
        <div className="night-empty">
          <p>
            Copiez dans le tableur les lignes reçues cette nuit, puis <Kbd>Ctrl V</Kbd> ici.
          </p>
          <p>
            Avec ou sans titres de colonnes : heure, nom, prénom, naissance, téléphone, motif, pour qui, type
            (demande, rappel ou rdv), jour, heure du rdv.
          </p>
        </div>
      ) : null}
      <ol className="night-lines" aria-label="Lignes de la nuit">
        {lines.map((one, index) => {
          const current = index === cursor.active;
          return (
            <LineRow
              key={one.id}
              line={one}
              choice={choices.get(one.id) ?? NOTHING}
              practitioners={practitioners}
              current={current}
              onPoint={() => cursor.setActive(index)}
            >
              {!current || one.reading === null ? null : form === 'correct' ? (
                <LineForm
                  label={`Corriger la ligne ${one.position}`}
                  cells={one.cells}
                  problems={one.reading.problems}
                  failure={acts.failure?.id === one.id ? acts.failure.said : null}
                  pending={acts.pending}
                  onSave={(cells) => acts.act({ line: one, act: { kind: 'correct', cells } }, toList)}
                  onLeave={toList}
                />
              ) : form === 'aside' ? (
                <div className="night-choices">
                  <ChipRow label="Écarter la ligne, parce que" dense>
                    {AsideReason.options.map((reason, at) => (
                      <Chip
                        key={reason}
                        shortcut={String(at + 1)}
                        chosen={false}
                        onChoose={() => acts.act({ line: one, act: { kind: 'aside', reason } })}
                      >
                        {asideLabels[reason]}
                      </Chip>
                    ))}
                  </ChipRow>
                </div>
              ) : (
                <LineChoices
                  reading={one.reading}
                  choice={choice}
                  proposal={proposalOf(one.reading, choice)}
                  practitioners={practitioners}
                  failure={acts.failure?.id === one.id ? acts.failure.said : null}
                  onChoose={(part) => choose(one.id, part)}
                />
              )}
            </LineRow>
          );
        })}
      </ol>
      {line === undefined || reading === null || form !== null ? null : (
        <footer className="night-foot">
          <Button size="xs" rightSection={<Kbd>Entrée</Kbd>} loading={acts.pending} onClick={accept}>
            Accepter
          </Button>
          <Button size="xs" variant="default" rightSection={<Kbd>E</Kbd>} onClick={() => setForm('correct')}>
            Corriger
          </Button>
          <Button size="xs" variant="default" rightSection={<Kbd>X</Kbd>} onClick={() => setForm('aside')}>
            Écarter
          </Button>
          <span className="night-hint">↑ ↓ d’une ligne à l’autre. Ctrl Z reprend la dernière.</span>
        </footer>
      )}
    </section>
  );
};
