/**
 * What turns the naming of a group into a reason or an exclusion: a negation, a restriction, a cause, a condition, or
 * being sent elsewhere (R.1110-8: whatever keeps people away, by any means). In the plain form of `plain.ts`. Pure.
 */

const words = (...whole: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${whole.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

export const EXCLUSIONS: readonly RegExp[] = [
  // Negations and limits.
  words(
    'complets?',
    'completes?',
    'pas',
    'plus',
    'moins',
    'jamais',
    'ni',
    'non',
    'sans',
    'guere',
    'aucune?s?',
    'nul(?:le)?',
    'trop',
  ),
  words('sauf', 'hors', 'hormis', 'excepte(?:e|es|s)?', 'exception', 'en dehors', 'a part', 'autres? que'),
  words(
    'uniquement',
    'seulement',
    'seul(?:e|s|es)?',
    'exclusivement',
    'n.?e? ?\\w+(?: \\w+){0,3} qu(?:e|.)',
    'reserv\\w*',
    'limit\\w*',
    'prior\\w*',
    'maximum',
    'minimum',
    'au[ -]dela',
    'jusqu',
  ),
  words(
    'exclu\\w*',
    'refus\\w*',
    'ecart\\w*',
    'interdi\\w*',
    'impossible\\w*',
    'inacceptable\\w*',
    'stop',
    'fini(?:e|s|es)?',
    'termine(?:e|s|es)?',
    'ferme(?:e|s|es)?',
    'dispens\\w*',
    'supprim\\w*',
    'renonc\\w*',
    'arret\\w*',
    'abandonn\\w*',
  ),
  // Causes.
  words(
    'a cause',
    'en raison',
    'raisons?',
    'parce',
    'car',
    'puisque?',
    'du fait',
    'comme',
    'compte tenu',
    'vu',
    'etant donne',
    'faute',
    'motifs?',
    'lie(?:e|s|es)?',
    'pour cause',
  ),
  // Conditions and obstacles.
  words(
    'conditions?',
    'exig\\w*',
    'oblig\\w*',
    'imperati\\w*',
    'indispensable\\w*',
    'necessaire\\w*',
    'doi(?:t|s|vent|vez)',
    'devr\\w*',
    'devez',
    'faut',
    'faudra',
    'avant tout',
    'prealable\\w*',
    'difficil\\w*',
    'compliqu\\w*',
    'deconseill\\w*',
    'evit\\w*',
    'dissuad\\w*',
    'supplement\\w*',
    'attend(?:re|ent|ez|ra|ront)',
  ),
  // Sent elsewhere.
  words(
    'ailleurs',
    'renvoy\\w*',
    'renvoi\\w*',
    'redirig\\w*',
    'orient(?:e|es|ee|ees|er|ons|ez)',
    'hopital',
    'urgences',
    'pmi',
    'dispensaires?',
    'adress(?:er|ez|ent|ons)',
    's.adress\\w+',
  ),
];

/**
 * Ways of saying that nobody is turned away for it. They are blanked before exclusions are looked for; any other
 * exclusion in the sentence still counts.
 */
export const WELCOMES: readonly RegExp[] = [
  words(
    'quels? que soi(?:t|ent)',
    'quelles? que soi(?:t|ent)',
    'sans (?:aucune )?distinctions?(?: d\\w*)?',
    'sans (?:aucune )?discriminations?(?: d\\w*)?',
    'peu importe',
    'y compris',
    'sans condition',
    'comme (?:tout le monde|les autres|toute autre personne|tous les patients)',
  ),
  words(
    'n.(?:est|etait|a ete) (?:pas|jamais) (?:un|une|le|la|des) (?:motifs?|raisons?|causes?|obstacles?|conditions?)(?: d. ?| de )?(?:refus)?',
  ),
  words(
    'ne (?:sont|seront) (?:pas|jamais) (?:des|les) (?:motifs?|raisons?|causes?|obstacles?|conditions?)(?: d. ?| de )?(?:refus)?',
  ),
  words(
    'ne (?:refus|ecart|exclu)\\w* (?:pas|jamais|personne|aucun\\w*)(?: \\w+)? (?:en raison|a cause|du fait)',
    '(?:personne|nul) n.est (?:jamais )?(?:refus|ecart|exclu)\\w* (?:en raison|a cause|du fait)',
    'aucun\\w* (?:personne|patient|patiente) n.est (?:refus|ecart|exclu)\\w* (?:en raison|a cause|du fait)',
  ),
];
