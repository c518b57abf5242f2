import { hashOf } from '../router.ts';
import { type Screen, screens } from '../screens.tsx';
import { Logo } from './Logo.tsx';
import './rail.css';

const RailLink = ({ screen, current }: { readonly screen: Screen; readonly current: boolean }) => {
  const Icon = screen.icon;
  const Badge = screen.badge ?? null;
  return (
    <a className="rail-link" href={hashOf(screen.path)} aria-current={current ? 'page' : undefined}>
      <Icon size={22} stroke={1.6} />
      <span>{screen.label}</span>
      {Badge === null ? null : <Badge />}
    </a>
  );
};

/** Only the screens that exist: an entry that leads nowhere would be a promise. */
export const Rail = ({ current }: { readonly current: string }) => {
  const present = screens.filter((screen) => screen.component !== null && screen.under === undefined);
  return (
    <nav className="rail" aria-label="Écrans">
      <Logo />
      {present
        .filter((screen) => !screen.foot)
        .map((screen) => (
          <RailLink key={screen.path} screen={screen} current={screen.path === current} />
        ))}
      <span className="rail-gap" />
      {present
        .filter((screen) => screen.foot)
        .map((screen) => (
          <RailLink key={screen.path} screen={screen} current={screen.path === current} />
        ))}
    </nav>
  );
};
