import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JournalKind, journalKinds } from '../../../contract/journal.ts';
import { RedirectionStep } from '../../../contract/redirections.ts';
import { UrgencyAct } from '../../../contract/urgency.ts';
import { actionsOf, isNamed, saidOf } from './actions.ts';

const MAIN = join(import.meta.dirname, '../..');

/** Words about the journal, and about the file's columns, not entries of it. */
const SAID_ELSEWHERE = /^(trail|privacy)\/rules\//;

const sources = readdirSync(MAIN, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !SAID_ELSEWHERE.test(file))
  .map((file) => ({ file, text: readFileSync(join(MAIN, file), 'utf8') }));

const matches = (pattern: RegExp): { file: string; found: string }[] =>
  sources.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ file, found: match[1] ?? match[0] })),
  );

/** Words with a point that are not actions of the journal: each family with what it is. */
const NOT_ACTIONS = [
  /^(open|check|copy|copies|proof|seal|recovery-code|call|follower|import|search|offers)\.(done|failed|closed|recovered|refused|carried|not-carried|ledger-not-kept|envelopes-not-renewed|restoration-noted|not-made|not-kept|not-warmed|not-expired|issued|written)$/, // the technical log
  /^fallback\.failed$/,
  /^copy\.restored$/, // the log's, and the journal's by a constant
  /^(paper|recourse|say|step|outcome|callback|request)\.(condition|declined|foot|statement|urgent|no-order|order|unavailable|colleague|cpam|cpts|money|out-of-hours|outside|pharmacy|registration-list|sas|teleconsultation|unscheduled-slot|answer|withdrawn)$/, // the house's texts
  /\.(js|json|html|txt|db|keys|lock|log|pdf)$/, // files
  /^(people|policies|practice|agenda|patients|requests|journal|desk|seat)\.(govern|write|read|own)$/, // rights
];

/** What a file writes as one word with a point, wherever it stands. */
const written = matches(/'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z0-9]+)*)'/g).filter(
  ({ found }) => !NOT_ACTIONS.some((other) => other.test(found)),
);

describe('what the journal says in French', () => {
  it('has a sentence for every action that is written anywhere in the program', () => {
    expect(written.length).toBeGreaterThan(100);
    expect(written.filter(({ found }) => !isNamed(found))).toEqual([]);
  });

  it('has one for every action that is put together where it is written', () => {
    // Whoever puts an action together somewhere new is named here, and adds the family below.
    const made = matches(/`([a-z-]+\.\$\{[^`]*)`/g).filter(({ file }) => !file.startsWith('hosts/'));
    expect(
      [...new Set(made.map(({ file, found }) => `${file} ${found.replace('$', '')}`))]
        .filter((line) => /\.\{(action|step|after\.what)/.test(line))
        .sort(),
    ).toEqual([
      'redirections/service/step.ts redirection.{step}',
      'urgency/service/record.ts urgency.{after.what}',
      'waitlist/service/acts.ts waitlist.{action}',
      'waitlist/service/reconcile.ts waitlist.{action}',
    ]);
    const ofLists = [
      ...matches(/saveAs\(tx, '([a-z-]+)'/g),
      ...matches(/saved\(tx, [^\n]*?, '([a-z-]+)'/g),
      ...matches(/return \['([a-z-]+)', \{/g),
      ...matches(/return \['([a-z-]+)', newer/g),
    ].map(({ found }) => found);
    expect(ofLists.length).toBeGreaterThan(8);
    const actions = [
      ...RedirectionStep.options.map((step) => `redirection.${step}`),
      ...UrgencyAct.options.map((act) => `urgency.${act}`),
      ...ofLists.map((action) => `waitlist.${action}`),
      'copy.restored',
    ];
    expect(actions.filter((action) => !isNamed(action))).toEqual([]);
  });

  it('calls an undoing by what it took back, and finds it under the same kind', () => {
    expect(saidOf('appointment.booked.undone')).toEqual({
      kind: 'made',
      what: 'Annulé aussitôt (Ctrl+Z)\u00a0: Rendez-vous pris',
    });
    expect(actionsOf('moved')).toEqual([
      'appointment.moved',
      'appointment.moved.undone',
      'appointment.cancelled',
      'appointment.cancelled.undone',
    ]);
  });

  it('does not hide what a later Parvis has written', () => {
    expect(saidOf('robot.danced').what).toContain('robot.danced');
  });

  it('names each kind', () => {
    expect(Object.keys(journalKinds)).toEqual(JournalKind.options);
    for (const kind of JournalKind.options) expect(actionsOf(kind).length).toBeGreaterThan(0);
  });
});
