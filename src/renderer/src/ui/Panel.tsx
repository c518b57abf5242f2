import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';
import './panel.css';

interface PanelProps {
  readonly title: string;
  /** Beside the title: how long the call lasts, a status… */
  readonly aside?: ReactNode;
  /** Stays in sight at the foot: what saves, what cancels. */
  readonly foot?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The right-hand panel: head, scrolling body, foot. */
export const Panel = ({ title, aside, foot, onClose, children }: PanelProps) => (
  <aside className="pv-panel" aria-label={title}>
    <header className="pv-panel-head">
      <h2>{title}</h2>
      {aside}
      <span className="pv-panel-gap" />
      <Kbd>Échap</Kbd>
      <CloseButton aria-label="Fermer le panneau" onClick={onClose} />
    </header>
    <div className="pv-panel-body">{children}</div>
    {foot === undefined ? null : <footer className="pv-panel-foot">{foot}</footer>}
  </aside>
);
