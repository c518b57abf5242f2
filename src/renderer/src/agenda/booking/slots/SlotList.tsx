import type { Slot } from '../../../../../contract/agenda.ts';
import type { Practitioner } from '../../../../../contract/practice.ts';
import { addDays, type Day } from '../../../../../contract/time.ts';
import { capitalised, clockText, dayText } from '../../../ui/dates.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { practitionerName } from '../../practitioner-name.ts';

interface Props {
  readonly slots: readonly Slot[];
  readonly active: number;
  readonly settled: boolean;
  readonly searchedUntil: Day | null;
  readonly today: Day;
  readonly practitioners: readonly Practitioner[];
  /** Whoever holds the focus answers a digit for each of the first nine. */
  readonly digits?: boolean;
  readonly onChoose: (slot: Slot) => void;
}

const nearDay = (day: Day, today: Day): string =>
  day === today ? 'Aujourd’hui' : day === addDays(today, 1) ? 'Demain' : capitalised(dayText(day, 'short'));

const KIND: Readonly<Record<Slot['kind'], string | null>> = {
  regular: null,
  unscheduled: 'SNP',
  newPatient: 'nouveaux',
};

/** Day, hour, practitioner, kind: one line each, the one under the cursor chosen with Enter. */
export const SlotList = ({
  slots,
  active,
  settled,
  searchedUntil,
  today,
  practitioners,
  digits = false,
  onChoose,
}: Props) => {
  if (settled && slots.length === 0)
    return (
      <p className="slots-none">
        Aucune place libre
        {searchedUntil === null ? '' : ` d’ici au ${dayText(searchedUntil, 'day')}`}. Enlevez un filtre, ou
        choisissez quelqu’un d’autre.
      </p>
    );
  return (
    <ol className="slots" aria-label="Places libres" data-waiting={!settled || undefined}>
      {slots.map((slot, index) => {
        const person = practitioners.find(({ id }) => id === slot.practitionerId);
        const kind = KIND[slot.kind];
        return (
          <li key={`${slot.practitionerId} ${slot.day} ${slot.start}`}>
            <button
              type="button"
              tabIndex={-1}
              className="slot"
              aria-current={index === active || undefined}
              onClick={() => onChoose(slot)}
            >
              {digits && index < 9 ? <Kbd>{String(index + 1)}</Kbd> : null}
              <span className="slot-day">{nearDay(slot.day, today)}</span>
              <strong className="slot-hour">{clockText(slot.start)}</strong>
              <span className="slot-who">
                <i style={{ background: person?.colour }} />
                {person === undefined ? '' : practitionerName(person)}
              </span>
              {slot.ownDoctor ? (
                <StatusChip tone="brand" shape="check">
                  {/* Beside another chip the name would be cut: its mark says it, as in the lines around. */}
                  {kind === null ? 'traitant' : <span className="pv-sr-only">traitant</span>}
                </StatusChip>
              ) : null}
              {kind === null ? null : (
                <StatusChip tone={slot.kind === 'unscheduled' ? 'coral' : 'green'} shape="square">
                  {kind}
                </StatusChip>
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
};
