import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Slot } from '../../../../contract/agenda.ts';
import { entryName } from '../../../../contract/directory-words.ts';
import { phonePairs } from '../../../../contract/display.ts';
import type { RequestId } from '../../../../contract/ids.ts';
import { type Instant, localNow } from '../../../../contract/time.ts';
import {
  type Cascade,
  CascadeStepKind,
  type CascadeStep as StepData,
} from '../../../../contract/unscheduled.ts';
import { changeDraft } from '../../agenda/booking/call.ts';
import { type Draft, withCascadePlace } from '../../agenda/booking/draft.ts';
import { usePreview } from '../../agenda/booking/preview.ts';
import { SlotList } from '../../agenda/booking/slots/SlotList.tsx';
import { useSlotCursor } from '../../agenda/booking/slots/use-slot-cursor.ts';
import { PersonCard } from '../../agenda/person/PersonCard.tsx';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { useAppointmentTypes, usePractitioners } from '../../agenda/use-house.ts';
import { useNow, useZone } from '../../app/now.ts';
import { meantKey } from '../../app/shortcuts/meant-key.ts';
import { useDueChoices } from '../../requests/DueField.tsx';
import { clockText } from '../../ui/dates.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PanelBody, PanelFoot } from '../../ui/Panel.tsx';
import { ShapeMark, StatusChip } from '../../ui/StatusChip.tsx';
import { useFocusOnMount } from '../../ui/use-focus.ts';
import { useListCursor } from '../../ui/use-list.ts';
import { outsideLabels } from '../words.ts';
import { deadlineSaid, standingText, stepTitle } from './cascade-text.ts';
import { endingFor } from './ending-for.ts';
import { useCascade } from './use-cascade.ts';

interface Props {
  readonly draft: Draft;
  readonly requestId: RequestId;
  readonly ruledOutAt: Instant | null;
}

const NONE: readonly Slot[] = [];
const STEPS = CascadeStepKind.options;

/** The digit that opens a step; its own number. */
const stepByKey = (key: string): CascadeStepKind | null =>
  /^[1-9]$/.test(key) ? (STEPS[Number(key) - 1] ?? null) : null;

/** The seven steps in order, the present one open: arrows choose, Enter takes, P goes on to the next. */
export const CascadeSteps = ({ draft, requestId, ruledOutAt }: Props) => {
  const zone = useZone();
  const now = useNow();
  const practitioners = usePractitioners();
  // The last look wants them at once, however fast Enter comes twice.
  useAppointmentTypes();
  const dues = useDueChoices();
  const { cascade, failure, pass } = useCascade(requestId);
  const [looked, setLooked] = useState<CascadeStepKind | null>(null);
  const open = looked ?? cascade?.current ?? null;
  const body = useFocusOnMount<HTMLElement>(open);
  const step = cascade?.steps.find(({ kind }) => kind === open) ?? null;
  const outside = useListCursor(open === 'outside' ? (cascade?.outside.length ?? 0) : 0);

  const choose = (slot: Slot) => {
    if (cascade === null || open === null) return;
    changeDraft((current) => withCascadePlace(current, slot, open, cascade.appointmentTypeId));
  };
  const cursor = useSlotCursor(step?.slots ?? NONE, cascade !== null, choose);
  const active = step?.slots[cursor.active] ?? null;
  const preview = usePreview((state) => state.show);
  useEffect(() => {
    preview(active === null ? null : { ...active });
    return () => preview(null);
  }, [active, preview]);

  const look = (kind: CascadeStepKind | null) => {
    setLooked(kind);
    cursor.reset();
  };
  /** What the last three steps lead to: an ending, filled in as far as it is known. */
  const end = () => {
    if (cascade === null || open === null) return;
    const ending = endingFor(open, cascade, outside.active, dues);
    if (ending !== null)
      changeDraft((current) => ({ ...current, cascadeStep: open, step: 'outcome', ending }));
  };
  const goOn = () => {
    if (open === null || open === 'fifteen') return;
    pass(open);
    look(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = meantKey(event);
    const other = stepByKey(key);
    if (other !== null) look(other);
    else if (key === 'p') {
      if (!event.repeat) goOn();
    } else if (open === 'outside' && outside.onKey(event)) return;
    else if (event.key === 'Enter' && step !== null && step.slots.length === 0) {
      if (event.target instanceof HTMLButtonElement || event.repeat) return;
      end();
    } else {
      cursor.onKey(event);
      return;
    }
    event.preventDefault();
  };

  return (
    <>
      <PanelBody ref={body} tabIndex={-1} onKeyDown={onKeyDown} aria-label="Soin non programmé">
        {draft.patient === null ? null : <PersonCard person={draft.patient} />}
        <p className="cascade-head">
          <StatusChip tone="green" shape="check">
            {ruledOutAt === null
              ? 'Urgence écartée'
              : `Urgence écartée à ${clockText(localNow(ruledOutAt, zone).minute)}`}
          </StatusChip>
          {cascade === null ? null : (
            <span data-late={cascade.late || undefined}>
              {cascade.late ? 'Les 48 heures sont passées' : deadlineSaid(cascade.deadline, now, zone)}
            </span>
          )}
        </p>
        {failure === null ? null : (
          <Notice tone="red" title={failure.title}>
            {failure.body}
          </Notice>
        )}
        {cascade === null ? null : (
          <ol className="cascade" aria-label="Cascade">
            {cascade.steps.map((one, index) => (
              <Step
                key={one.kind}
                number={index + 1}
                step={one}
                title={stepTitle(one, cascade, now)}
                standing={standingText(one, zone)}
                open={one.kind === open}
                onOpen={() => look(one.kind)}
              >
                {one.slots.length === 0 ? (
                  <Beyond
                    kind={one.kind}
                    cascade={cascade}
                    active={outside.active}
                    sorter={practitioners.find(({ id }) => id === cascade.sorterId)}
                  />
                ) : (
                  <>
                    <SlotList
                      slots={one.slots}
                      active={cursor.active}
                      settled
                      searchedUntil={null}
                      today={now.day}
                      practitioners={practitioners}
                      onChoose={choose}
                    />
                    {one.more === 0 ? null : (
                      <p className="cascade-more">
                        et {one.more} autre{one.more === 1 ? '' : 's'} : F3 les montre toutes
                      </p>
                    )}
                  </>
                )}
              </Step>
            ))}
          </ol>
        )}
      </PanelBody>
      <PanelFoot>
        {step === null ? null : (
          <Button
            rightSection={<Kbd>Entrée</Kbd>}
            disabled={step.slots.length === 0 && !isEnding(step.kind)}
            onClick={() => (active === null ? end() : choose(active))}
          >
            {actOf(step)}
          </Button>
        )}
        {open === null || open === 'fifteen' ? null : (
          <Button px={12} variant="default" rightSection={<Kbd>P</Kbd>} onClick={goOn}>
            {step !== null && step.slots.length > 0 ? 'Ne convient pas' : 'Rien ici'}
          </Button>
        )}
      </PanelFoot>
    </>
  );
};

const isEnding = (kind: CascadeStepKind): boolean =>
  kind === 'outside' || kind === 'callback' || kind === 'fifteen';

const actOf = ({ kind }: StepData): string => {
  switch (kind) {
    case 'outside':
      return 'Orienter';
    case 'callback':
      return 'Promettre le rappel';
    case 'fifteen':
      return 'Vers le SAS';
    default:
      return 'Choisir';
  }
};

interface StepProps {
  readonly number: number;
  readonly step: StepData;
  readonly title: string;
  readonly standing: string | null;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly children: React.ReactNode;
}

const Step = ({ number, step, title, standing, open, onOpen, children }: StepProps) => {
  const done = step.tick !== null && !(step.tick.what === 'nothing' && step.slots.length > 0);
  return (
    <li className="cascade-step" data-open={open || undefined} data-done={done || undefined}>
      <button
        type="button"
        tabIndex={-1}
        className="cascade-step-head"
        aria-expanded={open}
        aria-keyshortcuts={String(number)}
        onClick={onOpen}
      >
        <span className="cascade-mark" aria-hidden="true">
          {done && !open ? <ShapeMark shape={step.tick?.what === 'booked' ? 'check' : 'cross'} /> : number}
        </span>
        <span className="cascade-title">{title}</span>
        {standing === null ? null : <span className="cascade-standing">{standing}</span>}
      </button>
      {open ? <div className="cascade-body">{children}</div> : null}
    </li>
  );
};

interface BeyondProps {
  readonly kind: CascadeStepKind;
  readonly cascade: Cascade;
  /** The line outside that the cursor is on. */
  readonly active: number;
  readonly sorter: Parameters<typeof practitionerName>[0] | undefined;
}

/** A step without places: whom to ring, who rings back, or that there is nothing. */
const Beyond = ({ kind, cascade, active, sorter }: BeyondProps) => {
  switch (kind) {
    case 'outside':
      return (
        <ul className="cascade-outside" aria-label="À appeler">
          {cascade.outside.map((help, index) => (
            <li
              key={help.kind === 'directory' ? help.entry.id : help.kind}
              aria-current={index === active || undefined}
            >
              {help.kind === 'directory' ? (
                <>
                  <span>{entryName(help.entry)}</span>
                  <b>{phonePairs(help.phone)}</b>
                </>
              ) : (
                <>
                  <span>{help.name ?? outsideLabels[help.kind]}</span>
                  <b>{help.phone}</b>
                </>
              )}
            </li>
          ))}
        </ul>
      );
    case 'callback':
      return (
        <p className="cascade-hint">
          {sorter === undefined
            ? 'Choisissez qui rappelle, et avant quelle heure.'
            : `${practitionerName(sorter)} rappelle la personne, avant l’heure que vous dites.`}
        </p>
      );
    case 'fifteen':
      return (
        <p className="cascade-hint">
          Le SAS trouve un rendez-vous ou envoie quelqu’un. Si l’état s’aggrave : F8, le 15.
        </p>
      );
    default:
      return <p className="cascade-hint">Aucune place pour l’instant.</p>;
  }
};
