/**
 * How each protected ground is named in French, in the plain form of `plain.ts`. The grounds are those of article 225-1
 * of the Code pénal, 225-1-1, and L.1110-3 of the Code de la santé publique (C2S, AME). Stems cover inflections; what
 * they miss on purpose or for want of better is written in docs/spec/texts.md. Pure.
 */
import type { ProtectedGround } from '../../../../contract/text-problems.ts';

export interface GroupWords {
  readonly ground: ProtectedGround;
  readonly words: RegExp;
}

/** A whole word that begins so. */
const stems = (...beginnings: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${beginnings.join('|')})[\\p{L}]*`, 'gu');
/** Whole words or phrases. */
const words = (...whole: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${whole.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
/** « C2S », « C.2.S. », « c 2 s », « C-2-S ». */
const acronym = (letters: string): string => [...letters].join('[ .\\-·_/]{0,2}');

const YEARS = '(?:\\d{1,3}|[a-z]+(?:-[a-z]+)*)';
const PEOPLE =
  '(?:les|aux|des|nos|ses|leurs|patient\\w*|personne\\w*|gens|adulte\\w*|enfant\\w*|hommes?|femmes?|agee?s?|ceux|celles)';

export const GROUPS: readonly GroupWords[] = [
  {
    ground: 'coverage',
    words: words(...['cmuc', 'cmu', 'c2s', 'css', 'acs', 'ame'].map(acronym), 'cmu ?- ?c'),
  },
  {
    ground: 'coverage',
    words: words(
      'aide medicale(?: d.?etat)?',
      'complementaires? (?:sante )?solidaires?',
      'couverture maladie universelle',
      'tiers[ -]payants?',
    ),
  },
  {
    ground: 'economic',
    words: stems(
      'precai',
      'pauvre',
      'chomeu',
      'indigent',
      'defavoris',
      'demuni',
      'surendett',
      'sdf',
      'clochard',
      'vulnerab',
    ),
  },
  {
    ground: 'economic',
    words: words(
      'rsa',
      acronym('sdf'),
      'chomage',
      'minima sociaux',
      'cas soci(?:al|aux)',
      'allocataires?',
      'sans[ -]abris?',
      'sans domicile(?: fixe)?',
      'sans (?:emploi|travail|ressources?|revenus?|mutuelle)',
      'mutuelles?',
      '(?:faibles?|bas|petits?) revenus?',
      'situation (?:sociale|economique|financiere)',
      'demandeurs? d.emploi',
    ),
  },
  {
    ground: 'origin',
    words: stems(
      'etranger',
      'immigr',
      'migrant',
      'refugie',
      'gitan',
      'tsigane',
      'tzigane',
      'arabe',
      'maghreb',
      'african',
      'africain',
      'antillais',
      'asiatique',
      'clandestin',
      'ethni',
      'nationalite',
      'racia',
      'racis',
      'exile',
    ),
  },
  {
    ground: 'origin',
    words: words(
      'roms?',
      'races?',
      'noirs?',
      'blacks?',
      'origines?',
      'gens du voyage',
      'voyageurs',
      'sans[ -]papiers?',
      'demandeurs? d.asile',
      'situation irreguliere',
      'couleur de (?:la )?peau',
      'titres? de sejour',
      'pas francais(?:e|es)?',
      'turcs?',
      'turques?',
      'algerien(?:ne)?s?',
      'marocain(?:e)?s?',
      'tunisien(?:ne)?s?',
      'roumain(?:e)?s?',
      'ukrainien(?:ne)?s?',
      'comorien(?:ne)?s?',
      'chinois(?:e|es)?',
    ),
  },
  {
    ground: 'language',
    words: stems('francophon', 'allophon', 'arabophon', 'anglophon', 'interprete', 'traducteu', 'traductri'),
  },
  {
    ground: 'language',
    words: words(
      '(?:parl|compren|comprenn|maitris|lisen|ecriv|lit)[a-z]*(?: (?:pas|peu|mal|bien|correctement|couramment|suffisamment|assez|le|du|en))* francais',
      'langues?(?: (?:francaise|etrangere|maternelle)s?)?',
      'barriere de la langue',
      'non[ -]francophones?',
    ),
  },
  {
    ground: 'age',
    words: stems(
      'senior',
      'octogen',
      'nonagen',
      'septuagen',
      'sexagen',
      'centenair',
      'vieillard',
      'nourrisson',
      'adolescent',
      'retraite[se]',
    ),
  },
  {
    ground: 'age',
    words: words(
      'agee?s?',
      'ages?',
      'vieux',
      'vieil(?:le|les)?',
      'ados?',
      'bebes?',
      'enfants?',
      'mineure?s?',
      'jeunes?',
      'retraites?',
      'troisieme age',
      'quatrieme age',
      '[34]e age',
      // Not « une attente de plus de deux ans »: only where it is people who are that old.
      `${PEOPLE} (?:de |d.|ayant |qui ont )?(?:plus|moins) (?:de |d.)${YEARS} ans`,
      `${PEOPLE} (?:de |d.|ayant |a partir de |apres |avant |jusqu.a )${YEARS} ans`,
      `(?:avez|ont|aura|auront|vos|ses|leurs) ${YEARS} ans`,
      `(?:les|aux) ${YEARS} ?[-a] ?${YEARS} ans`,
      '(?:70|75|80|85|90)\\+',
    ),
  },
  {
    ground: 'disability',
    words: stems(
      'handica',
      'invalid',
      'infirmite',
      'malentendant',
      'malvoyant',
      'non-voyant',
      'aveugle',
      'autis',
      'trisom',
      'deficien',
      'paraplegi',
      'tetraplegi',
      'polyhandica',
      'sourde',
      'muette',
    ),
  },
  {
    ground: 'disability',
    words: words(
      'sourds?',
      'muets?',
      'fauteuils?(?: roulants?)?',
      'mobilite reduite',
      'pmr',
      'aah',
      'chien guide',
      'langue des signes',
    ),
  },
  { ground: 'dependency', words: stems('dependan', 'grabatair', 'impotent', 'alite', 'senil', 'ehpad') },
  {
    ground: 'dependency',
    words: words(
      'perte d.autonomie',
      'autonom(?:e|es|ie)',
      'tutelles?',
      'curatelles?',
      'maisons? de retraite',
      'sous protection',
      'gir ?[1-6]',
    ),
  },
  {
    ground: 'health',
    words: stems(
      'malade',
      'diabet',
      'cancer',
      'seropo',
      'epilep',
      'psychi',
      'depressi',
      'toxico',
      'drogu',
      'addict',
      'alcool',
      'pathologi',
      'schizo',
      'bipolair',
      'hepatit',
      'dement',
      'demence',
      'alzheimer',
      'parkinson',
      'dialys',
      'polypatholog',
      'contagieu',
      'substitution',
    ),
  },
  {
    ground: 'health',
    words: words(
      acronym('ald'),
      acronym('vih'),
      'sida',
      'hiv',
      'affections? de longue duree',
      '(?:etats?|problemes?) de sante',
      'maladies?(?: chroniques?)?',
      'cas (?:trop )?(?:lourds?|complexes?|difficiles?)',
      'dossiers? (?:trop )?(?:lourds?|complexes?|difficiles?)',
      'patients? (?:trop )?(?:lourds?|complexes?|difficiles?)',
      'trop lourds?',
      'obes(?:e|es|ite)',
      'fous',
      'folle?s?',
      'methadone',
    ),
  },
  { ground: 'pregnancy', words: stems('enceint', 'grossesse', 'accouch', 'parturiente', 'allaitan') },
  {
    ground: 'pregnancy',
    words: words(
      'femmes? qui allaite(?:nt)?',
      'futures? meres?',
      '(?:attend|attendent|attendez) un (?:bebe|enfant)',
    ),
  },
  {
    ground: 'family',
    words: stems('celibatair', 'divorc', 'concubin', 'monoparent', 'conjoint', 'epou[sx]'),
  },
  {
    ground: 'family',
    words: words(
      'familles?',
      'familia(?:l|le|les|ux)',
      'marie(?:e|s|es)?',
      'pacse(?:e|s|es)?',
      'veu(?:f|fs|ve|ves)',
      'meres? seules?',
      'meres? isolees?',
      'parents? (?:isoles?|seuls?|celibataires?)',
      '(?:parents?|proches?) (?:de|d.un|d.une|des) (?:nos |ses |leurs )?(?:patient|malade|personne)\\w*',
      'fratries?',
    ),
  },
  {
    ground: 'sex',
    words: words('hommes?', 'femmes?', 'masculins?', 'feminin(?:e|s|es)?', 'garcons?', 'filles?', 'sexes?'),
  },
  {
    ground: 'orientation',
    words: stems(
      'homosexu',
      'heterosexu',
      'bisexu',
      'transgenr',
      'transsexu',
      'lesbien',
      'lgbt',
      'intersexe',
    ),
  },
  {
    ground: 'orientation',
    words: words('gays?', 'trans', 'homos?', 'queers?', 'identite de genre', 'orientation sexuelle'),
  },
  {
    ground: 'morals',
    words: words(
      'moeurs',
      'prostitue(?:e|s|es)?',
      'travail(?:leur|leuse)s? du sexe',
      'detenus?',
      'sortants? de prison',
    ),
  },
  {
    ground: 'religion',
    words: stems(
      'musulman',
      'islam',
      'juif',
      'juive',
      'catholi',
      'chretien',
      'protestant',
      'bouddhist',
      'religi',
      'voilee',
    ),
  },
  {
    ground: 'religion',
    words: words(
      'voiles?',
      'foulards?',
      'hijab',
      'sectes?',
      'temoins? de jehovah',
      'croyan(?:t|te|ts|tes|ce|ces)',
    ),
  },
  {
    ground: 'opinions',
    words: words(
      'opinions?(?: politiques?)?',
      'partis? politiques?',
      'militant(?:e|s|es)?',
      'gilets? jaunes?',
      'antivax',
      'anti[ -]vax',
      'complotistes?',
    ),
  },
  {
    ground: 'union',
    words: words(
      'syndicats?',
      'syndica(?:l|le|les|ux)',
      'syndique(?:e|s|es)?',
      'syndicalistes?',
      'grevistes?',
    ),
  },
  {
    ground: 'appearance',
    words: words(
      'tatou(?:e|ee|es|ees|ages?)',
      'gros',
      'grosses?',
      'apparence(?: physique)?',
      'mal habille(?:e|s|es)?',
      'sales?',
    ),
  },
  { ground: 'surname', words: words('patronymes?', 'noms? de famille', 'noms? (?:etrangers?|arabes?)') },
  {
    ground: 'residence',
    words: words(
      'communes?',
      'quartiers?',
      '(?:des|de la|d.une|les) cites?',
      'hlm',
      'banlieues?',
      '(?:(?:votre|leurs?|son|cette|mauvaise|une?|quelle) |l.)adresses?',
      'codes? post(?:al|aux)',
      'lieux? de residence',
      '(?:hors|en dehors) (?:du |de |de la )?(?:secteur|departement|canton|village|ville)',
      '(?:du|le|notre) (?:secteur|departement|canton|village)',
      'habit(?:e|es|ez|ent|ant|ants|ants|ante|antes)',
      'resid(?:e|es|ez|ent|ant|ants|ents?|entes?)',
      'domicili(?:e|ee|es|ees|ation)',
      'foyers? (?:d.accueil|d.hebergement)',
      '(?:du|dans le|le) 9[345]',
    ),
  },
  { ground: 'genetics', words: stems('genetiqu', 'hereditair') },
  { ground: 'harassment', words: stems('harcel') },
  { ground: 'whistle-blower', words: words('lanceu(?:r|rs|se|ses) d.alerte') },
];

/**
 * Phrases that hold one of these words and name nobody. Replaced by blanks before anything is looked for. « Suivi de
 * grossesse » is an act of a midwife, « âme » is no coverage: what that lets through is in docs/spec/texts.md.
 */
export const NOT_A_GROUP: readonly RegExp[] = [
  /\{[^{}]*\}/gu,
  words(
    'a jeun',
    '(?:a la|en|sa|de) retraite',
    'sages?[ -]femmes?',
    'assurance maladie',
    'medecins? de famille',
    'suivis? (?:de|des) grossesses?',
  ),
  // Relatives of whoever is spoken to, not a group.
  words('(?:votre|vos|un de vos|une de vos) (?:enfants?|bebes?|proches?|parents?|familles?|conjoint[a-z]*)'),
  words(
    'dans (?:votre|la|une autre) commune',
    'dans le (?:secteur|departement|canton)',
    '(?:votre|leur|une?) adresses? (?:e-?mail|mail|electronique)',
    'l.adresse de (?:la maison|notre maison|la pharmacie|la structure)',
    '(?:le |de |du )?langues? des signes',
    'jeunes? (?:medecins?|praticiens?|confreres?)',
  ),
];
