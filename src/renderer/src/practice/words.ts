/** The words of the settings: coded values as the screen says them. */
import type {
  Absence,
  OpeningException,
  Practitioner,
  Region,
  SlotKind,
} from '../../../contract/practice.ts';
import { type Profession, professionLabels } from '../../../contract/professions.ts';

type Named = Pick<Practitioner, 'title' | 'familyName' | 'givenName'>;

/** « Dr Adolphie Giraud » */
export const fullName = ({ title, givenName, familyName }: Named): string =>
  [title, givenName, familyName].filter((part) => part !== '').join(' ');

export const regions: Readonly<Record<Region, { readonly label: string; readonly zone: string }>> = {
  metropole: { label: 'France métropolitaine', zone: 'Europe/Paris' },
  'alsace-moselle': { label: 'Alsace-Moselle', zone: 'Europe/Paris' },
  guadeloupe: { label: 'Guadeloupe', zone: 'America/Guadeloupe' },
  martinique: { label: 'Martinique', zone: 'America/Martinique' },
  guyane: { label: 'Guyane', zone: 'America/Cayenne' },
  reunion: { label: 'La Réunion', zone: 'Indian/Reunion' },
  mayotte: { label: 'Mayotte', zone: 'Indian/Mayotte' },
  'saint-martin': { label: 'Saint-Martin', zone: 'America/Marigot' },
  'saint-barthelemy': { label: 'Saint-Barthélemy', zone: 'America/St_Barthelemy' },
  'saint-pierre-et-miquelon': { label: 'Saint-Pierre-et-Miquelon', zone: 'America/Miquelon' },
};

/** A zone by the place that people know it by. */
export const zoneLabel = (zone: string): string => {
  if (zone === 'Europe/Paris') return 'Paris';
  const known = Object.values(regions).find((region) => region.zone === zone);
  return known?.label ?? zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
};

export const regionChoices = (Object.keys(regions) as Region[]).map((value) => ({
  value,
  label: regions[value].label,
}));

/** The zones of the French regions, and the present one of the house when it is another. */
export const zoneChoices = (present: string) =>
  [...new Set([...Object.values(regions).map(({ zone }) => zone), present])].map((value) => ({
    value,
    label: zoneLabel(value),
  }));

export const professionChoices = (Object.keys(professionLabels) as Profession[]).map((value) => ({
  value,
  label: professionLabels[value].label,
}));

export const kinds: Readonly<
  Record<SlotKind, { readonly label: string; readonly short: string; readonly hint: string }>
> = {
  regular: { label: 'Ordinaire', short: 'Ordinaire', hint: 'Tous les motifs ordinaires.' },
  unscheduled: {
    label: 'Soins non programmés',
    short: 'SNP',
    hint: 'Gardé pour les demandes du jour.',
  },
  newPatient: { label: 'Nouveaux patients', short: 'Nouveaux', hint: 'Gardé pour les premières venues.' },
};

export const kindChoices = (Object.keys(kinds) as SlotKind[]).map((value) => ({
  value,
  label: kinds[value].label,
}));

export const absenceReasons: Readonly<Record<Absence['reason'], string>> = {
  leave: 'Congés',
  sick: 'Maladie',
  training: 'Formation',
  meeting: 'Réunion',
  other: 'Autre',
};

export const exceptionEffects: Readonly<Record<OpeningException['effect'], string>> = {
  closed: 'Fermer',
  replaced: 'Remplacer la journée',
  extra: 'Donner des créneaux en plus',
};

export const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

/** 1 to 7. */
export const weekdayLabel = (weekday: number): string => weekdays[weekday - 1] ?? '';

/** Names of fields, for « ce qui a changé ». */
export const fieldNames: Readonly<Record<string, string>> = {
  name: 'nom',
  zone: 'fuseau horaire',
  region: 'région',
  phone: 'téléphone',
  address: 'adresse',
  title: 'civilité',
  familyName: 'nom',
  givenName: 'prénom',
  profession: 'profession',
  rpps: 'RPPS',
  colour: 'couleur',
  step: 'pas',
  active: 'présence',
  position: 'ordre',
  practitionerId: 'praticien',
  minutes: 'durée',
  instruction: 'consigne',
  kind: 'type de plage',
  weekday: 'jour',
  start: 'début',
  end: 'fin',
  capacity: 'places',
  everyWeeks: 'rythme',
  anchorDay: 'semaine de départ',
  validFrom: 'à partir du',
  validTo: 'jusqu’au',
  fromDay: 'premier jour',
  toDay: 'dernier jour',
  reason: 'motif',
  note: 'note',
  initials: 'initiales',
  role: 'rôle',
};
