/**
 * What may never be a ground can be neither selected nor stored, and refusals never look at what lists look at. Law:
 * Code pénal 225-1 and 225-1-1, Code de la santé publique L.1110-3 (docs/spec/refusals.md).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fixtureDb, NGUYEN, PETIT } from '../../../tests/support/agenda-house.ts';
import {
  openRefusalHouse,
  policyDraft,
  type RefusalHouse,
  refusalDraft,
} from '../../../tests/support/refusal-house.ts';
import {
  ClosingGround,
  Condition,
  DecisionGround,
  Ground,
  PolicyDraft,
  SituationGround,
} from '../../contract/intake.ts';
import { RefusalDraft } from '../../contract/refusals.ts';
import { all, run } from '../core/db.ts';

const FORBIDDEN: readonly (readonly [law: string, ground: string, ...codes: string[]])[] = [
  ['CP 225-1', 'origine', 'origin'],
  ['CP 225-1', 'sexe', 'sex'],
  ['CP 225-1', 'situation de famille', 'family', 'relative-of-patient'],
  ['CP 225-1', 'grossesse', 'pregnancy'],
  ['CP 225-1', 'apparence physique', 'appearance'],
  ['CP 225-1', 'vulnérabilité économique', 'economic-vulnerability', 'insecure-housing'],
  ['CP 225-1', 'patronyme', 'surname'],
  ['CP 225-1', 'lieu de résidence', 'residence', 'outside-sector', 'other-commune'],
  ['CP 225-1', 'état de santé', 'health', 'long-term-illness', 'too-complex', 'addiction'],
  ['CP 225-1', "perte d'autonomie", 'dependency'],
  ['CP 225-1', 'handicap', 'disability'],
  ['CP 225-1', 'caractéristiques génétiques', 'genetics'],
  ['CP 225-1', 'mœurs', 'morals'],
  ['CP 225-1', 'orientation sexuelle', 'sexual-orientation'],
  ['CP 225-1', 'identité de genre', 'gender-identity'],
  ['CP 225-1', 'âge', 'age', 'too-old', 'children'],
  ['CP 225-1', 'opinions politiques', 'opinions'],
  ['CP 225-1', 'activités syndicales', 'union'],
  ['CP 225-1', "qualité de lanceur d'alerte", 'whistle-blower'],
  ['CP 225-1', 'langue', 'language', 'no-interpreter'],
  ['CP 225-1', 'appartenance à une ethnie', 'ethnicity'],
  ['CP 225-1', 'appartenance à une Nation', 'nationality'],
  ['CP 225-1', 'appartenance à une prétendue race', 'race'],
  ['CP 225-1', 'religion', 'religion'],
  ['CP 225-1-1', 'harcèlement sexuel subi, refusé ou dont on témoigne', 'harassment'],
  ['CSP L.1110-3', 'C2S', 'c2s', 'cmu', 'third-party-payment', 'no-complementary-insurance'],
  ['CSP L.1110-3', 'AME', 'ame'],
  ['aucun texte', 'autre', 'other', 'free-text', ''],
];
const words = FORBIDDEN.flatMap(([law, ground, ...codes]) =>
  [ground, ...codes].map((word) => [law, ground, word] as const),
);

let house: RefusalHouse;
const inAHouse = (): void => {
  beforeEach(() => {
    house = openRefusalHouse();
  });
  afterEach(() => house.close());
};

const db = () => fixtureDb(house.ground);
/** A refusal that the file takes, but for what a test changes in it. */
const insertRefusal = (values: Record<string, string | number | null> = {}, requestId = 1): void => {
  const row: Record<string, string | number | null> = {
    id: 1,
    request_id: requestId,
    practitioner_id: NGUYEN,
    urgency_event_id: 1,
    card_id: 1,
    policy_id: 1,
    decision_id: null,
    ground: 'list-full',
    home_visit: 0,
    month: '2026-11',
    a_way: 'cpts',
    a_wording: 1,
    at: 1,
    by_staff: 1,
    ...values,
  };
  const names = Object.keys(row);
  run(
    db(),
    `INSERT INTO refusals (${names.join(', ')}) VALUES (${names.map((n) => `:${n}`).join(', ')})`,
    row,
  );
};
const whole = (
  values: Record<string, string | number | null> = {},
  more: { way?: string | null; words?: boolean; extra?: () => void } = {},
): void => {
  db().transaction(() => {
    insertRefusal(values);
    if (more.way !== null)
      run(db(), 'INSERT INTO refusal_ways (refusal_id, kind) VALUES (1, ?)', [more.way ?? 'cpts']);
    if (more.words ?? true)
      run(db(), 'INSERT INTO refusal_words (refusal_id, text_version_id) VALUES (1, 1)');
    more.extra?.();
  })();
};
const prepare = (): void => {
  const request = house.ask();
  house.urgency(request.id);
  run(
    db(),
    `INSERT INTO text_versions (text_key, content, origin, written_at) VALUES ('say.unavailable', 'Texte', 'told', 0)`,
  );
};

describe('A forbidden ground', () => {
  const lists = { Ground, ClosingGround, SituationGround, DecisionGround, Condition };

  test.each(words)('%s, %s: « %s » cannot be selected', (_law, _ground, word) => {
    for (const [name, list] of Object.entries(lists))
      expect([name, list.safeParse(word).success]).toEqual([name, false]);
    expect(PolicyDraft.safeParse(policyDraft({ state: 'closed', ground: word as never })).success).toBe(
      false,
    );
    const draft = refusalDraft({ id: 1 as never, version: 1 });
    expect(RefusalDraft.safeParse(draft).success).toBe(true);
    expect(RefusalDraft.safeParse({ ...draft, ground: word }).success).toBe(false);
  });
});

describe('A forbidden ground that got past the form', () => {
  inAHouse();

  test('is not stored: the file takes none of these words, as a ground or a condition', () => {
    prepare();
    // What stands before the list of grounds is set aside, to see that the list alone holds.
    db().exec('DROP TRIGGER refusals_are_guarded');
    for (const [, , word] of words) {
      expect(() => whole({ ground: word }), word).toThrow('CHECK constraint failed');
      expect(
        () => run(db(), 'INSERT INTO policy_situations (policy_id, ground) VALUES (1, ?)', [word]),
        word,
      ).toThrow('CHECK constraint failed');
      expect(() =>
        run(
          db(),
          `INSERT INTO policies (practitioner_id, state, needs_referral, visits_in_sector, valid_from, review_on, ground,
             ground_on_paper, who_sorts, set_by, set_at)
           VALUES (1, 'closed', 0, 0, '2026-11-23', '2027-01-01', ?, 0, 'reception', 1, 0)`,
          [word],
        ),
      ).toThrow('CHECK constraint failed');
    }
    whole();
    expect(house.counts()['refusals']).toBe(1);
  });
});

describe('No free text on a refusal', () => {
  inAHouse();
  test('the form takes nothing but what it names', () => {
    const draft = refusalDraft({ id: 1 as never, version: 1 });
    for (const field of ['note', 'comment', 'reason', 'other', 'label'])
      expect([
        field,
        RefusalDraft.safeParse({ ...draft, [field]: 'bénéficiaire de la C2S' }).success,
      ]).toEqual([field, false]);
  });

  test('no column of it takes a sentence', () => {
    prepare();
    db().exec('DROP TRIGGER refusals_are_guarded');
    const sentence = 'ne parle pas français';
    const textColumns = (table: string) =>
      (db().pragma(`table_info(${table})`) as { name: string; type: string }[])
        .filter(({ type }) => type === 'TEXT')
        .map(({ name }) => name);
    expect(textColumns('refusals')).toEqual(['ground', 'month', 'a_way']);
    for (const column of textColumns('refusals'))
      expect(() => whole({ [column]: sentence }), column).toThrow(/(CHECK|FOREIGN KEY) constraint failed/);
    expect(textColumns('refusal_words')).toEqual([]);
    whole();
    expect(textColumns('refusal_ways')).toEqual(['kind', 'place']);
    expect(() => run(db(), `INSERT INTO refusal_ways (refusal_id, kind) VALUES (1, ?)`, [sentence])).toThrow(
      'CHECK',
    );
    expect(() =>
      run(db(), `INSERT INTO refusal_ways (refusal_id, kind, place) VALUES (1, 'outside', ?)`, [sentence]),
    ).toThrow('CHECK');
    expect(textColumns('refusal_colleagues')).toEqual(['answer']);
    expect(() => run(db(), `INSERT INTO refusal_colleagues VALUES (1, ?, ?)`, [PETIT, sentence])).toThrow(
      'CHECK',
    );
    expect(textColumns('newcomer_places')).toEqual(['month']);
    expect(textColumns('practitioner_decisions').sort()).toEqual([
      'decided_on',
      'ground',
      'information_passed_on',
      'patient_told_on',
      'successor',
    ]);
  });
});

describe('Below the service the file itself refuses', () => {
  inAHouse();
  beforeEach(prepare);

  test('nothing of a refusal that is whole', () => {
    whole();
    expect(all(db(), 'SELECT ground, a_way FROM refusals')).toEqual([{ ground: 'list-full', a_way: 'cpts' }]);
  });

  test('one without urgency ruled out for the same request', () => {
    expect(() => whole({ urgency_event_id: 99 })).toThrow('urgency not ruled out');
    const other = house.ask({ patientId: null });
    expect(() => whole({ request_id: other.id })).toThrow('urgency not ruled out');
    const doubt = house.urgency(1 as never, 'doubt');
    expect(() => whole({ urgency_event_id: doubt })).toThrow('urgency not ruled out');
  });

  test('one under a card that nobody signed', () => {
    expect(() => whole({ card_id: 99 })).toThrow('not signed');
  });

  test('one by another’s policy, or on a ground that the policy does not carry', () => {
    expect(() => whole({ policy_id: 2 })).toThrow('not by this policy');
    expect(() => whole({ ground: 'outside-competence' })).toThrow('not by this policy');
    expect(() => whole({ ground: 'double-follow-up' })).toThrow('not by this policy');
  });

  test('one that says « full » while places are left, or to whom a place is kept', () => {
    expect(() => whole({ practitioner_id: PETIT, policy_id: 2 })).toThrow('places are left');
    house.set(NGUYEN, { situations: ['double-follow-up'] });
    house.accept({ id: 1 as never, version: 1 }, NGUYEN);
    expect(() => whole({ ground: 'double-follow-up', policy_id: 5 })).toThrow('a place is kept');
  });

  test('one on a decision that is not there', () => {
    expect(() => whole({ ground: 'breach-of-trust' })).toThrow(/CHECK|not by this policy/);
    expect(() => whole({ ground: 'breach-of-trust', decision_id: 99 })).toThrow('not by this decision');
  });

  test('one without a way forward, or without words', () => {
    expect(() => whole({}, { way: null })).toThrow('FOREIGN KEY constraint failed');
    expect(() => whole({}, { way: 'sas' })).toThrow('FOREIGN KEY constraint failed');
    expect(() => whole({}, { words: false })).toThrow('FOREIGN KEY constraint failed');
    expect(() => whole({ a_way: null })).toThrow('NOT NULL constraint failed');
  });

  test('a second one by the same practitioner', () => {
    whole();
    expect(() => insertRefusal({ id: 2 })).toThrow('UNIQUE constraint failed');
  });

  test('to change or forget what was heard', () => {
    whole();
    for (const table of ['refusals', 'refusal_ways', 'refusal_words']) {
      expect(() => run(db(), `DELETE FROM ${table}`), table).toThrow('written once');
      const column = table === 'refusals' ? 'at' : 'refusal_id';
      expect(() => run(db(), `UPDATE ${table} SET ${column} = ${column}`), table).toThrow('written once');
    }
  });

  test('a place too many, one with a closed door, and a place that comes back by itself', () => {
    const place = (request: number, practitioner: number, policy: number) =>
      run(
        db(),
        `INSERT INTO newcomer_places (request_id, practitioner_id, policy_id, month, kept_at, kept_by)
         VALUES (?, ?, ?, '2026-11', 0, 1)`,
        [request, practitioner, policy],
      );
    const [a, b, c] = [1, 2, 3].map(() => house.ask({ patientId: null, separate: true }).id);
    expect(() => place(a ?? 0, NGUYEN, 1)).toThrow('not what the policy gives');
    expect(() => place(a ?? 0, NGUYEN, 2)).toThrow('not what the policy gives');
    place(a ?? 0, PETIT, 2);
    expect(() => place(a ?? 0, PETIT, 2)).toThrow('UNIQUE constraint failed');
    place(b ?? 0, PETIT, 2);
    expect(() => place(c ?? 0, PETIT, 2)).toThrow('quota used up');
    run(db(), 'UPDATE newcomer_places SET given_back_at = 1 WHERE request_id = ?', [a ?? 0]);
    place(c ?? 0, PETIT, 2);
    expect(() => run(db(), 'UPDATE newcomer_places SET given_back_at = NULL')).toThrow('only given back');
    expect(() => run(db(), 'DELETE FROM newcomer_places')).toThrow('only given back');
  });

  test('a decision in a practitioner’s name by somebody else', () => {
    const decision = (by: number) =>
      run(
        db(),
        `INSERT INTO practitioner_decisions (version, practitioner_id, patient_id, ground, decided_on, known_patient,
           recorded_by, recorded_at) VALUES (1, ?, 4, 'breach-of-trust', '2026-11-20', 0, ?, 0)`,
        [NGUYEN, by],
      );
    for (const by of [1, 4]) expect(() => decision(by)).toThrow('by that practitioner only');
    decision(3);
    expect(() => run(db(), `UPDATE practitioner_decisions SET ground = 'repeated-absence'`)).toThrow(
      'stay as said',
    );
    expect(() => run(db(), 'DELETE FROM practitioner_decisions')).toThrow('kept');
  });
});

describe('Refusals never see what lists look at', () => {
  /** All that refusal code may read or write. A new name here is a decision; one that holds criteria is a mistake. */
  const ALLOWED = [
    'claims',
    'json_each',
    'newcomer_places',
    'patients',
    'policies',
    'policy_situations',
    'practitioner_decisions',
    'refusal_colleagues',
    'refusal_ways',
    'refusal_words',
    'refusals',
    'requests',
    'staff',
    'text_versions',
    'urgency_cards',
    'urgency_events',
  ];
  /** Columns of a person that a ground could be deduced from. */
  const PERSONAL = /\b(birth_\w+|sex|email|address|postal_code|city|note|wish|patient_needs|attending_\w+)\b/;

  inAHouse();

  const tablesIn = (sql: string): string[] =>
    [...sql.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+([a-z_]+)/g)].map(([, table]) => table ?? '');
  const sources = (readdirSync(import.meta.dirname, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => [file, readFileSync(join(import.meta.dirname, file), 'utf8')] as const);
  const OWN = [
    'policies',
    'policy_situations',
    'newcomer_places',
    'practitioner_decisions',
    'refusals',
    'refusal_ways',
    'refusal_words',
    'refusal_colleagues',
  ];

  test('no query of this area names a table that is not on the list, and none of the list holds criteria', () => {
    expect(sources.length).toBeGreaterThan(15);
    const named = sources.flatMap(([file, text]) => tablesIn(text).map((table) => [file, table] as const));
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(([, table]) => !ALLOWED.includes(table))).toEqual([]);
    expect(ALLOWED.filter((table) => /criteri|priorit|score|rank|waitlist|need/.test(table))).toEqual([]);
  });

  test('nor does a trigger that refusals rest on', () => {
    const triggers = all<{ name: string; sql: string }>(
      db(),
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'
         AND (tbl_name IN (SELECT value FROM json_each(?)) OR sql LIKE '%newcomer_places%')`,
      [JSON.stringify(OWN)],
    );
    expect(triggers.length).toBeGreaterThan(10);
    const named = triggers.flatMap(({ name, sql }) => tablesIn(sql).map((table) => [name, table] as const));
    expect(named.filter(([, table]) => !ALLOWED.includes(table))).toEqual([]);
    expect(triggers.filter(({ sql }) => PERSONAL.test(sql)).map(({ name }) => name)).toEqual([]);
  });

  test('no reference leads from a refusal to criteria', () => {
    const parents = OWN.flatMap((table) =>
      (db().pragma(`foreign_key_list(${table})`) as { table: string }[]).map((key) => key.table),
    );
    const allowed = [
      ...OWN,
      'patients',
      'practitioners',
      'requests',
      'staff',
      'text_versions',
      'urgency_cards',
      'urgency_events',
    ];
    expect([...new Set(parents)].filter((table) => !allowed.includes(table))).toEqual([]);
    const children = all<{ name: string }>(
      db(),
      `SELECT name FROM sqlite_schema WHERE type = 'table'`,
    ).filter(
      ({ name }) =>
        /criteri/.test(name) &&
        (db().pragma(`foreign_key_list(${name})`) as { table: string }[]).some((key) =>
          OWN.includes(key.table),
        ),
    );
    expect(children).toEqual([]);
  });

  test('no statement reads a date of birth, a sex, an address or a note of the person', () => {
    const statements = sources.flatMap(([file, text]) =>
      [...text.matchAll(/(['`])((?:SELECT|INSERT|UPDATE|DELETE)\b[^'`]*(?:'[^'`]*'[^`]*)?)\1/g)].map(
        ([, , sql]) => [file, sql ?? ''] as const,
      ),
    );
    expect(statements.length).toBeGreaterThan(12);
    expect(statements.filter(([, sql]) => PERSONAL.test(sql))).toEqual([]);
  });
});
