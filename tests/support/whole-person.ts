/**
 * A house in which one fictitious person has left a trace in every table that may hold one, always through the services
 * where one exists, and other people beside her.
 */
import type { ClaimId, PatientId, RequestId } from '../../src/contract/ids.ts';
import * as agenda from '../../src/main/agenda/service.ts';
import { run } from '../../src/main/core/db.ts';
import { createEntry } from '../../src/main/directory/service.ts';
import * as handover from '../../src/main/handover/service.ts';
import { createPatient, mergePatient, updatePatientDraft } from '../../src/main/patients/service.ts';
import * as redirections from '../../src/main/redirections/service.ts';
import * as refusals from '../../src/main/refusals/service.ts';
import * as requests from '../../src/main/requests/service.ts';
import * as unscheduled from '../../src/main/unscheduled/service.ts';
import * as waitlist from '../../src/main/waitlist/service.ts';
import { booking } from './agenda-desk.ts';
import { clara, fixtureDb, NGUYEN, PETIT } from './agenda-house.ts';
import { at, colleague } from './directory-drafts.ts';
import { bornOn, draft } from './patient-drafts.ts';
import { drNguyen, openRefusalHouse, type RefusalHouse } from './refusal-house.ts';
import { anyTime } from './requests-desk.ts';

/** What may be found nowhere once she is erased; each once in the file, in several tables. */
export const HER = {
  name: 'Quenouille',
  usedName: 'Zibeline',
  former: 'Kermoalic',
  given: 'Philomène',
  birth: '1931-07-19',
  phone: '+33639984271',
  otherPhone: '+33465711843',
  email: 'philomene@zibeline.example',
  address: '7 rue de l’Escarpolette',
  note: 'préfère le fauteuil bleu',
  comment: 'vient avec son perroquet',
  cancelReason: 'perroquet souffrant',
  wish: 'ordonnance de ventoline',
  said: 'ordonnance à la banque d’accueil',
  about: 'savoir si le perroquet peut venir',
  listNote: 'jamais le jeudi, jour du marché',
  caller: 'sa voisine Armandine',
  pharmacist: 'Pharmacie du Perroquet',
  dispute: 'plainte au sujet du perroquet',
  over: 'ajoutée pour son perroquet',
  formerCode: 'ANC-77123',
} as const;

export interface WholePerson {
  readonly house: RefusalHouse;
  readonly id: PatientId;
  readonly mergedId: PatientId;
  /** The first of her appointments. */
  readonly keptId: ClaimId;
  /** Somebody who only asked, without a record. */
  readonly callerRequest: RequestId;
}

export const CALLER = {
  name: 'Balthazar Ouistiti',
  phone: '+33353018842',
  wish: 'cherche un médecin pour son frère',
} as const;

/** Her appointments are tomorrow's, her list and one promised call are open. */
export const openWholePerson = (): WholePerson => {
  const house = openRefusalHouse();
  const { ground, clock } = house;
  const db = fixtureDb(ground);
  run(db, 'UPDATE patients SET created_at = ?', [clock.now()]);
  run(
    db,
    `INSERT INTO staff (id, version, initials, name, role, active) VALUES (5, 1, 'JB', 'Julie Brume', 'coordinator', 1)`,
  );
  const made = createPatient(ground, clara, {
    confirmedNew: true,
    patient: draft(HER.former, HER.given, { ...bornOn(HER.birth), sex: 'female' }),
  });
  const patient = updatePatientDraft(ground, clara, {
    id: made.id,
    version: made.version,
    patient: draft(HER.name, HER.given, {
      ...bornOn(HER.birth),
      usedName: HER.usedName,
      sex: 'female',
      phones: [HER.phone, HER.otherPhone],
      email: HER.email,
      address: HER.address,
      postalCode: '03200',
      city: 'Vichy',
      attendingDoctor: { kind: 'outside', name: 'Dr Séraphin Loriot' },
      needs: ['wheelchair'],
      note: HER.note,
    }),
  });
  const { id } = patient;
  const twin = createPatient(ground, clara, {
    confirmedNew: true,
    patient: draft(HER.name, HER.given, { phones: [HER.phone], note: HER.note }),
  });
  mergePatient(ground, clara, { id: twin.id, version: twin.version, into: id });

  // Appointments: one kept, one cancelled, one brought from a former software.
  const day = '2026-11-24';
  const first = agenda.book(
    ground,
    clara,
    booking({ patientId: id, day, start: 600, comment: HER.comment }),
  ).appointment;
  const other = agenda.book(ground, clara, booking({ patientId: id, day, start: 630 })).appointment;
  agenda.cancel(ground, clara, {
    id: other.id,
    version: other.version,
    by: 'patient',
    reason: HER.cancelReason,
  });
  const third = agenda.book(ground, clara, booking({ patientId: id, day, start: 660 })).appointment;
  run(db, 'UPDATE claims SET source_code = ?, overbooked = 1, overbooked_reason = ? WHERE id = ?', [
    HER.formerCode,
    HER.over,
    third.id,
  ]);
  run(db, 'INSERT INTO imports (id, at, created, updated, kept) VALUES (9, ?, 1, 0, 0)', [clock.now()]);
  run(
    db,
    `INSERT INTO import_rows (entity, source_key, row_id, fingerprint, version, import_id)
     VALUES ('claim', ?, ?, 'digest', 1, 9)`,
    [HER.formerCode, third.id],
  );
  run(db, 'UPDATE patients SET source_code = ? WHERE id = ?', [`P-${HER.formerCode}`, id]);

  // A message answered, a call promised and kept, a refusal by her own decision, a redirection.
  const message = requests.open(ground, clara, {
    nature: 'message',
    message: { kind: 'prescription', urgent: false },
    patientId: id,
    callerName: HER.caller,
    wish: HER.wish,
  });
  requests.close(ground, clara, {
    id: message.id,
    version: message.version,
    outcome: { kind: 'answered', said: HER.said },
  });
  const promised = requests.add(ground, clara, {
    patientId: id,
    callerName: HER.caller,
    phone: HER.phone,
    about: HER.about,
    owner: { kind: 'practitioner', practitionerId: NGUYEN },
    due: clock.now() + 3_600_000,
  });
  const tried = requests.tried(ground, clara, { id: promised.id, version: promised.version });
  requests.end(ground, clara, {
    id: tried.id,
    version: tried.version,
    outcome: { kind: 'kept', said: HER.said },
  });
  // The night wrote her down: a call promised to her, and kept.
  handover.bring(ground, clara, {
    key: '6e0f6c3e-4a55-4b0e-8a07-0a5d5c7f1a77',
    text: `nom;prénom;motif;type\n${HER.name};${HER.given};${HER.about};rappel`,
  });
  const [line] = handover.returned(ground).lines;
  if (line === undefined) throw new Error('the night wrote nothing down');
  const { settled } = handover.settle(ground, clara, {
    id: line.id,
    version: line.version,
    what: 'callback',
    patientId: id,
    confirmedNew: false,
  });
  if (settled?.callbackId == null) throw new Error('no call was promised');
  requests.end(ground, clara, {
    id: settled.callbackId,
    version: 1,
    outcome: { kind: 'kept', said: HER.said },
  });
  refusals.decide(ground, drNguyen, {
    patientId: id,
    ground: 'breach-of-trust',
    decidedOn: '2026-11-20',
    knownPatient: false,
  });
  const asked = house.ask({ patientId: id, origin: 'pharmacy', professional: HER.pharmacist });
  house.urgency(asked.id);
  house.record(asked, {
    ground: 'breach-of-trust',
    decisionId: refusals.decisions(ground, id)[0]?.id ?? null,
  });
  const stillOpen = requests.requestById(ground.db, asked.id);
  const entry = createEntry(
    ground,
    clara,
    colleague({ name: 'Fictif', publicPhone: '04 65 71 12 12', places: [at('03200', 'Vichy')] }),
  ).entry;
  const sent = redirections.start(ground, clara, {
    request: { id: asked.id, version: stillOpen.version },
    redirection: {
      to: { kind: 'entry', entryId: entry.id, despite: null },
      how: 'phone',
      due: clock.now() + 86_400_000,
    },
  });
  redirections.step(ground, clara, { id: sent.id, version: sent.version, step: 'accepted' });

  // Unscheduled care, searched step by step.
  const acute = requests.open(ground, clara, {
    nature: 'unscheduled',
    patientId: id,
    profession: 'general-practitioner',
    wish: HER.wish,
    separate: true,
  });
  house.urgency(acute.id);
  unscheduled.pass(ground, clara, { requestId: acute.id, step: 'own-doctor' });
  requests.close(ground, clara, {
    id: acute.id,
    version: requests.requestById(ground.db, acute.id).version,
    outcome: { kind: 'unresolved', reason: 'nothing-found' },
  });
  run(
    db,
    `INSERT INTO newcomer_places (request_id, practitioner_id, policy_id, month, kept_at, kept_by, given_back_at)
     SELECT ?, ?, id, '2026-11', ?, 1, ? FROM policies WHERE practitioner_id = ? AND withdrawn_at IS NULL`,
    [acute.id, PETIT, clock.now(), clock.now(), PETIT],
  );

  // A list, a criterion, an offer.
  const listed = waitlist.add(ground, clara, {
    kind: 'registration',
    patientId: id,
    profession: 'general-practitioner',
    origin: 'counter',
    limits: {
      practitionerIds: [PETIT],
      wishes: { ...anyTime, note: HER.listNote },
      homeVisit: false,
      stepFree: false,
    },
  });
  waitlist.setCriterion(ground, clara, {
    entryId: listed.id,
    version: 0,
    fact: {
      criterion: 'long-term-illness',
      answer: 'yes',
      source: 'person',
      saidOn: '2026-11-20',
      holdsUntil: null,
    },
  });
  run(
    db,
    `INSERT INTO given_places (id, version, practitioner_id, places, until_day, given_at, given_by)
     VALUES (1, 1, ?, 3, '2026-12-31', ?, 1)`,
    [PETIT, clock.now()],
  );
  run(
    db,
    `INSERT INTO waitlist_offers (version, places_id, practitioner_id, entry_id, score, sentence, offered_at,
       offered_by, expires_at, answer, answered_at, answered_by)
     VALUES (1, 1, ?, ?, 50, '95 ans, ALD, attend depuis 3 jours', ?, 1, ?, 'no-answer', ?, 1)`,
    [PETIT, listed.id, clock.now(), clock.now() + 60_000, clock.now()],
  );

  run(
    db,
    'INSERT INTO legal_holds (patient_id, why, set_at, set_by, lifted_at, lifted_by) VALUES (?, ?, ?, 1, ?, 1)',
    [id, HER.dispute, clock.now(), clock.now()],
  );

  // Somebody without a record.
  const caller = requests.open(ground, clara, {
    nature: 'registration',
    profession: 'general-practitioner',
    callerName: CALLER.name,
    wish: CALLER.wish,
  });
  requests.add(ground, clara, {
    requestId: caller.id,
    callerName: CALLER.name,
    phone: CALLER.phone,
    about: null,
    owner: { kind: 'practitioner', practitionerId: NGUYEN },
    due: clock.now() + 3_600_000,
  });
  return { house, id, mergedId: twin.id, keptId: first.id, callerRequest: caller.id };
};

/** Nothing of hers is open or to come any more. */
export const settle = ({ house, id }: WholePerson): void => {
  const { ground } = house;
  for (const { entry } of waitlist.ofPatient(ground, id))
    if (entry.state !== 'closed')
      waitlist.close(ground, clara, { id: entry.id, version: entry.version, end: 'no-longer-looking' });
  for (const { id: claimId, version, status } of agenda.ofPatient(ground, id).coming)
    if (status === 'booked')
      agenda.cancel(ground, clara, { id: claimId, version, by: 'patient', reason: HER.cancelReason });
};
