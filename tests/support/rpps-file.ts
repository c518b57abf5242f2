/**
 * Extractions of the RPPS for tests, in the four headers that it has had. Fictitious people, phones that Arcep reserves;
 * RPPS numbers are made up, with their check digit.
 */

export type Variant = '2018' | '2021' | '2026' | 'sans-savoir-faire';

const STRUCTURE_2018 = [
  'Complément destinataire',
  'Complément point géographique',
  'Numéro Voie',
  'Indice répétition voie',
  'Code type de voie',
  'Libellé type de voie',
  'Libellé Voie',
  'Mention distribution',
  'Bureau cedex',
  'Code postal',
  'Code commune',
  'Libellé commune',
  'Code pays',
  'Libellé pays',
  'Téléphone',
  'Téléphone 2',
  'Télécopie',
  'Adresse e-mail',
  'Code département',
  'Libellé département',
] as const;

/** Column names of a variant, in order. */
export const columnsOf = (variant: Variant): string[] => {
  const suffix = variant === '2018' ? '(coord. Structure)' : '(coord. structure)';
  const structure = STRUCTURE_2018.filter((name) => variant !== '2018' || name !== 'Téléphone 2').map(
    (name) =>
      variant === '2021' && name.endsWith('département')
        ? `${name.replace('département', 'Département')} (structure)`
        : `${name} ${suffix}`,
  );
  const exercise = variant === '2021' ? 'civilité exercice' : 'civilité d’exercice';
  const names = [
    'Type d’identifiant PP',
    'Identifiant PP',
    'Identification nationale PP',
    `Code ${exercise}`,
    `Libellé ${exercise}`,
    'Code civilité',
    'Libellé civilité',
    'Nom d’exercice',
    'Prénom d’exercice',
    'Code profession',
    'Libellé profession',
    'Code catégorie professionnelle',
    'Libellé catégorie professionnelle',
    ...(variant === 'sans-savoir-faire'
      ? []
      : ['Code type savoir-faire', 'Libellé type savoir-faire', 'Code savoir-faire', 'Libellé savoir-faire']),
    'Code mode exercice',
    'Libellé mode exercice',
    'Numéro SIRET site',
    'Numéro SIREN site',
    'Numéro FINESS site',
    'Numéro FINESS établissement juridique',
    'Identifiant technique de la structure',
    'Raison sociale site',
    'Enseigne commerciale site',
    ...structure,
    'Ancien identifiant de la structure',
    'Autorité d’enregistrement',
    'Code secteur d’activité',
    'Libellé secteur d’activité',
    ...(variant === '2018'
      ? []
      : ['Code section tableau pharmaciens', 'Libellé section tableau pharmaciens']),
    ...(variant === '2026' || variant === 'sans-savoir-faire'
      ? ['Code fonction', 'Libellé fonction', 'Code genre d’activité', 'Libellé genre d’activité']
      : []),
  ];
  // The typographic apostrophe came and went as well.
  return variant === 'sans-savoir-faire' ? names : names.map((name) => name.replaceAll('’', "'"));
};

/** What a line says, by the beginning of the column's name. */
export interface Line {
  readonly n: number;
  readonly name: string;
  readonly given: string;
  /** Of the table TRE_G15. */
  readonly profession?: readonly [code: string, label: string];
  readonly skill?: readonly [code: string, label: string];
  readonly practice?: string;
  readonly postalCode?: string;
  readonly commune?: string;
  readonly cedex?: string;
  readonly departement?: string;
  readonly phone?: string;
  readonly female?: boolean;
  readonly title?: string;
}

/** The last digit makes the whole add up (Luhn). */
export const rppsNumber = (n: number): string => {
  const body = `1${String(n).padStart(9, '0')}`;
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const digit = Number(body[body.length - 1 - i]);
    const weighed = i % 2 === 0 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return `${body}${(10 - (sum % 10)) % 10}`;
};

const cellOf = (column: string, line: Line): string => {
  const name = column.replaceAll("'", '’').replace(/ \(.*$/, '');
  const [profession, label] = line.profession ?? ['60', 'Infirmier'];
  const id = rppsNumber(line.n);
  const said: Readonly<Record<string, string | undefined>> = {
    'Type d’identifiant PP': '8',
    'Identifiant PP': id,
    'Identification nationale PP': `8${id}`,
    'Code civilité d’exercice': line.title,
    'Code civilité exercice': line.title,
    'Code civilité': line.female ? 'MME' : 'M',
    'Nom d’exercice': line.name,
    'Prénom d’exercice': line.given,
    'Code profession': profession,
    'Libellé profession': label,
    'Code type savoir-faire': line.skill && 'S',
    'Code savoir-faire': line.skill?.[0],
    'Libellé savoir-faire': line.skill?.[1],
    'Code mode exercice': 'L',
    'Raison sociale site': line.practice,
    'Numéro Voie': '12',
    'Libellé type de voie': 'Rue',
    'Libellé Voie': 'DE LA GARE',
    'Bureau cedex': line.cedex,
    'Code postal': line.postalCode,
    'Libellé commune': line.commune,
    Téléphone: line.phone,
    'Code département': line.departement,
    'Code Département': line.departement,
  };
  return said[name] ?? '';
};

export const rppsLine = (variant: Variant, line: Line): string =>
  `${columnsOf(variant)
    .map((column) => cellOf(column, line))
    .join('|')}|`;

export const rppsHeader = (variant: Variant): string => `${columnsOf(variant).join('|')}|`;

export const rppsText = (variant: Variant, lines: readonly (Line | string)[]): string =>
  `${[rppsHeader(variant), ...lines.map((line) => (typeof line === 'string' ? line : rppsLine(variant, line)))].join('\n')}\n`;

const DOCTOR = ['10', 'Médecin'] as const;
const PHYSIO = ['70', 'Masseur-Kinésithérapeute'] as const;
const at = (postalCode: string, commune: string) => ({
  postalCode,
  commune,
  departement: postalCode.slice(0, 2),
});

/** Nine lines, seven people: two have two places, one has two specialties. Five of the people work in the Allier. */
export const SMALL: readonly Line[] = [
  {
    n: 1,
    name: 'FICTIF',
    given: 'ANNE-MARIE',
    female: true,
    profession: DOCTOR,
    skill: ['SM54', 'Médecine générale (SM)'],
    practice: 'CABINET DE LA GARE',
    phone: '0465711201',
    ...at('03200', 'VICHY'),
  },
  {
    n: 2,
    name: 'IMAGINAIRE',
    given: 'PAUL',
    profession: DOCTOR,
    skill: ['SM04', 'Cardiologie et maladies vasculaires'],
    phone: '04 65 71 12 02',
    ...at('03300', 'CUSSET'),
  },
  {
    n: 2,
    name: 'IMAGINAIRE',
    given: 'PAUL',
    profession: DOCTOR,
    skill: ['SM04', 'Cardiologie et maladies vasculaires'],
    practice: 'CH DE VICHY',
    ...at('03200', 'VICHY'),
  },
  { n: 3, name: 'INVENTÉE', given: 'ZOÉ', female: true, phone: '0639981203', ...at('03200', 'VICHY') },
  { n: 4, name: 'PRÉTENDU', given: 'LUC', profession: PHYSIO, phone: '12', ...at('03200', 'VICHY') },
  { n: 5, name: 'SUPPOSÉ', given: 'JEAN', profession: PHYSIO, ...at('43100', 'BRIOUDE') },
  // The post code lies in the line of the post office alone, and nothing says the département.
  { n: 6, name: 'THÉORIQUE', given: 'LÉA', female: true, cedex: '75015 PARIS' },
  {
    n: 7,
    name: 'SONGÉ',
    given: 'MARC',
    profession: ['21', 'Pharmacien'],
    practice: 'PHARMACIE DU PONT',
    ...at('03200', 'VICHY'),
  },
  {
    n: 7,
    name: 'SONGÉ',
    given: 'MARC',
    profession: ['21', 'Pharmacien'],
    practice: 'PHARMACIE DU PONT',
    ...at('63000', 'CLERMONT-FERRAND'),
  },
];
