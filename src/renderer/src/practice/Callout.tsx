import { IconAlertTriangle, IconCalendarRepeat } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import './callout.css';

interface CalloutProps {
  /** `warning` deserves a second look; `note` explains. */
  readonly tone: 'warning' | 'note';
  readonly title: string;
  /** Said aloud as soon as it appears. */
  readonly alert?: boolean;
  readonly children: ReactNode;
}

export const Callout = ({ tone, title, alert = false, children }: CalloutProps) => {
  const Icon = tone === 'warning' ? IconAlertTriangle : IconCalendarRepeat;
  return (
    <div className="set-callout" data-tone={tone} role={alert ? 'alert' : 'note'}>
      <Icon size={18} stroke={1.8} aria-hidden="true" />
      <div>
        <b>{title}</b>
        {children}
      </div>
    </div>
  );
};
