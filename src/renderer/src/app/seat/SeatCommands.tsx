import { useEffect } from 'react';
import { useGlance } from '../../agenda/glance/glance.ts';
import { closeUrgency } from '../../urgency/shown.ts';
import { useCurtain } from '../curtain.ts';
import { shell } from '../shell.ts';
import { useCommand } from '../shortcuts/registry.ts';
import { useCovered, useStation } from '../station.ts';
import { useAutoLock } from './idle.ts';
import { LockScreen } from './LockScreen.tsx';
import { lockDesk, onSystemLock } from './take.ts';

/** Locking and handing over the desk, beside the frame, which stays as it is underneath. */
export const SeatCommands = () => {
  const covered = useCovered();
  const beginSwitch = useStation((state) => state.beginSwitch);
  useAutoLock();
  useCommand('desk.lock', lockDesk);
  useCommand('desk.switch', () => beginSwitch());
  useEffect(() => {
    // A day left open on the counter, with a listener of its own before any other.
    if (covered) useGlance.getState().close();
  }, [covered]);
  useEffect(
    () =>
      shell()?.onCommand((command) => {
        if (command !== 'lock') return;
        closeUrgency();
        if (onSystemLock(useStation.getState().seat) === 'lock') lockDesk();
        else useCurtain.getState().draw();
      }),
    [],
  );
  return covered ? <LockScreen /> : null;
};
