import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { isTextField } from '../../app/shortcuts/keys.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { capitalised, dayText } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel, PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { ShapeMark } from '../../ui/StatusChip.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { contentLines } from './contents.ts';
import { useNames } from './manner.ts';
import { useGive } from './use-give.ts';
import { dropOther, meetWords, saveWords, typeWords, useWords } from './words.ts';
import './evening.css';

/** What the night must know: read through, completed by a sentence, and handed over by one key. */
export const EveningPanel = () => {
  const close = usePanel((state) => state.close);
  const body = useFocusOnMount<HTMLElement>();
  const note = useRef<HTMLTextAreaElement>(null);
  const onCall = useRef<HTMLInputElement>(null);
  const { data, error } = useQuery(api.handover.tonight.queryOptions());
  const { typed, other } = useWords();
  const { names, toggle } = useNames();
  const paper = useGive();

  useEffect(() => {
    if (data !== undefined) meetWords(data);
  }, [data]);
  // Closed by another panel or by a lock: what was typed goes to the desk all the same.
  useEffect(() => () => void saveWords(), []);

  const toKeys = () => body.current?.focus({ preventScroll: true });
  useCommand('back', () => {
    if (!isTextField(document.activeElement)) return close();
    void saveWords();
    toKeys();
  });

  const acts: Readonly<Record<string, () => void>> = {
    p: () => paper.hand('pdf'),
    c: () => paper.hand('copy'),
    n: toggle,
    e: () => note.current?.focus(),
    g: () => onCall.current?.focus(),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTextField(event.target)) return;
    // On a button, Enter is that button's.
    const act =
      event.key === 'Enter' && event.target === body.current
        ? () => paper.hand('print')
        : acts[meantKey(event)];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  /** In the one-line field Enter ends it; in the other it begins a new line, Ctrl and Enter end it. */
  const onFieldKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || (event.target === note.current && !event.ctrlKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void saveWords();
    toKeys();
  };

  return (
    <Panel title="Passation au télésecrétariat" onClose={close}>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Ce qui est remis pour la nuit">
        {error === null ? null : (
          <Notice tone="red" title={errorText(error).title}>
            {errorText(error).body}
          </Notice>
        )}
        {other === null ? null : (
          <Notice tone="amber" title="Un autre poste a écrit entre-temps">
            {[other.note, other.onCall].filter((part) => part !== '').join(' · ') || 'Tout y est effacé.'}{' '}
            Votre texte reste à l’écran et remplacera celui-ci.{' '}
            <Button size="compact-xs" variant="default" onClick={dropOther}>
              J’ai lu
            </Button>
          </Notice>
        )}
        {typed === null || data === undefined ? null : (
          <>
            <h3 className="night-day">
              {capitalised(dayText(data.day, 'day'))}
              <span>l’accueil répond de nouveau {dayText(data.reopens, 'day')}</span>
            </h3>
            <Textarea
              ref={note}
              label={
                <>
                  Consignes de ce soir <Kbd>E</Kbd>
                </>
              }
              aria-label="Consignes de ce soir"
              placeholder="Ce que la nuit doit savoir de plus. Gardé à mesure que vous tapez."
              autosize
              minRows={3}
              maxRows={8}
              maxLength={1000}
              value={typed.note}
              onChange={(event) => typeWords({ note: event.currentTarget.value })}
              onKeyDown={onFieldKey}
              onBlur={() => void saveWords()}
            />
            <TextInput
              ref={onCall}
              label={
                <>
                  De garde ce soir <Kbd>G</Kbd>
                </>
              }
              aria-label="De garde ce soir"
              placeholder="Qui, et à quel numéro"
              maxLength={300}
              value={typed.onCall}
              onChange={(event) => typeWords({ onCall: event.currentTarget.value })}
              onKeyDown={onFieldKey}
              onBlur={() => void saveWords()}
            />
            <dl className="night-contents">
              {contentLines(data).map(({ label, value, alarm }) => (
                <div key={label} data-alarm={alarm || undefined}>
                  <dt>{label}</dt>
                  <dd>
                    {alarm ? <ShapeMark shape="triangle" /> : null}
                    {value}
                  </dd>
                </div>
              ))}
            </dl>
            <ChipRow label="Ce que la feuille dit des gens">
              <Chip shortcut="n" chosen={names === 'full'} onChoose={toggle}>
                {names === 'full' ? 'Noms et téléphones' : 'Initiales seulement'}
              </Chip>
            </ChipRow>
            <p className="night-hint">
              Rien n’est envoyé par Parvis. Qui a remis quoi, et quand, reste au journal, sans les noms.
            </p>
            {paper.text === null ? null : <pre className="night-text pv-name">{paper.text}</pre>}
          </>
        )}
      </PanelBody>
      <PanelFoot>
        <Button
          px="sm"
          loading={paper.pending === 'pdf'}
          rightSection={<Kbd>P</Kbd>}
          onClick={() => paper.hand('pdf')}
        >
          PDF
        </Button>
        <Button
          variant="default"
          px="sm"
          loading={paper.pending === 'copy'}
          rightSection={<Kbd>C</Kbd>}
          onClick={() => paper.hand('copy')}
        >
          Copier
        </Button>
        <Button
          variant="default"
          px="sm"
          loading={paper.pending === 'print'}
          rightSection={<Kbd>Entrée</Kbd>}
          onClick={() => paper.hand('print')}
        >
          Imprimer
        </Button>
      </PanelFoot>
    </Panel>
  );
};
