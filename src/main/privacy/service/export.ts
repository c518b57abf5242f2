/** Everything held about one person, handed over (GDPR art. 15 and 20). */
import { type HandedPaper, paperText } from '../../../contract/paper.ts';
import type { House } from '../../../contract/practice.ts';
import type { PersonFile, Subject } from '../../../contract/privacy.ts';
import type { Call } from '../../core/actor.ts';
import { found } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { entriesAbout, type RowRef } from '../../core/journal.ts';
import { pdfOrRefusal } from '../../paper/service.ts';
import { house } from '../../practice/store/house.ts';
import { HELD, PERSONAL_ENTITIES } from '../rules/held.ts';
import { type PersonFacts, personFile } from '../rules/person-file.ts';
import { personPaper } from '../rules/person-paper.ts';
import { heldRows, namesHere } from '../store/rows.ts';
import { type Ids, idsAbout, rowRefs } from '../store/subject.ts';

/** An entry that names another one of them speaks of somebody else too. */
const PERSONAL: ReadonlySet<string> = new Set(PERSONAL_ENTITIES);

/** Under which rows an act about the whole person is found again. */
export const namedBy = ({ kind }: Subject, ids: Ids): RowRef[] => {
  const list = { patient: ids.patients, request: ids.requests, callback: ids.callbacks }[kind];
  return list.map((id) => ({ entity: kind, id }));
};

const key = ({ entity, id }: RowRef): string => `${entity}:${id}`;

const factsAbout = (ground: Ground, ids: Ids, home: House): PersonFacts => {
  const { db, clock } = ground;
  const refs = rowRefs(db, ids);
  const hers = new Set(refs.map(key));
  const held = HELD.map((of) => ({ of, rows: heldRows(db, of, ids) }));
  const phones = held.find(({ of }) => of.table === 'patient_phones')?.rows ?? [];
  return {
    madeAt: clock.now(),
    house: { name: home.name, address: home.address, phone: home.phone, zone: home.zone },
    held,
    names: namesHere(db),
    journal: entriesAbout(db, refs).map(({ at, actor, station, action, before, after, erased, rows }) => ({
      at,
      actor,
      station,
      action,
      before,
      after,
      erased,
      shared: rows.some((row) => PERSONAL.has(row.entity) && !hers.has(key(row))),
    })),
    ownPhones: ids.patients.length === 0 ? null : new Set(phones.map(({ e164 }) => String(e164))),
  };
};

/** Without the paper: what the JSON says, and what the paper is made of. */
export const everythingAbout = (
  ground: Ground,
  about: Subject,
): { readonly file: PersonFile; readonly facts: PersonFacts; readonly home: House; readonly ids: Ids } => {
  const home = found(house(ground.db), 'house');
  const ids = idsAbout(ground.db, about);
  const facts = factsAbout(ground, ids, home);
  return { file: personFile(facts), facts, home, ids };
};

/**
 * The PDF is made before anything is written: what the journal says was handed over exists.
 * @throws DeskError NOT_FOUND
 */
export const exportPerson = async (
  ground: Ground,
  call: Call,
  about: Subject,
): Promise<HandedPaper & { readonly json: string }> => {
  const { file, facts, home, ids } = everythingAbout(ground, about);
  const paper = personPaper(facts, home, file.leftOut);
  const pdf = Buffer.from(await pdfOrRefusal(paper, facts.madeAt)).toString('base64');
  ground.write(call, (tx) =>
    tx.record({
      action: 'person.exported',
      rows: namedBy(about, ids),
    }),
  );
  return {
    paper,
    text: paperText(paper),
    pdf,
    json: `${JSON.stringify(file, null, 2)}\n`,
    fileName: `donnees-conservees-${file.madeAt.slice(0, 10)}`,
  };
};
