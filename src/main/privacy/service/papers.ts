/** The house's papers about patients' data, as its settings stand. */
import { type HandedPaper, paperText } from '../../../contract/paper.ts';
import { localNow } from '../../../contract/time.ts';
import { found } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { pdfOrRefusal } from '../../paper/service.ts';
import { house } from '../../practice/store/house.ts';
import { practitioners } from '../../practice/store/practitioners.ts';
import { patientNotice, registerEntry } from '../rules/papers.ts';
import { retentionSettings } from '../store/settings.ts';

export const lawPaper = async (ground: Ground, which: 'notice' | 'register'): Promise<HandedPaper> => {
  const { db, clock } = ground;
  const home = found(house(db), 'house');
  const now = clock.now();
  const facts = {
    house: home,
    practitioners: practitioners(db).filter(({ active }) => active),
    settings: retentionSettings(db),
    today: localNow(now, home.zone).day,
  };
  const paper = which === 'notice' ? patientNotice(facts) : registerEntry(facts);
  return {
    paper,
    text: paperText(paper),
    pdf: Buffer.from(await pdfOrRefusal(paper, now)).toString('base64'),
    fileName: which === 'notice' ? 'information-des-patients' : 'registre-accueil',
  };
};
