import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type { PractitionerId } from '../../../../contract/ids.ts';
import { addDays, type Day } from '../../../../contract/time.ts';
import { api } from '../../api/query.ts';
import { usePanel } from '../../app/panel.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useCommand } from '../../app/shortcuts/registry.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { capitalised, dayText } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Panel, PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { practitionerName } from '../practitioner-name.ts';
import { usePractitioners } from '../use-house.ts';
import { useManner } from './manner.ts';
import { usePrintDay } from './use-print-day.ts';
import './print.css';

interface Props {
  readonly day: Day;
  readonly practitionerId: PractitionerId | null;
}

/** What goes on paper, then Enter: the whole day as it was printed last time needs nothing else. */
export const PrintPanel = ({ day: first, practitionerId }: Props) => {
  const close = usePanel((state) => state.close);
  const [day, setDay] = useState(first);
  const [who, setWho] = useState(practitionerId);
  const { manner, change } = useManner();
  const body = useFocusOnMount<HTMLElement>(day);
  const everybody = usePractitioners();
  const { data } = useQuery(
    api.agenda.range.queryOptions({
      input: { from: day, to: day },
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: keepPreviousData,
    }),
  );
  const present = new Set(
    data?.[0]?.columns.filter((column) => column.present).map((column) => column.practitionerId),
  );
  const choices = everybody.filter(({ id }) => present.has(id) || id === who);
  const paper = usePrintDay({ ...manner, day, practitionerId: who });
  const named = manner.names === 'full';
  useCommand('back', close);

  const choose = (id: PractitionerId | null) => {
    setWho(id);
    body.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const key = meantKey(event);
    const chosen = /^[1-9]$/.test(key) ? choices[Number(key) - 1] : undefined;
    if (chosen !== undefined) choose(chosen.id);
    else if (key === '0') choose(null);
    else if (key === 'n') change({ names: named ? 'initials' : 'full' });
    else if (key === 't' && named) change({ phones: !manner.phones });
    else if (key === 'r' && named) change({ comments: !manner.comments });
    else if (key === 'f' && who === null) change({ apart: !manner.apart });
    else if (key === 'p') paper.hand('pdf');
    else if (key === 'c') paper.hand('copy');
    else if (key === 'ArrowLeft') setDay(addDays(day, -1));
    else if (key === 'ArrowRight') setDay(addDays(day, 1));
    // On a button, Enter is that button's.
    else if (key === 'Enter' && event.target === body.current) paper.hand('print');
    else return;
    event.preventDefault();
  };

  return (
    <Panel title="Imprimer la journée" onClose={close}>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Ce qui s’imprime">
        <div className="print-day">
          <Button
            size="compact-sm"
            variant="default"
            aria-label="Jour précédent"
            onClick={() => setDay(addDays(day, -1))}
          >
            ←
          </Button>
          <h3>{capitalised(dayText(day, 'long'))}</h3>
          <Button
            size="compact-sm"
            variant="default"
            aria-label="Jour suivant"
            onClick={() => setDay(addDays(day, 1))}
          >
            →
          </Button>
        </div>
        <ChipRow label="De qui">
          <Chip shortcut="0" chosen={who === null} onChoose={() => choose(null)}>
            Tous les praticiens
          </Chip>
          {choices.map((one, index) => (
            <Chip
              key={one.id}
              shortcut={index < 9 ? String(index + 1) : null}
              chosen={who === one.id}
              onChoose={() => choose(one.id)}
            >
              {practitionerName(one)}
            </Chip>
          ))}
        </ChipRow>
        <ChipRow label="Ce que la feuille dit des gens">
          <Chip shortcut="n" chosen={named} onChoose={() => change({ names: named ? 'initials' : 'full' })}>
            {named ? 'Noms entiers' : 'Initiales seulement'}
          </Chip>
          {named ? (
            <>
              <Chip shortcut="t" chosen={manner.phones} onChoose={() => change({ phones: !manner.phones })}>
                Téléphones
              </Chip>
              <Chip
                shortcut="r"
                chosen={manner.comments}
                onChoose={() => change({ comments: !manner.comments })}
              >
                Remarques
              </Chip>
            </>
          ) : null}
        </ChipRow>
        {who === null ? (
          <ChipRow label="Feuilles">
            <Chip shortcut="f" chosen={manner.apart} onChoose={() => change({ apart: !manner.apart })}>
              Une feuille par praticien
            </Chip>
          </ChipRow>
        ) : null}
        <p className="print-hint">
          Les annulés n’y sont pas, le temps libre s’y voit. Qui a imprimé quoi, et quand, reste au journal.
        </p>
        {paper.text === null ? null : <pre className="print-text pv-name">{paper.text}</pre>}
      </PanelBody>
      <PanelFoot>
        <Button
          px="sm"
          loading={paper.pending === 'print'}
          rightSection={<Kbd>Entrée</Kbd>}
          onClick={() => paper.hand('print')}
        >
          Imprimer
        </Button>
        <Button
          variant="default"
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
      </PanelFoot>
    </Panel>
  );
};
