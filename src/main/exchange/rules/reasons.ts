/** Why a line was refused or deserves a look, in the words of whoever has to mend it. */
export const reasonTexts: Readonly<Record<string, string>> = {
  'birth-name-missing': 'Nom de naissance absent',
  'birth-date-invalid': 'Date de naissance impossible',
  'birth-date-in-future': 'Date de naissance dans le futur',
  'duplicate-code': 'Code déjà utilisé par une autre ligne',
  'name-too-long': 'Nom de plus de 100 caractères',
  'name-missing': 'Nom absent',
  'code-missing': 'Code absent',
  'unknown-practitioner': 'Praticien inconnu',
  'unknown-patient': 'Patient inconnu ou refusé',
  'date-invalid': 'Date impossible',
  'time-missing': 'Heure absente',
  'time-invalid': 'Heure impossible',
  'duration-invalid': 'Durée impossible',
  'unknown-status': 'Statut inconnu',
  'weekday-invalid': 'Jour de la semaine inconnu',
  'weeks-invalid': 'Alternance des semaines incomprise',
  'end-before-start': 'La fin précède le début',
  'nul-byte': 'Caractère nul dans la ligne',
  'too-many-columns': 'Plus de cellules que de colonnes (séparateur dans un texte ?)',
  formula: 'Une cellule contient une formule de tableur',
};

export const reasonText = (reason: string): string => reasonTexts[reason] ?? reason;
