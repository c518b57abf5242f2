import type { ReactNode } from 'react';
import { birthLabel } from '../../../../contract/birth.ts';
import { lastFour } from '../../../../contract/display.ts';
import type { LineReading } from '../../../../contract/night-return.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import { practitionerName } from '../../agenda/practitioner-name.ts';
import { Chip, ChipRow } from '../../ui/Chip.tsx';
import { clockText, dayText } from '../../ui/dates.ts';
import type { Choice, Proposal, Stop } from './proposal.ts';
import { alreadyTexts, becauseTexts, collisionTexts, kindLabels, problemTexts } from './words.ts';

/** Keys of the free places that are offered instead: after those of the people. */
export const FIRST_PLACE_KEY = 4;

interface Props {
  readonly reading: LineReading;
  readonly choice: Choice;
  readonly proposal: Proposal;
  readonly practitioners: readonly Practitioner[];
  readonly failure: string | null;
  readonly onChoose: (part: Choice) => void;
}

export const kindKeys = { d: 'request', r: 'callback', v: 'appointment' } as const;

const stopText = (stop: Stop): string => {
  switch (stop.kind) {
    case 'problem':
      return problemTexts[stop.problem.code];
    case 'collision':
      return `${collisionTexts[stop.why]}.`;
    case 'person':
      return 'Plusieurs personnes ressemblent : choisissez laquelle, ou 0.';
  }
};

const Said = ({ children, tone }: { readonly children: ReactNode; readonly tone: 'stop' | 'note' }) => (
  <p className={tone === 'stop' ? 'night-stop' : 'night-note'}>{children}</p>
);

/** What the line under the cursor asks: as what, for whom, and where else when its place is gone. */
export const LineChoices = (props: Props) => {
  const { reading, choice, proposal, practitioners, failure, onChoose } = props;
  const stops = proposal.what === 'aside' ? [] : proposal.stops;
  const person = proposal.what === 'aside' ? null : proposal.patientId;
  const places =
    proposal.what === 'appointment' && reading.collision !== null ? reading.collision.proposals : [];
  return (
    <div className="night-choices">
      {stops.map((stop) => (
        <Said key={stopText(stop)} tone="stop">
          {stopText(stop)}
        </Said>
      ))}
      {failure === null ? null : (
        <p className="night-stop" role="alert">
          {failure}
        </p>
      )}
      {reading.already === null ? null : <Said tone="note">{alreadyTexts[reading.already]}.</Said>}
      {reading.twin === null ? null : (
        <Said tone="note">La ligne {reading.twin} dit la même chose de la même personne.</Said>
      )}
      <ChipRow label="La ligne devient" dense>
        {Object.entries(kindKeys).map(([key, kind]) => (
          <Chip key={kind} shortcut={key} chosen={proposal.what === kind} onChoose={() => onChoose({ kind })}>
            {kindLabels[kind]}
          </Chip>
        ))}
      </ChipRow>
      {reading.people.length === 0 ? null : (
        <ChipRow label="La personne" dense>
          {reading.people.map(({ patient, because }, at) => (
            <Chip
              key={patient.id}
              shortcut={String(at + 1)}
              chosen={person === patient.id}
              onChoose={() => onChoose({ person: patient.id })}
            >
              <span className="pv-name">
                {patient.displayName}, {birthLabel(patient.birth, patient.sex)}
                {patient.phone === null ? '' : `, ••${lastFour(patient.phone)}`}
              </span>{' '}
              <small>{because.slice(0, 1).map((why) => becauseTexts[why])}</small>
            </Chip>
          ))}
          <Chip shortcut="0" chosen={choice.person === 'new'} onChoose={() => onChoose({ person: 'new' })}>
            Aucune d’elles
          </Chip>
        </ChipRow>
      )}
      {places.length === 0 ? null : (
        <ChipRow label="Places libres les plus proches" dense>
          {places.map(({ practitionerId, day, start }, at) => {
            const who = practitioners.find(({ id }) => id === practitionerId);
            return (
              <Chip
                key={`${practitionerId} ${day} ${start}`}
                shortcut={String(FIRST_PLACE_KEY + at)}
                chosen={
                  choice.place?.practitionerId === practitionerId &&
                  choice.place.day === day &&
                  choice.place.start === start
                }
                onChoose={() => onChoose({ place: { practitionerId, day, start } })}
              >
                {dayText(day, 'short')} {clockText(start)}
                {who === undefined ? '' : `, ${practitionerName(who)}`}
              </Chip>
            );
          })}
        </ChipRow>
      )}
    </div>
  );
};
