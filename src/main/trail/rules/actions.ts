/**
 * What each action of the journal is called on screen and on paper, and under which kind somebody looks for it. Closed: an
 * action that is written anywhere in the program has its line here, or `actions.test.ts` names it.
 */
import type { JournalKind } from '../../../contract/journal.ts';

interface Said {
  readonly kind: JournalKind;
  /** French, without a full stop: who and whom stand beside it. */
  readonly what: string;
}

const of = (kind: JournalKind, sentences: Readonly<Record<string, string>>): [string, Said][] =>
  Object.entries(sentences).map(([action, what]) => [action, { kind, what }]);

const TABLE: ReadonlyMap<string, Said> = new Map([
  ...of('seen', {
    'patient.opened': 'Dossier consulté',
    'journal.consulted': 'Journal consulté',
    'journal.patient-consulted': 'Journal de ce dossier consulté',
    'journal.details-read': 'Détail d’une ligne du journal lu',
    'salvage.read': 'Fichier mis de côté relu : ce qui est à ressaisir',
  }),
  ...of('made', {
    'patient.created': 'Dossier créé',
    'appointment.booked': 'Rendez-vous pris',
    'hold.placed': 'Place gardée le temps d’un appel',
    'request.opened': 'Demande notée',
    'request.continued': 'Demande reprise',
    'callback.added': 'Rappel promis',
    'callback.opened': 'Rappel promis',
    'cascade.ticked': 'Étape cochée pour un soin non programmé',
    'redirection.started': 'Orientation proposée',
    'waitlist.added': 'Inscription sur une liste d’attente',
    'waitlist.entered': 'Inscription sur une liste d’attente, à la suite d’une demande',
    'offer.made': 'Place libérée proposée',
    'freed-slot.raised': 'Place libérée signalée',
    'newcomer.accepted': 'Accepté comme nouveau patient',
    'directory.added': 'Fiche ajoutée à l’annuaire',
    'urgency.ruled-out': 'Urgence écartée',
    'urgency.patient-calls-15': 'Urgence : la personne appelle le 15',
    'urgency.we-call-15': 'Urgence : le secrétariat appelle le 15',
    'urgency.practitioner-told': 'Urgence : praticien prévenu',
    'urgency.doubt': 'Urgence : doute transmis',
    'exchange.created': 'Repris de l’ancien agenda',
    'exchange.imported': 'Ancien agenda repris',
    'night-return.brought': 'Retour du matin reçu',
    'night-return.typed': 'Ligne du retour du matin tapée',
    'demo.seeded': 'Maison fictive préparée',
  }),
  ...of('changed', {
    'patient.updated': 'Dossier modifié',
    'appointment.status': 'État du rendez-vous changé',
    'appointment.commented': 'Note du rendez-vous changée',
    'request.updated': 'Demande modifiée',
    'request.closed': 'Demande conclue',
    'request.concluded': 'Demande conclue',
    'request.reopened': 'Demande rouverte',
    'callback.updated': 'Rappel modifié',
    'callback.tried': 'Rappel tenté',
    'callback.closed': 'Rappel conclu',
    'callback.taken-back': 'Rappel retiré',
    'redirection.tried': 'Orientation : appel tenté',
    'redirection.contacted': 'Orientation : contact pris',
    'redirection.accepted': 'Orientation : acceptée',
    'redirection.full': 'Orientation : complet',
    'redirection.unreachable': 'Orientation : injoignable',
    'redirection.not-gone': 'Orientation : la personne n’y est pas allée',
    'redirection.opened': 'Orientation rouverte',
    'redirection.postponed': 'Relance d’une orientation reportée',
    'waitlist.updated': 'Inscription sur une liste modifiée',
    'waitlist.reconfirmed': 'Inscription sur une liste reconfirmée',
    'waitlist.tried': 'Appel tenté pour une liste d’attente',
    'waitlist.closed': 'Sortie d’une liste d’attente',
    'waitlist.reopened': 'Retour sur une liste d’attente',
    'waitlist.asked-again': 'Nouvelle demande pour une liste d’attente',
    'waitlist.fell-back': 'Inscription revenue à la demande précédente',
    'waitlist.returned': 'Inscription sur une liste reprise',
    'waitlist.ended': 'Inscription sur une liste terminée',
    'waitlist.followed': 'Inscription suivie vers un autre praticien',
    'waitlist.served': 'Place trouvée pour une personne en attente',
    'waitlist.waits-again': 'De nouveau en attente sur une liste',
    'waitlist.rung-in-vain': 'Appelé sans réponse pour une place',
    'waitlist.left': 'Sortie d’une liste après un appel',
    'offer.accepted': 'Place libérée acceptée',
    'offer.answered': 'Réponse à une place proposée',
    'offer.expired': 'Place proposée trop tard',
    'offer.taken-back': 'Proposition de place retirée',
    'freed-slot.ended': 'Place libérée close',
    'freed-slot.left-free': 'Place laissée libre',
    'freed-slot.stands-again': 'Place libérée à nouveau',
    'hold.expired': 'Place gardée rendue à son heure',
    'hold.released': 'Place gardée rendue',
    'newcomer.given-back': 'Place de nouveau patient rendue',
    'criterion.set': 'Critère d’une liste d’attente précisé',
    'urgency.acknowledged': 'Urgence : réponse du praticien',
    'directory.updated': 'Fiche de l’annuaire modifiée',
    'directory.updated-by-import': 'Fiche de l’annuaire mise à jour',
    'directory.verified': 'Fiche de l’annuaire vérifiée',
    'directory.put-away': 'Fiche de l’annuaire rangée',
    'directory.brought-back': 'Fiche de l’annuaire ressortie',
    'exchange.updated': 'Mis à jour depuis l’ancien agenda',
    'exchange.columns-corrected': 'Colonnes de l’ancien agenda corrigées',
    'person.erased': 'Personne effacée',
    'person.words-erased': 'Mots sur la personne effacés',
    'person.held': 'Litige en cours noté',
    'person.hold-lifted': 'Litige terminé',
    'retention.run': 'Effacement de ce qui est dû',
    'retention.done': 'Fin de l’effacement de ce qui est dû',
    'rows.erased-again': 'Effacé de nouveau après une restauration',
    'night-return.corrected': 'Ligne du retour du matin corrigée',
    'night-return.aside': 'Ligne du retour du matin mise de côté',
    'night-return.linked': 'Ligne du retour du matin rattachée',
    'night-return.settled': 'Ligne du retour du matin traitée',
    'night-return.waits-again': 'Ligne du retour du matin de nouveau à traiter',
    'journal.erased': 'Contenu d’entrées du journal effacé',
  }),
  ...of('moved', {
    'appointment.moved': 'Rendez-vous déplacé',
    'appointment.cancelled': 'Rendez-vous annulé',
  }),
  ...of('refused', {
    'refusal.recorded': 'Refus enregistré',
    'decision.recorded': 'Décision d’un praticien enregistrée',
    'decision.handed-over': 'Décision remise à la personne',
    'decision.withdrawn': 'Décision retirée',
  }),
  ...of('merged', {
    'patient.merged': 'Dossiers fusionnés',
    'patient.unmerged': 'Dossiers séparés',
  }),
  ...of('exported', {
    'waitlist.exported': 'Liste exportée pour la CPTS',
    'person.exported': 'Tout ce qui est conservé sur la personne lui a été remis',
    'fallback.written': 'Feuilles de secours écrites',
    'journal.exported': 'Journal exporté',
    'journal.patient-exported': 'Journal de ce dossier exporté',
  }),
  ...of('printed', {
    'day.printed': 'Journée imprimée',
    'handover.given': 'Consignes du soir remises au télésecrétariat',
    'salvage.printed': 'Liste de ce qui est à ressaisir imprimée',
    'journal.patient-printed': '« Qui a consulté ce dossier » imprimé',
  }),
  ...of('restored', {
    'copy.restored': 'Sauvegarde remise en place',
    'salvage.done': 'Fichier mis de côté : tout est dit ressaisi',
  }),
  ...of('people', {
    'staff.added': 'Personne ajoutée à l’équipe',
    'staff.updated': 'Personne de l’équipe modifiée',
    'seat.taken': 'Arrivée au poste',
    'seat.tried': 'Code tapé au poste',
    'pin.set': 'Code personnel choisi',
    'pin.removed': 'Code personnel retiré',
    'pin.recovered': 'Code personnel retrouvé par le code de récupération',
    'seating.saved': 'Verrouillage des postes réglé',
  }),
  ...of('settings', {
    'house.set-up': 'Maison créée',
    'house.updated': 'Maison modifiée',
    'practitioner.added': 'Praticien ajouté',
    'practitioner.updated': 'Praticien modifié',
    'practitioner.moved': 'Ordre des praticiens changé',
    'appointment-type.added': 'Motif ajouté',
    'appointment-type.updated': 'Motif modifié',
    'opening-hours.added': 'Horaires ajoutés',
    'opening-hours.updated': 'Horaires modifiés',
    'opening-hours.removed': 'Horaires retirés',
    'opening-exception.added': 'Ouverture ou fermeture d’un jour ajoutée',
    'opening-exception.removed': 'Ouverture ou fermeture d’un jour retirée',
    'absence.added': 'Absence notée',
    'absence.updated': 'Absence modifiée',
    'absence.removed': 'Absence retirée',
    'policy.set': 'Règle d’accueil des nouveaux patients changée',
    'text.saved': 'Texte de la maison enregistré',
    'handover.worded': 'Consignes du soir rédigées',
    'text.reset': 'Texte remis à sa formule d’origine',
    'unscheduled-settings.saved': 'Réserve de soins non programmés réglée',
    'reserve-rule.set': 'Règle de réserve changée',
    'reserve.released': 'Réserve rendue',
    'waitlist-settings.saved': 'Listes d’attente réglées',
    'waitlist-rules.written': 'Règle d’ordre des listes écrite',
    'waitlist-rules.adopted': 'Règle d’ordre des listes adoptée',
    'place-facts.set': 'Accès et visites d’un praticien précisés',
    'places.given': 'Places rouvertes données',
    'places.withdrawn': 'Places rouvertes retirées',
    'places.ended': 'Places rouvertes terminées',
    'places.used': 'Place rouverte employée',
    'places.taken': 'Place rouverte prise',
    'places.open-again': 'Places rouvertes de nouveau',
    'urgency-card.written': 'Carte d’urgence écrite',
    'urgency-card.signed': 'Carte d’urgence signée',
    'urgency-numbers.updated': 'Numéros d’urgence modifiés',
    'directory.imported': 'Annuaire national repris',
    'copies.target-set': 'Second endroit des sauvegardes choisi',
    'recovery-code.replaced': 'Code de récupération remplacé',
    'retention-settings.saved': 'Durées de conservation réglées',
    'fallback.set': 'Dossier de secours choisi',
    'journal.verified': 'Journal vérifié',
  }),
]);

const UNDONE = '.undone';

/** What an action is called. One of a later version of Parvis is named as it is written. */
export const saidOf = (action: string): Said => {
  const base = action.endsWith(UNDONE) ? action.slice(0, -UNDONE.length) : action;
  const said = TABLE.get(base) ?? { kind: 'changed', what: `Acte « ${base} »` };
  return base === action ? said : { ...said, what: `Annulé aussitôt (Ctrl+Z) : ${said.what}` };
};

export const isNamed = (action: string): boolean => TABLE.has(action);

/** Every action of a kind, and each one's undoing. */
export const actionsOf = (kind: JournalKind): string[] =>
  [...TABLE].flatMap(([action, said]) => (said.kind === kind ? [action, `${action}${UNDONE}`] : []));
