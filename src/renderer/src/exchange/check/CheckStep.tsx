import { Report } from '../report/Report.tsx';
import { useTakeOver } from '../state.ts';
import { Interrupted } from './Interrupted.tsx';
import { Working } from './Working.tsx';

/** The dry run, what came of it, then the writing itself. */
export const CheckStep = () => {
  const { work, report } = useTakeOver();
  if (work === 'checking' || work === 'applying') return <Working key={work} work={work} />;
  return report === null ? <Interrupted /> : <Report report={report} />;
};
