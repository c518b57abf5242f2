/**
 * The screens of the left rail, in its order. A screen exists once it has a component here: until then the rail does
 * not mention it. To add one: write `src/renderer/src/<area>/<Name>Screen.tsx`, and give it a line below.
 */
import {
  IconAddressBook,
  IconCalendar,
  IconChartBar,
  IconFileImport,
  IconListNumbers,
  IconMoon,
  IconPhoneCall,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';
import { RequestsBadge } from '../requests/RequestsBadge.tsx';

export interface Screen {
  /** In the address: `#/journee`. */
  readonly path: string;
  /** As the rail says it; short. */
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly component: ComponentType | null;
  /** How much waits there, at the corner of its icon. */
  readonly badge?: ComponentType;
  /** At the foot of the rail. */
  readonly foot?: true;
  /** Not in the rail: reached from this other screen, whose entry stays lit. */
  readonly under?: string;
}

export const screens: readonly Screen[] = [
  {
    path: 'journee',
    label: 'Journée',
    icon: IconCalendar,
    component: lazy(async () => ({ default: (await import('../agenda/AgendaScreen.tsx')).AgendaScreen })),
  },
  {
    path: 'demandes',
    label: 'Demandes',
    icon: IconPhoneCall,
    component: lazy(async () => ({
      default: (await import('../requests/RequestsScreen.tsx')).RequestsScreen,
    })),
    badge: RequestsBadge,
  },
  {
    path: 'retour',
    label: 'Retour du télésecrétariat',
    icon: IconMoon,
    component: lazy(async () => ({
      default: (await import('../handover/morning/ReturnScreen.tsx')).ReturnScreen,
    })),
    under: 'demandes',
  },
  {
    path: 'listes',
    label: 'Listes d’attente',
    icon: IconListNumbers,
    component: lazy(async () => ({
      default: (await import('../waitlist/WaitlistScreen.tsx')).WaitlistScreen,
    })),
  },
  {
    path: 'patients',
    label: 'Patients',
    icon: IconUsers,
    component: lazy(async () => ({
      default: (await import('../patients/PatientsScreen.tsx')).PatientsScreen,
    })),
  },
  {
    path: 'annuaire',
    label: 'Annuaire',
    icon: IconAddressBook,
    component: lazy(async () => ({
      default: (await import('../directory/DirectoryScreen.tsx')).DirectoryScreen,
    })),
  },
  { path: 'indicateurs', label: 'Indicateurs', icon: IconChartBar, component: null },
  {
    path: 'reprise',
    label: 'Reprendre un ancien agenda',
    icon: IconFileImport,
    component: lazy(async () => ({
      default: (await import('../exchange/ExchangeScreen.tsx')).ExchangeScreen,
    })),
    under: 'reglages',
  },
  {
    path: 'reglages',
    label: 'Réglages',
    icon: IconSettings,
    component: lazy(async () => ({
      default: (await import('../practice/SettingsScreen.tsx')).SettingsScreen,
    })),
    foot: true,
  },
];

export const HOME = 'journee';

export const screenAt = (path: string): Screen | null =>
  screens.find(
    (screen) => screen.component !== null && (path === screen.path || path.startsWith(`${screen.path}/`)),
  ) ?? null;
