import { useQuery } from '@tanstack/react-query';
import { api } from '../api/query.ts';

export const RULES_PATH = 'reglages/listes';

/** The rule in force and every version; undefined: on its way. */
export const useRules = () => useQuery(api.waitlist.rules.queryOptions()).data;
