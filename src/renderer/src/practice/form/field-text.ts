/** What is wrong with a field, said beside it. A code without a sentence of its own still says where to look. */
import type { FieldError } from '../../../../contract/errors.ts';
import { phoneMessages } from '../../patients/form/words.ts';

const sentences: Readonly<Record<string, string>> = {
  'end.end-before-start': 'La fin doit venir après le début.',
  'validTo.to-before-from': 'Le dernier jour vient avant le premier.',
  'toDay.to-before-from': 'Le dernier jour vient avant le premier.',
  'start.overlaps': 'Une autre plage couvre déjà ce moment.',
  'start.overlaps-extra':
    'Des créneaux supplémentaires sont donnés à ce moment et resteraient ouverts. Retirez-les d’abord.',
  'start.changes-nothing': 'Rien ne changerait : c’est déjà le cas à ce moment.',
  'start.required': 'Indiquez l’heure de début.',
  'end.required': 'Indiquez l’heure de fin.',
  'day.absent': 'Le praticien est absent à ce moment : ce créneau n’ouvrirait jamais.',
  'zone.unknown-zone': 'Ce fuseau horaire n’existe pas.',
  'name.duplicate': 'Ce nom est déjà pris dans la même profession.',
  'rpps.duplicate': 'Un autre praticien porte déjà ce numéro.',
  'rpps.invalid_format': 'Un numéro RPPS compte onze chiffres.',
  'initials.duplicate': 'Ces initiales sont déjà celles de quelqu’un.',
  'initials.too_big': 'Quatre lettres au plus.',
  'practitionerId.required': 'Choisissez le praticien.',
  'practitionerId.unknown': 'Ce praticien n’est plus dans la maison.',
  'active.last-at-desk':
    'Quelqu’un doit rester à l’accueil : c’est la dernière personne qui peut faire les réglages.',
  'role.last-at-desk':
    'Quelqu’un doit garder ce rôle : c’est la dernière personne qui peut faire les réglages.',
  'active.last-referent': 'C’est le dernier référent : nommez-en un autre d’abord.',
  'role.last-referent': 'C’est le dernier référent : nommez-en un autre d’abord.',
  'pin.pin-format': 'De quatre à huit chiffres.',
  'again.differs': 'Les deux codes diffèrent.',
  'pin.pin-obvious': 'Trop facile à deviner : pas de suite, de chiffre répété, d’année ni de date.',
  'pin.pin-required': 'La maison demande un code à chacun : changez-le plutôt que de le retirer.',
  'current.required': 'Tapez d’abord votre code actuel.',
  'pinRequired.own-pin-first': 'Donnez-vous d’abord un code : sinon vous ne pourriez plus prendre le poste.',
  'lockMinutes.too_big': 'Deux heures au plus.',
  'lockMinutes.too_small': 'Une minute au moins.',
  'profession.exactly-one': 'Choisissez une profession, ou un praticien.',
  'weekdays.too_small': 'Choisissez au moins un jour.',
  'cptsPhone.required': 'Une CPTS sans numéro n’aide personne : écrivez sa ligne.',
  'cptsPhone.invalid_format': 'Ce numéro ne se lit pas.',
  'sorterId.inactive': 'Ce praticien n’est plus dans la maison.',
  'phone.too_big': 'Ce numéro est trop long.',
  'minutes.too_small': 'Cinq minutes au moins.',
  'minutes.too_big': 'Huit heures au plus.',
  'step.too_small': 'Cinq minutes au moins.',
  'step.too_big': 'Deux heures au plus.',
  'quotaPerMonth.required': 'Combien de nouveaux patients par mois ?',
  'quotaPerMonth.too_small': 'Une place au moins ; sinon la porte est fermée.',
  'conditions.required': 'Choisissez au moins une condition.',
  'visitSector.required': 'Dites où vont les visites à domicile.',
  'ground.required': 'Choisissez sur quoi repose cette fermeture.',
  'validFrom.past': 'Le passé ne se réécrit pas : aujourd’hui au plus tôt.',
  'instructions.names-protected-group':
    'Une consigne n’écarte personne pour ce motif : la loi l’interdit (CSP L.1110-3). Reformulez sans nommer de groupe.',
  'visitSector.names-protected-group': 'Un secteur nomme des lieux, et n’écarte personne.',
  'appointmentId.not-to-come': 'Ce rendez-vous est passé ou annulé : il n’y a plus rien à avancer.',
  'saidOn.in-future': 'Cette date est à venir.',
  'holdsUntil.before-said': 'La fin vient avant le jour où cela a été dit.',
  'practitionerIds.inactive': 'Ce praticien n’est plus dans la maison.',
  'practitionerIds.not-of-profession': 'Ce praticien n’exerce pas cette profession.',
  'practitionerIds.herself-missing': 'Comptez-vous parmi les praticiens qui l’ont décidé.',
  'practitionerIds.duplicate': 'Ce praticien est nommé deux fois.',
  'practitionerId.inactive': 'Ce praticien n’est plus dans la maison.',
  'practitionerId.other-practitioner':
    'Ces places sont celles d’un autre praticien : prenez le rendez-vous avec lui.',
  'appointmentTypeId.not-offered': 'Ce praticien ne reçoit pas pour ce motif.',
  'until.past': 'Cette date est passée : aujourd’hui au plus tôt.',
  'due.past': 'Ce moment est passé : choisissez-en un à venir.',
  'cap.below-heaviest': 'Le plafond ne peut pas être plus bas que le critère le plus lourd.',
  'on.future': 'Une décision ne se date pas d’avance.',
  'to.before-from': 'La fin doit venir après le début.',
  'reviewOn.before-start': 'La revue vient après le premier jour.',
};

const byCode: Readonly<Record<string, string>> = {
  ...phoneMessages,
  too_small: 'À remplir.',
  too_big: 'C’est trop long.',
  invalid_type: 'À remplir.',
  invalid_format: 'Cette écriture n’est pas reconnue.',
  invalid_value: 'Choisissez dans la liste.',
  required: 'À remplir.',
  duplicate: 'Déjà pris.',
};

export const fieldText = ({ path, code }: FieldError): string =>
  sentences[`${path.split('.').at(-1)}.${code}`] ?? byCode[code] ?? 'Ce champ est à corriger.';

/** By path, the first mistake of each field. */
export const fieldTexts = (fields: readonly FieldError[]): Record<string, string> => {
  const texts: Record<string, string> = {};
  for (const field of fields) texts[field.path] ??= fieldText(field);
  return texts;
};
