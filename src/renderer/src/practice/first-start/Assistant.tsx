/**
 * The first start. Nothing is written before the last step, and then all at once: leaving half-way leaves nothing
 * half set up. The recovery code comes before the house, so that no house exists whose code nobody kept.
 */
import { useState } from 'react';
import { Logo } from '../../app/frame/Logo.tsx';
import { CopyDoor } from './CopyDoor.tsx';
import { DemoDoor } from './DemoDoor.tsx';
import { Doors } from './Doors.tsx';
import '../settings.css';
import './first-start.css';
import { SetUp } from './SetUp.tsx';

export type Door = 'new' | 'take-over' | 'copy' | 'demo';

export const Assistant = () => {
  const [door, setDoor] = useState<Door | null>(null);
  const back = () => setDoor(null);
  return (
    <main className="fs">
      <div className="fs-sheet">
        <header className="fs-brand">
          <Logo size={40} />
          <span>Parvis</span>
        </header>
        {door === null ? <Doors onChoose={setDoor} /> : null}
        {door === 'copy' ? <CopyDoor onBack={back} /> : null}
        {door === 'demo' ? <DemoDoor onBack={back} /> : null}
        {door === 'new' || door === 'take-over' ? (
          <SetUp takeOver={door === 'take-over'} onBack={back} />
        ) : null}
      </div>
    </main>
  );
};
