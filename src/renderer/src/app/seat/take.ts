/** Taking the desk, giving it back, locking it: the screen's side of a seat. */
import { useQuery } from '@tanstack/react-query';
import type { StaffId } from '../../../../contract/ids.ts';
import type { Seating } from '../../../../contract/people.ts';
import { client } from '../../api/client.ts';
import { api } from '../../api/query.ts';
import { useStation } from '../station.ts';

/** The desk forgets it at once; if it cannot be told, the window has forgotten it already. */
const giveBack = (seat: string | null): void => {
  if (seat !== null) client.people.leave(undefined, { context: { seat } }).catch(() => undefined);
};

export const lockDesk = (): void => {
  const { seat } = useStation.getState();
  useStation.getState().lock();
  giveBack(seat);
};

/** Nobody sits here any more. */
export const leaveDesk = (): void => {
  const { seat } = useStation.getState();
  useStation.getState().sit(null);
  giveBack(seat);
};

/** @param pin null: for somebody who has none @throws what the desk answers */
export const takeDesk = async (staffId: StaffId, pin: string | null): Promise<void> => {
  const former = useStation.getState().seat;
  const seat = pin === null ? null : (await client.people.sit({ staffId, pin })).seat;
  useStation.getState().sit(staffId, seat);
  giveBack(former);
};

/** By the house's recovery code, with a new PIN. @throws what the desk answers */
export const recoverDesk = async (by: {
  readonly staffId: StaffId;
  readonly recoveryCode: string;
  readonly pin: string;
}): Promise<void> => {
  const former = useStation.getState().seat;
  const { seat } = await client.people.recoverPin(by);
  useStation.getState().sit(by.staffId, seat);
  giveBack(former);
};

export const asksForPin = (seating: Seating | undefined, staffId: StaffId): boolean =>
  seating !== undefined && (seating.pinRequired || seating.withPin.includes(staffId));

export const useSeating = (): Seating | undefined => useQuery(api.people.seating.queryOptions()).data;

/** The PC itself was locked: whoever needs a PIN here is asked for it; for anybody else the names are hidden. */
export const onSystemLock = (seat: string | null): 'lock' | 'curtain' => (seat === null ? 'curtain' : 'lock');
