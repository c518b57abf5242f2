/** What is said of a refusal while it is prepared, and the paper of one that was recorded. Nothing is written. */
import type { PractitionerId, RefusalId, RequestId } from '../../../contract/ids.ts';
import type { ColleagueAnswer, Ground as RefusalGround, WayForward } from '../../../contract/intake.ts';
import { paperText } from '../../../contract/paper.ts';
import type { Attestation, RefusalWords } from '../../../contract/refusal-papers.ts';
import { localNow } from '../../../contract/time.ts';
import type { ReadDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { numberText } from '../../paper/rules/numbers.ts';
import { pdfOrRefusal } from '../../paper/service.ts';
import { summariesOf } from '../../patients/store.ts';
import { house } from '../../practice/store/house.ts';
import { practitioner, practitioners } from '../../practice/store/practitioners.ts';
import { requestById } from '../../requests/service.ts';
import { textsInForce, textsShown } from '../../texts/service.ts';
import { numbers } from '../../urgency/store/cards.ts';
import { attestation as attest, attestationFileName } from '../rules/attestation.ts';
import { owedBy } from '../rules/duties.ts';
import { currentPolicy } from '../rules/policies.ts';
import { refusalWords, type WordsFacts } from '../rules/words.ts';
import { policiesOf, policy } from '../store/policies.ts';
import { refusal as refusalRow } from '../store/refusals.ts';
import { dayAt } from './policies.ts';

interface Said {
  readonly requestId: RequestId;
  readonly practitionerId: PractitionerId;
  readonly ground: RefusalGround;
  readonly colleagues: readonly ColleagueAnswer[];
  readonly waysForward: readonly WayForward[];
}

const DOCTORS: readonly string[] = ['general-practitioner', 'specialist'];

/** Everything but the wordings and what the practitioner allows. */
const factsOf = (db: ReadDb, said: Said): Omit<WordsFacts, 'wording' | 'groundAllowed'> => {
  const refusing = practitioner(db, said.practitionerId);
  const { phone } = found(house(db), 'house');
  return {
    people: new Map(practitioners(db).map((one) => [one.id, one])),
    practitionerId: refusing.id,
    practitioner: refusing,
    ground: said.ground,
    owed: owedBy(refusing.profession, said.ground),
    colleagues: said.colleagues,
    waysForward: said.waysForward,
    seeksDoctor:
      requestById(db, said.requestId).nature === 'registration' && DOCTORS.includes(refusing.profession),
    phone: phone === null ? null : numberText(phone),
    outOfHours: numberText(numbers(db).outOfHours),
  };
};

/** @throws DeskError NOT_FOUND */
export const words = (ground: Ground, said: Said): RefusalWords => {
  const { db } = ground;
  const { wording, version } = textsInForce(db);
  const today = currentPolicy(policiesOf(db, said.practitionerId), dayAt(db, ground.clock.now()));
  const { keys, steps, ...rest } = refusalWords({
    ...factsOf(db, said),
    wording,
    groundAllowed: today?.groundOnPaper ?? false,
  });
  return {
    ...rest,
    say: [...rest.say],
    steps: steps.map(({ title, text }) => ({ title, text })),
    wordsShown: keys.map((key) => ({ key, version: version[key] })),
  };
};

/**
 * The same words as were said then; what only the paper says is in today's wording. The ground is there when that day's
 * policy allowed it, or the profession owes it.
 * @throws DeskError NOT_FOUND, PAPER_TOO_LONG
 */
export const attestation = async (ground: Ground, id: RefusalId): Promise<Attestation> => {
  const { db } = ground;
  const row = refusalRow(db, id);
  const home = found(house(db), 'house');
  const { patientId, openedAt } = requestById(db, row.requestId);
  const person = patientId === null ? null : (summariesOf(db, [patientId]).get(patientId) ?? null);
  const { day } = localNow(row.at, home.zone);
  const { paper } = attest({
    ...factsOf(db, row),
    wording: { ...textsInForce(db).wording, ...textsShown(db, row.wordsShown) },
    groundAllowed: policy(db, row.policyId).groundOnPaper,
    person: person && { displayName: person.displayName, birth: person.birth, sex: person.sex },
    askedOn: localNow(openedAt, home.zone).day,
    day,
    house: home,
  });
  const pdf = await pdfOrRefusal(paper, ground.clock.now());
  return {
    paper,
    text: paperText(paper),
    pdf: Buffer.from(pdf).toString('base64'),
    fileName: attestationFileName(day),
  };
};
