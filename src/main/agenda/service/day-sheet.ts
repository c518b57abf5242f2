/** The day on paper, and in the journal that it went on paper. */
import type { DaySheetWish } from '../../../contract/agenda.ts';
import { type HandedPaper, paperText } from '../../../contract/paper.ts';
import { localNow } from '../../../contract/time.ts';
import type { Call } from '../../core/actor.ts';
import { found } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { pdfOrRefusal } from '../../paper/service.ts';
import { house } from '../../practice/store/house.ts';
import { practitioner, practitioners } from '../../practice/store/practitioners.ts';
import { daySheet, daySheetFileName } from '../rules/day-sheet.ts';
import { range } from './range.ts';

/**
 * The PDF is made before anything is written: what the journal says was printed exists.
 * @throws DeskError NOT_FOUND
 */
export const printDay = async (
  ground: Ground,
  call: Call,
  wish: DaySheetWish,
  as: 'sheet' | 'pdf',
): Promise<Omit<HandedPaper, 'pdf'> & { pdf: string | null }> => {
  const { db, clock } = ground;
  const home = found(house(db), 'house');
  if (wish.practitionerId !== null) practitioner(db, wish.practitionerId);
  const now = clock.now();
  const everybody = practitioners(db);
  const [day] = range(ground, {
    from: wish.day,
    to: wish.day,
    ...(wish.practitionerId === null ? {} : { practitionerIds: [wish.practitionerId] }),
  });
  const paper = daySheet({
    day: found(day, 'day'),
    practitioners: everybody,
    house: home,
    now: localNow(now, home.zone),
    wish,
  });
  const pdf = as === 'pdf' ? Buffer.from(await pdfOrRefusal(paper, now)).toString('base64') : null;
  ground.write(call, (tx) => tx.record({ action: 'day.printed', rows: [], after: { ...wish, as } }));
  return { paper, text: paperText(paper), pdf, fileName: daySheetFileName(wish, everybody) };
};
