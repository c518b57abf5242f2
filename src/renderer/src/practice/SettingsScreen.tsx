import {
  IconBeach,
  IconBuildingCommunity,
  IconClockBolt,
  IconClockHour4,
  IconDeviceFloppy,
  IconFileImport,
  IconHistory,
  IconIdBadge2,
  IconLifebuoy,
  IconListNumbers,
  IconQuote,
  IconShieldLock,
  IconStethoscope,
  IconTags,
  IconUrgent,
  IconUserPlus,
} from '@tabler/icons-react';
import { type ComponentType, type MouseEvent, useEffect } from 'react';
import { hashOf, navigate, useRoute } from '../app/router.ts';
import { FallbackSection } from '../fallback/FallbackSection.tsx';
import { JournalSection } from '../journal/JournalSection.tsx';
import { TeamSection } from '../people/TeamSection.tsx';
import { PrivacySection } from '../privacy/PrivacySection.tsx';
import { PoliciesSection } from '../refusals/policies/PoliciesSection.tsx';
import { UnscheduledSection } from '../unscheduled/settings/UnscheduledSection.tsx';
import { CardSection } from '../urgency/settings/CardSection.tsx';
import { WaitlistsSection } from '../waitlist/settings/WaitlistsSection.tsx';
import { AbsencesSection } from './absences/AbsencesSection.tsx';
import { BackupsSection } from './backups/BackupsSection.tsx';
import { HoursSection } from './hours/HoursSection.tsx';
import { HouseSection } from './house/HouseSection.tsx';
import { PractitionersSection } from './practitioners/PractitionersSection.tsx';
import './settings.css';
import { TextsSection } from '../texts/TextsSection.tsx';
import { TypesSection } from './types/TypesSection.tsx';

interface Section {
  readonly path: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly component: ComponentType;
}

const sections: readonly Section[] = [
  { path: 'reglages/maison', label: 'La maison', icon: IconBuildingCommunity, component: HouseSection },
  {
    path: 'reglages/praticiens',
    label: 'Praticiens',
    icon: IconStethoscope,
    component: PractitionersSection,
  },
  { path: 'reglages/motifs', label: 'Motifs', icon: IconTags, component: TypesSection },
  { path: 'reglages/horaires', label: 'Horaires', icon: IconClockHour4, component: HoursSection },
  { path: 'reglages/absences', label: 'Absences', icon: IconBeach, component: AbsencesSection },
  {
    path: 'reglages/nouveaux-patients',
    label: 'Nouveaux patients',
    icon: IconUserPlus,
    component: PoliciesSection,
  },
  {
    path: 'reglages/soins-non-programmes',
    label: 'Réserve SNP',
    icon: IconClockBolt,
    component: UnscheduledSection,
  },
  {
    path: 'reglages/listes',
    label: 'Listes d’attente',
    icon: IconListNumbers,
    component: WaitlistsSection,
  },
  { path: 'reglages/textes', label: 'Textes', icon: IconQuote, component: TextsSection },
  { path: 'reglages/urgence', label: 'Carte d’urgence', icon: IconUrgent, component: CardSection },
  { path: 'reglages/equipe', label: 'Équipe', icon: IconIdBadge2, component: TeamSection },
  {
    path: 'reglages/donnees-des-patients',
    label: 'Données des patients',
    icon: IconShieldLock,
    component: PrivacySection,
  },
  { path: 'reglages/sauvegardes', label: 'Sauvegardes', icon: IconDeviceFloppy, component: BackupsSection },
  { path: 'reglages/secours', label: 'Papier de secours', icon: IconLifebuoy, component: FallbackSection },
  { path: 'reglages/journal', label: 'Journal', icon: IconHistory, component: JournalSection },
];

/** Réglages: what the house is made of. Reached by the rail; each part has an address of its own. */
export const SettingsScreen = () => {
  const { path } = useRoute();
  const current = sections.find((section) => section.path === path) ?? null;
  useEffect(() => {
    if (current === null) navigate('reglages/maison', {}, 'replace');
  }, [current]);
  const Body = current?.component ?? null;
  return (
    <div className="set">
      <nav className="set-nav" aria-label="Réglages">
        <h1>Réglages</h1>
        {sections.map(({ path: target, label, icon: Icon }) => (
          <a
            key={target}
            href={hashOf(target)}
            aria-current={target === current?.path ? 'page' : undefined}
            onClick={(event: MouseEvent) => {
              event.preventDefault();
              navigate(target);
            }}
          >
            <Icon size={18} stroke={1.7} />
            {label}
          </a>
        ))}
        <a className="set-nav-apart" href={hashOf('reprise')}>
          <IconFileImport size={18} stroke={1.7} />
          Reprendre un ancien agenda
        </a>
      </nav>
      <div className="set-body">{Body === null ? null : <Body key={path} />}</div>
    </div>
  );
};
