import type { House } from '../../../contract/practice.ts';
import { get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

type Row = Omit<House, 'demo'> & { demo: number };
export type HouseDraft = Omit<House, 'version'>;

/** Null until the first start is done. */
export const house = (db: ReadDb): House | null => {
  const row = get<Row>(
    db,
    'SELECT version, name, zone, region, phone, address, demo FROM house WHERE id = 1',
  );
  return row ? { ...row, demo: row.demo === 1 } : null;
};

/** The IANA zone of the house's wall clock. @throws DeskError NOT_FOUND before the first start */
export const housesZone = (db: ReadDb): string => found(house(db), 'house').zone;

export const insertHouse = (db: WriteDb, draft: HouseDraft): House => {
  run(
    db,
    `INSERT INTO house (id, version, name, zone, region, phone, address, demo)
     VALUES (1, 1, :name, :zone, :region, :phone, :address, :demo)`,
    { ...draft, demo: draft.demo ? 1 : 0 },
  );
  return { ...draft, version: 1 };
};

export const updateHouse = (
  db: WriteDb,
  { name, zone, region, phone, address }: Omit<House, 'demo'>,
): House => {
  run(
    db,
    `UPDATE house SET version = version + 1, name = :name, zone = :zone, region = :region, phone = :phone,
       address = :address WHERE id = 1`,
    { name, zone, region, phone, address },
  );
  return found(house(db), 'house');
};
