import { agenda } from './agenda.ts';
import { callbacks } from './callbacks.ts';
import { copies } from './copies.ts';
import { directory } from './directory.ts';
import { directoryImport } from './directory-import.ts';
import { exchange } from './exchange.ts';
import { fallback } from './fallback.ts';
import { gate } from './gate.ts';
import { handover } from './handover.ts';
import { journal } from './journal.ts';
import { nightReturn } from './night-return.ts';
import { patients } from './patients.ts';
import { people } from './people.ts';
import { practice } from './practice.ts';
import { privacy } from './privacy.ts';
import { redirections } from './redirections.ts';
import { refusals } from './refusals.ts';
import { requests } from './requests.ts';
import { salvage } from './salvage.ts';
import { texts } from './texts.ts';
import { unscheduled } from './unscheduled.ts';
import { urgency } from './urgency.ts';
import { waitlistEntries } from './waitlist.ts';
import { givenPlaces, waitlistOffers } from './waitlist-offers.ts';
import { waitlistRules } from './waitlist-rank.ts';

/** All that a screen can ask of the desk. The only code that both sides import. */
export const contract = {
  gate,
  copies: { ...copies, ...salvage },
  people,
  practice,
  patients,
  agenda,
  requests,
  callbacks,
  texts,
  urgency,
  journal,
  fallback,
  unscheduled,
  refusals,
  exchange,
  directory: { ...directory, ...directoryImport },
  redirections,
  privacy,
  handover: { ...handover, ...nightReturn },
  waitlist: { ...waitlistEntries, ...waitlistOffers, ...givenPlaces, ...waitlistRules },
};
export type Contract = typeof contract;
