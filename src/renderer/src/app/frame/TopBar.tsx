import { KeptCount } from '../../urgency/KeptCount.tsx';
import { SearchBox } from '../search/SearchBox.tsx';
import { CommandButton } from '../shortcuts/CommandButton.tsx';
import { Clock } from './Clock.tsx';
import { DeskState } from './DeskState.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { UndoButton } from './UndoButton.tsx';
import { Who } from './Who.tsx';
import './topbar.css';

export const TopBar = () => (
  <header className="topbar">
    <SearchBox />
    <CommandButton command="emergency" color="red" variant="outline" />
    <UndoButton />
    <span className="topbar-gap" />
    <KeptCount />
    <DeskState />
    <ThemeSwitch />
    <Clock />
    <Who />
  </header>
);
