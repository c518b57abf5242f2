import { CloseButton } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';
import './panel.css';

interface PanelProps {
  readonly title: string;
  /** Beside the title: how long the call lasts, a status… */
  readonly aside?: ReactNode;
  readonly onClose: () => void;
  /** One `PanelBody`, and a `PanelFoot` where something is to be done. */
  readonly children: ReactNode;
}

/** The right-hand panel: head, scrolling body, foot that stays in sight. */
export const Panel = ({ title, aside, onClose, children }: PanelProps) => (
  <aside className="pv-panel" aria-label={title}>
    <header className="pv-panel-head">
      <h2>{title}</h2>
      {aside}
      <span className="pv-panel-gap" />
      <Kbd>Échap</Kbd>
      <CloseButton aria-label="Fermer le panneau" onClick={onClose} />
    </header>
    {children}
  </aside>
);

/** Takes the keys of its step: give it a `ref` to focus and an `onKeyDown`. */
export const PanelBody = (props: ComponentProps<'section'>) => (
  <section {...props} className={`pv-panel-body ${props.className ?? ''}`} />
);

export const PanelFoot = ({ children }: { readonly children: ReactNode }) => (
  <footer className="pv-panel-foot">{children}</footer>
);
