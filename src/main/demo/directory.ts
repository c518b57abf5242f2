/** Whom the fictitious house knows outside. Nobody exists; every number is of a range that Arcep reserves for fiction. */
import type { DirectoryProfession, Told } from '../../contract/directory.ts';
import type { DirectoryEntryId, StaffId } from '../../contract/ids.ts';
import { addDays, type Day } from '../../contract/time.ts';
import { get, type ReadDb } from '../core/db.ts';
import { found } from '../core/errors.ts';
import type { Tx } from '../core/ground.ts';
import { departementOf } from '../directory/rules/departement.ts';
import { insertEntry, type StoredEntry, updateEntry } from '../directory/store/rows.ts';

interface Known extends Partial<Omit<StoredEntry, 'places'>> {
  readonly name: string;
  /** E.164, to be given to patients. */
  readonly phone: string;
  readonly town: readonly [postalCode: string, commune: string];
  readonly practice?: string;
  readonly newcomers?: Told;
  /** Days since somebody made sure; absent: never. */
  readonly verified?: number;
}

const person = (
  title: string,
  name: string,
  givenName: string,
  profession: DirectoryProfession,
  more: Omit<Known, 'name' | 'title' | 'givenName' | 'profession' | 'kind'>,
): Known => ({ kind: 'person', title, name, givenName, profession, ...more });

const BOURG = ['03999', 'Bourg-Fictif'] as const;
const VILLE = ['03998', 'Ville-Inventée'] as const;
const SUR = ['63999', 'Imaginaire-sur-Allier'] as const;

const outside: readonly Known[] = [
  {
    kind: 'service',
    name: 'SAS de l’Allier (fictif)',
    phone: '+33465710100',
    town: VILLE,
    takesUnscheduled: 'yes',
    conditions: 'après le médecin traitant et les confrères de la maison ; le 15 pour toute urgence',
    verified: 12,
  },
  {
    kind: 'cpts',
    name: 'CPTS du Pays-Fictif, ligne des soins non programmés',
    phone: '+33465710200',
    professionalPhone: '+33465710201',
    town: BOURG,
    takesUnscheduled: 'yes',
    newcomers: 'yes',
    conditions: 'du lundi au vendredi, 8 h à 19 h ; rappelle dans l’heure',
    verified: 20,
  },
  {
    kind: 'pharmacy',
    name: 'Pharmacie du Pont-Imaginaire',
    phone: '+33465710300',
    professionalPhone: '+33639980300',
    town: BOURG,
    verified: 34,
  },
  {
    kind: 'hospital',
    name: 'Hôpital de Ville-Inventée',
    phone: '+33465710400',
    town: VILLE,
    competences: ['Urgences', 'Radiologie', 'Laboratoire'],
  },
  {
    kind: 'msp',
    name: 'Maison de santé des Trois-Chimères',
    phone: '+33465710500',
    town: SUR,
    newcomers: 'yes',
    verified: 48,
  },
  {
    kind: 'ess',
    name: 'Équipe de soins spécialisés Cœur-Fictif',
    phone: '+33465710600',
    town: VILLE,
    competences: ['Cardiologie', 'Téléexpertise'],
    mssante: 'coeur@ess-fictive.example',
    conditions: 'téléexpertise sur courrier du médecin traitant',
    verified: 130,
  },
  {
    kind: 'practice',
    name: 'Cabinet dentaire fictif des Tilleuls',
    phone: '+33465711300',
    town: BOURG,
    newcomers: 'yes',
    conditions: 'urgences dentaires le matin, appeler avant 9 h',
    verified: 20,
  },
  person('Dr', 'Chimérat', 'Odile', 'general-practitioner', {
    phone: '+33465710700',
    town: SUR,
    practice: 'Maison de santé des Trois-Chimères',
    newcomers: 'yes',
    takesUnscheduled: 'yes',
    conditions: 'habitants d’Imaginaire-sur-Allier et des communes voisines',
    verified: 48,
  }),
  person('Dr', 'Faribole', 'Gaspard', 'general-practitioner', {
    phone: '+33465710800',
    town: VILLE,
    newcomers: 'no',
    verified: 96,
  }),
  person('Dr', 'Mirage', 'Solène', 'specialist', {
    phone: '+33465710900',
    town: VILLE,
    practice: 'Hôpital de Ville-Inventée',
    professionLabel: 'Cardiologue',
    competences: ['Cardiologie', 'Échographie cardiaque'],
    mssante: 'solene.mirage@cardio-fictive.example',
    conditions: 'sur courrier',
    newcomers: 'yes',
    verified: 9,
  }),
  person('Mme', 'Balivernes', 'Nora', 'physiotherapist', {
    phone: '+33465711000',
    town: BOURG,
    competences: ['Rééducation respiratoire'],
    newcomers: 'yes',
    takesUnscheduled: 'yes',
    verified: 5,
  }),
  person('M.', 'Sornette', 'Luc', 'nurse', {
    phone: '+33639981100',
    town: BOURG,
    competences: ['Plaies et cicatrisation'],
    conditions: 'à domicile, dix kilomètres',
  }),
  person('Mme', 'Utopie', 'Clémence', 'midwife', {
    phone: '+33639981200',
    town: SUR,
    newcomers: 'yes',
    verified: 61,
  }),
];

const storedOf = ({ phone, town, practice, newcomers, verified: _, ...said }: Known): StoredEntry => ({
  kind: 'person',
  title: '',
  givenName: '',
  profession: null,
  professionLabel: null,
  competences: [],
  conditions: null,
  takesUnscheduled: 'unknown',
  professionalPhone: null,
  mssante: null,
  rpps: null,
  ...said,
  takesNewcomers: newcomers ?? 'unknown',
  publicPhone: phone,
  places: [
    {
      name: practice ?? null,
      address: null,
      postalCode: town[0],
      commune: town[1],
      departement: departementOf(town[0]),
      phone: null,
    },
  ],
});

/** @param by the receptionist who made sure of them */
export const knowOutside = (tx: Tx, today: Day, by: StaffId): void => {
  for (const known of outside) {
    const stored = storedOf(known);
    const id = insertEntry(tx.db, stored, tx.now);
    if (known.verified !== undefined)
      updateEntry(tx.db, id, stored, {
        ownParts: [],
        verifiedOn: addDays(today, -known.verified),
        verifiedBy: by,
        putAwayOn: null,
      });
  }
};

/** Somebody of them by the family name, or a structure by its own. */
export const knownOutside = (db: ReadDb, name: string): DirectoryEntryId =>
  found(
    get<{ id: DirectoryEntryId }>(db, 'SELECT id FROM directory_entries WHERE name = ?', [name]),
    'directory-entry',
  ).id;
