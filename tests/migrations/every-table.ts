/**
 * One fictitious row at least for each table, as the migration that made or changed the table would have found it. Written
 * in SQL: a file of that time knew none of today's services. A migration that makes a table adds its lines here, and
 * `every-version.test.ts` says so when it does not.
 */
export interface Rows {
  /** Written in a file that stands at this version or a later one. */
  readonly version: number;
  /** Left out from this version on: the table has changed its shape, and a later line writes the new one. */
  readonly until?: number;
  readonly sql: string;
}

/** 26 January 2026, 08:00 UTC. */
const AT = 1_769_414_400_000;

/** 32 bytes, as a digest or a key has. */
const BYTES = `x'${'0a'.repeat(32)}'`;

export const EVERY_TABLE: readonly Rows[] = [
  {
    version: 10,
    sql: `
      INSERT INTO journal VALUES (1, ${AT}, 1, 'CM', 'Accueil 1', 'appointment.booked', 1, NULL, ${BYTES}, ${BYTES}),
        (2, ${AT + 1}, 1, 'CM', 'Accueil 1', 'appointment.booked.undone', 0, 1, ${BYTES}, ${BYTES}),
        (3, ${AT + 2}, 2, 'NB', 'Accueil 2', 'journal.erased', 0, NULL, ${BYTES}, ${BYTES});
      INSERT INTO journal_rows VALUES (1, 'appointment', 1), (1, 'patient', 1), (2, 'appointment', 1);
      INSERT INTO journal_contents VALUES (1, x'${'0b'.repeat(16)}', '{"before":null,"after":{"day":"2026-01-27"}}', NULL),
        (2, NULL, NULL, ${AT + 2});
      INSERT INTO cursors VALUES ('a-follower', 2);`,
  },
  {
    version: 20,
    sql: `
      INSERT INTO house VALUES (1, 3, 'Maison fictive des Tilleuls', 'Europe/Paris', 'alsace-moselle', '+33199000101',
        '1 place Fictive', 0);
      INSERT INTO practitioners VALUES (1, 1, 'MED1', 'Dr', 'Fictive', 'Anne', 'general-practitioner', '10000000001', 'blue',
        15, 1, 1), (2, 2, NULL, '', 'Fictif', 'Paul', 'physiotherapist', NULL, 'teal', 30, 0, 2);
      INSERT INTO staff VALUES (1, 1, 'CM', 'Camille Modèle', 'reception', NULL, 1), (2, 4, 'NB', 'Noé Brouillon',
        'coordinator', NULL, 0), (3, 1, 'AF', 'Anne Fictive', 'practitioner', 1, 1);
      INSERT INTO appointment_types VALUES (1, 1, 'general-practitioner', NULL, 'Consultation', 15, NULL, 'Carte Vitale',
        'regular', 1, 1), (2, 1, NULL, 2, 'Bilan', 45, 'teal', NULL, 'newPatient', 0, 2);
      INSERT INTO opening_hours VALUES (1, 1, 1, 1, 480, 720, 'regular', 1, 1, '2026-01-05', '2026-01-05', NULL),
        (7, 1, 2, 6, 540, 600, 'unscheduled', 3, 2, '2026-01-10', '2026-01-10', '2026-06-30');
      INSERT INTO opening_exceptions VALUES (1, 1, 1, '2026-02-02', 'extra', 780, 840, 'unscheduled', 2, 'grippe');
      INSERT INTO absences VALUES (1, 1, 1, '2026-02-16', '2026-02-20', NULL, NULL, 'leave', NULL),
        (2, 1, 2, '2026-02-23', '2026-02-23', 480, 600, 'other', 'formation à l’hôpital');`,
  },
  {
    version: 30,
    sql: `
      INSERT INTO patients (id, version, source_code, source_version, birth_name, used_name, given_names, used_given_name,
        birth_date, birth_precision, sex, identity, email, address, postal_code, city, doctor_kind, doctor_practitioner_id,
        doctor_name, note, merged_into, survivor_id, display_name, sort_key, created_at)
      VALUES (1, 5, 'P1', 4, 'ESSAI', 'MODÈLE', 'Élodie Anne', 'Élodie', '1980-02-29', 'day', 'female',
        'validated', 'essai@example.test', '2 rue Fictive', '67000', 'Strasbourg', 'house', 1, NULL, 'sonner deux fois', NULL, NULL,
        'MODÈLE Élodie', 'modele elodie', ${AT}),
        (2, 1, NULL, NULL, 'ESSAI', NULL, 'Elodie', NULL, '1980', 'estimated', 'unknown', 'provisional', NULL, NULL, NULL,
        NULL, 'outside', NULL, 'Dr Ailleurs', NULL, 1, 1, 'ESSAI Elodie', 'essai elodie', ${AT});
      INSERT INTO patient_phones VALUES (1, 0, '+33639980101', 'mobile'), (1, 1, '+33199000102', 'landline');
      INSERT INTO patient_needs VALUES (1, 'wheelchair'), (1, 'interpreter');
      INSERT INTO patient_names VALUES ('essai', 1), ('modele', 1), ('essai', 2);`,
  },
  {
    version: 40,
    sql: `
      INSERT INTO claims (id, version, kind, source_code, practitioner_id, day, start_min, end_min, released_from, status,
        capacity, overbooked, overbooked_reason, overbooked_by, patient_id, appointment_type_id, comment, excused,
        cancelled_by, cancel_reason, cancelled_at, expires_at, created_at)
      VALUES (1, 2, 'appointment', 'R1', 1, '2026-01-27', 540, 555, NULL, 'booked', 1, 0, NULL, NULL, 1, 1, 'à jeun', NULL, NULL,
        NULL, NULL, NULL, ${AT}),
        (2, 1, 'appointment', NULL, 1, '2026-01-27', 540, 555, NULL, 'booked', 1, 1, 'enfant fiévreux', 1, 1, 1, NULL, NULL, NULL,
        NULL, NULL, NULL, ${AT}),
        (3, 3, 'appointment', NULL, 1, '2026-01-28', 600, 615, NULL, 'cancelled', 1, 0, NULL, NULL, 1, 1, NULL, NULL, 'patient',
        'empêchée', ${AT}, NULL, ${AT}),
        (4, 2, 'appointment', NULL, 1, '2026-01-26', 600, 630, 610, 'noshow', 1, 0, NULL, NULL, 1, 1, NULL, 1, NULL, NULL, NULL,
        NULL, ${AT}),
        (5, 1, 'hold', NULL, 1, '2026-01-29', 600, 615, NULL, 'expired', 1, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
        NULL, ${AT + 60_000}, ${AT});`,
  },
  {
    version: 50,
    until: 70,
    sql: `
      INSERT INTO requests VALUES (1, 1, 'call', 1, 'le matin', ${AT}, 1, NULL, NULL, NULL),
        (2, 2, 'counter', 1, NULL, ${AT}, 1, ${AT + 60_000}, 'appointment', 1),
        (3, 2, 'pharmacy', NULL, 'rappeler', ${AT}, 1, ${AT + 60_000}, 'withdrawn', NULL);`,
  },
  {
    version: 60,
    sql: `
      INSERT INTO imports VALUES (1, ${AT}, 10, 2, 1);
      INSERT INTO import_rows VALUES ('practitioner', 'MED1', 1, 'abc', 1, 1), ('claim', 'R1', 1, 'def', 2, 1);
      INSERT INTO import_mappings VALUES ('nom;prenom', 'patients', '{"nom":"birthName"}');`,
  },
  {
    version: 70,
    sql: `
      INSERT INTO requests (id, version, nature, origin, patient_id, caller_name, practitioner_id, message_kind, message_urgent,
        wish, owner_staff_id, due, opened_at, opened_by)
      VALUES (11, 1, 'registration', 'call', 1, NULL, NULL, NULL, NULL, 'le mercredi', 1, ${AT}, ${AT}, 1),
        (12, 1, 'message', 'telesecretariat', NULL, 'Mme Essai', 1, 'result', 0, NULL, 1, ${AT}, ${AT}, 1);
      INSERT INTO callbacks (id, version, request_id, patient_id, caller_name, phone, about, owner_practitioner_id, due,
        opened_at, opened_by, attempts, last_attempt_at)
      VALUES (1, 2, 11, 1, NULL, '+33639980101', 'son ordonnance', 1, ${AT}, ${AT}, 1, 1, ${AT});
      INSERT INTO requests (id, version, nature, origin, patient_id, profession, list_profession, list_wishes, outcome, owner_staff_id,
        due, continues, opened_at, opened_by, closed_at, closed_by)
      VALUES (13, 2, 'registration', 'pharmacy', 1, 'general-practitioner', 'general-practitioner',
        '{"practitionerIds":[1],"wishes":{"days":[3],"parts":[],"noticeMinutes":60}}', 'registration-list', 1, ${AT}, 11,
        ${AT}, 1, ${AT + 1}, 1);`,
  },
  {
    version: 80,
    sql: `
      INSERT INTO urgency_cards (id, number, red_flags, author, written_by, written_at, signed_by, signed_staff, signed_on,
        review_due)
      VALUES (1, 1, '["Douleur dans la poitrine"]', 'Dr Fictive', 1, ${AT}, 1, 3, '2026-01-20', '2026-07-20'),
        (2, 2, '["Gêne pour respirer"]', 'Dr Fictive', 1, ${AT}, NULL, NULL, NULL, NULL);
      INSERT INTO urgency_numbers VALUES (1, 2, '15');
      INSERT INTO urgency_events (id, key, at, written_at, what, request_id, practitioner_id, card_id, follows_key, by_staff,
        acknowledged_at, acknowledged_by, acknowledged_staff, decision)
      VALUES (1, 'k-1', ${AT}, ${AT}, 'ruled-out', 11, NULL, 1, NULL, 1, NULL, NULL, NULL, NULL),
        (2, 'k-2', ${AT}, ${AT + 1}, 'practitioner-told', 11, 1, 1, 'k-1', 1, ${AT + 2}, 1, 3, 'no-urgency');`,
  },
  {
    version: 90,
    sql: `
      INSERT INTO text_versions VALUES (1, 'refusal.listFull', 'La patientèle est complète.', 'house', 1, ${AT}),
        (2, 'refusal.listFull', 'La liste est complète.', 'told', NULL, ${AT});`,
  },
  {
    version: 100,
    sql: `
      INSERT INTO policies VALUES (1, 1, 'closed', NULL, 0, 0, NULL, '2026-01-01', '2026-07-01', 'list-full', 1,
        'les bébés de la commune', 'reception', 3, ${AT}, NULL),
        (2, 2, 'quota', 4, 0, 0, NULL, '2026-01-01', '2026-07-01', NULL, 0, NULL, 'practitioner', 1, ${AT}, NULL);
      INSERT INTO policy_situations VALUES (1, 'double-follow-up');
      INSERT INTO newcomer_places VALUES (1, 11, 2, 2, '2026-01', ${AT}, 1, NULL);`,
  },
  {
    version: 110,
    sql: `
      INSERT INTO practitioner_decisions VALUES (1, 1, 1, 1, 'breach-of-trust', '2026-01-15', 1, '2026-01-16', 'house', 2,
        '2026-01-17', 3, ${AT}, NULL);
      INSERT INTO refusals VALUES (1, 11, 1, 1, 1, 1, NULL, 'list-full', 0, '2026-01', 'cpts', 1, ${AT}, 1);
      INSERT INTO refusal_ways VALUES (1, 'cpts', NULL, NULL), (1, 'outside', NULL, 'health-centre');
      INSERT INTO refusal_words VALUES (1, 1);
      INSERT INTO refusal_colleagues VALUES (1, 2, 'declined-by-patient');`,
  },
  {
    version: 120,
    sql: `
      INSERT INTO directory_imports VALUES (1, ${AT}, ${AT + 1}, '2026-01-20', '{"departements":["67"]}', 100, 1, 0, 0, 0, 0);
      INSERT INTO directory_entries VALUES
        (1, 1, 'person', 'Dr', 'AILLEURS', 'Léa', 'Médecin', NULL, NULL, 'no', 'unknown', '+33199000103', NULL,
        'lea.ailleurs@example.test', '10000000002', 'rpps', '810000000002', 1, '2026-01-20', NULL, 'phone', 'f1', '2026-01-21', 1,
        NULL, ${AT}),
        (2, 3, 'pharmacy', '', 'Pharmacie fictive', '', NULL, NULL, 'le soir', 'unknown', 'unknown', '+33199000104', NULL, NULL,
        NULL, 'house', NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, '2026-01-22', ${AT});
      INSERT INTO directory_places VALUES (1, 0, 'Cabinet', '3 rue Fictive', '67000', 'Strasbourg', '67', NULL);
      INSERT INTO directory_competences VALUES (1, 0, 'Gériatrie');`,
  },
  {
    version: 140,
    sql: `
      INSERT INTO redirections VALUES (1, 2, 13, 1, 'outside', 'Dr AILLEURS Léa', 'agreed-by-phone', 'phone', ${AT}, ${AT}, 1,
        'contacted', ${AT + 1}, 1, NULL, 1, ${AT}, NULL);`,
  },
  {
    version: 150,
    sql: `
      UPDATE unscheduled_settings SET version = 2, release_at_min = 720, sorter_id = 1, cpts_name = 'CPTS fictive';
      INSERT INTO reserve_rules VALUES (1, 2, 1, 0);
      INSERT INTO reserve_releases VALUES (1, 1, '2026-01-26', ${AT}, 1);
      INSERT INTO cascade_ticks VALUES (1, 11, 'own-doctor', 'nothing', ${AT}, 1), (2, 11, 'colleagues', 'declined', ${AT}, 1);`,
  },
  {
    version: 160,
    sql: `
      INSERT INTO criteria VALUES (1, 1, 'long-term-illness', 2, 'yes', 'person', '2026-01-20', NULL, ${AT}, 1),
        (2, 1, 'pregnancy', 1, 'no', 'document', '2026-01-20', '2026-06-20', ${AT}, 1);`,
  },
  {
    version: 170,
    sql: `
      INSERT INTO waitlist_entries VALUES
        (101, 1, 'earlier', 1, 'general-practitioner', 1, '{"days":[3],"parts":[],"noticeMinutes":60}', 0, 1, 'call', 11, ${AT},
        '2026-04-26', 1, ${AT}, NULL, 'waiting', NULL, NULL, NULL),
        (102, 3, 'registration', 1, 'physiotherapist', NULL, '{}', 1, 0, 'cpts', NULL, ${AT}, '2026-04-26', 0, NULL, 1,
        'closed', 'found-elsewhere', ${AT + 1}, 1);
      INSERT INTO waitlist_entry_practitioners VALUES (101, 1), (101, 2);
      UPDATE waitlist_settings SET version = 2, hold_minutes = 30, old_days = 365;
      INSERT INTO waitlist_place_facts VALUES (1, 1, 1, 0, 'female'), (2, 1, NULL, 1, NULL);`,
  },
  {
    version: 180,
    sql: `
      INSERT INTO waitlist_rules VALUES (1, 40, 1, 10, 10, 10, 10, 10, 10, 10, 5, ${AT}, 1, '2026-01-20', ${AT}, 1);
      INSERT INTO waitlist_rule_adopters VALUES (1, 1);
      INSERT INTO freed_slots VALUES (1, 1, 1, '2026-01-28', 600, 615, 'regular', 'earlier', 'cancelled', 1, NULL, ${AT}, NULL,
        NULL, NULL), (2, 2, 1, '2026-01-26', 600, 615, 'regular', 'earlier', 'noshow', 2, 1, ${AT}, 'taken', ${AT + 1}, 2);
      INSERT INTO given_places VALUES (1, 1, 1, 4, '2026-02-28', ${AT}, 3, NULL, NULL);
      INSERT INTO waitlist_offers VALUES
        (1, 2, 1, NULL, 1, 600, 615, 101, 5, 1, 12, 'attend depuis trois semaines', NULL, ${AT}, 1, ${AT + 60_000}, 'no-answer',
        ${AT + 1}, 1, NULL),
        (2, 1, NULL, 1, 1, NULL, NULL, 102, NULL, NULL, 3, 'attend depuis le 26 janvier', 'nobody-else', ${AT}, 1, ${AT + 60_000},
        NULL, NULL, NULL, NULL);`,
  },
  {
    version: 220,
    sql: `
      INSERT INTO requests (id, version, nature, origin, professional, patient_agrees, professional_entry_id, caller_name,
        owner_staff_id, due, opened_at, opened_by)
      VALUES (14, 1, 'registration', 'pharmacy', 'Pharmacie fictive', 1, 2, 'M. Essai', 1, ${AT}, ${AT}, 1);
      INSERT INTO callbacks (id, version, caller_name, phone, owner_staff_id, due, opened_at, opened_by, attempts,
        answers_professional)
      VALUES (2, 1, 'Pharmacie fictive', '+33199000104', 1, ${AT}, ${AT}, 1, 0, 1);`,
  },
  {
    version: 230,
    sql: `
      INSERT INTO staff_pins VALUES (1, x'${'0c'.repeat(16)}', ${BYTES}, 16384, 8, 1, ${AT}, 2, 0);
      UPDATE seating SET version = 2, lock_minutes = NULL, pin_required = 1;
      INSERT INTO urgency_events (id, key, at, written_at, what, card_id, by_staff, locked)
      VALUES (3, 'k-3', ${AT}, ${AT}, 'we-call-15', 1, 1, 1);`,
  },
  {
    version: 250,
    sql: `INSERT INTO handover_words (id, version, day, note, on_call)
      VALUES (1, 3, '2026-11-23', 'La porte du parking reste fermée', 'Dr Fictif');`,
  },
  {
    version: 270,
    sql: `
      UPDATE retention_settings SET version = 2, words_months = 2, seen_years = 10;
      INSERT INTO legal_holds VALUES (1, 1, 'plainte reçue', ${AT}, 1, ${AT + 1}, 1), (2, 1, 'litige', ${AT}, 1, NULL, NULL);
      INSERT INTO erasures VALUES ('patient', 9, ${AT}, ${AT + 1}), ('request-words', 0, ${AT}, ${AT + 1});`,
  },
  {
    version: 280,
    sql: `
      INSERT INTO return_batches VALUES (1, 'k-batch', 'nom;motif', ${AT}, 1);
      INSERT INTO return_lines (id, version, batch_id, position, typed, cells, became, request_id, settled_at, settled_by)
      VALUES (1, 2, 1, 1, 'FICTIVE;ordonnance', '{}', 'request', 14, ${AT + 1}, 1),
        (2, 1, 1, 2, 'ESSAI;message', '{}', NULL, NULL, NULL, NULL);`,
  },
];
