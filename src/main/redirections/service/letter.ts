import { phonePairs } from '../../../contract/display.ts';
import { type HandedPaper, paperText } from '../../../contract/paper.ts';
import { localNow } from '../../../contract/time.ts';
import { found } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { numberText } from '../../paper/rules/numbers.ts';
import { pdfOrRefusal } from '../../paper/service.ts';
import { house } from '../../practice/store/house.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { requestById } from '../../requests/service.ts';
import { type LetterFacts, letterFileName, letterMail, letterPaper } from '../rules/letter.ts';
import { redirectionById, toRedirection } from '../store.ts';

export interface Letter extends HandedPaper {
  readonly mail: { to: string | null; subject: string; body: string };
}

/** Made anew each time: nothing of it is kept. @throws DeskError NOT_FOUND, PAPER_TOO_LONG */
export const letter = async ({ db, clock }: Ground, id: number): Promise<Letter> => {
  const { patient, to, entry, asked, callerName, openedAt, due, requestId } = toRedirection(
    db,
    redirectionById(db, id),
  );
  const home = found(house(db), 'house');
  const { practitionerId, professional } = requestById(db, requestId);
  const signing = practitionerId === null ? null : practitioner(db, practitionerId);
  const day = localNow(openedAt, home.zone).day;
  const facts: LetterFacts = {
    to,
    entry,
    person: patient,
    personPhone: patient?.phone == null ? null : phonePairs(patient.phone),
    asked,
    askedBy: professional ?? callerName,
    signedBy:
      signing === null
        ? null
        : [signing.title, signing.givenName, signing.familyName].filter((part) => part !== '').join(' '),
    day,
    due: localNow(due, home.zone).day,
    house: { ...home, phone: home.phone === null ? null : numberText(home.phone) },
  };
  const paper = letterPaper(facts);
  const pdf = await pdfOrRefusal(paper, clock.now());
  return {
    paper,
    text: paperText(paper),
    pdf: Buffer.from(pdf).toString('base64'),
    fileName: letterFileName(day),
    mail: letterMail(facts),
  };
};
