/** What the journal calls an action, as the undo button says it. */
const texts: Readonly<Record<string, string>> = {
  'appointment.booked': 'rendez-vous pris',
  'appointment.moved': 'rendez-vous déplacé',
  'appointment.cancelled': 'rendez-vous annulé',
  'appointment.status': 'état du rendez-vous',
  'appointment.arrived': 'arrivée',
  'appointment.commented': 'commentaire',
  'request.booked': 'rendez-vous pris',
  'request.opened': 'demande ouverte',
  'request.updated': 'demande modifiée',
  'request.concluded': 'demande close',
  'callback.added': 'rappel promis',
  'callback.updated': 'rappel modifié',
  'callback.tried': 'tentative d’appel',
  'callback.closed': 'rappel terminé',
  'patient.created': 'fiche créée',
  'patient.updated': 'fiche modifiée',
  'absence.added': 'absence ajoutée',
  'absence.updated': 'absence modifiée',
  'absence.removed': 'absence retirée',
  'opening-hours.added': 'horaires ajoutés',
  'opening-hours.updated': 'horaires modifiés',
  'opening-hours.removed': 'plage retirée',
  'opening-exception.added': 'dérogation ajoutée',
  'opening-exception.removed': 'dérogation retirée',
};

export const actionText = (action: string): string => texts[action] ?? 'dernière action';
