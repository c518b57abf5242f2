import { hashOf } from '../../app/router.ts';
import { CommandHint } from '../../app/shortcuts/CommandButton.tsx';
import { runCommand } from '../../app/shortcuts/registry.ts';
import { useWork } from '../../requests/use-work.ts';

const Late = ({ late }: { readonly late: number }) =>
  late === 0 ? null : (
    <>
      , dont <b className="strip-late">{late} en retard</b>
    </>
  );

/** What waits for somebody, and the way there. Nothing waits: nothing is said. Others are given their time to answer. */
export const WorkCounts = () => {
  const work = useWork();
  if (work === null) return null;
  const { requests, toRing, redirections } = work;
  return (
    <>
      {toRing.open === 0 ? null : (
        <button type="button" className="strip-way" onClick={() => runCommand('callbacks')}>
          À rappeler <b>{toRing.open}</b>
          <Late late={toRing.late} /> <CommandHint command="callbacks" />
        </button>
      )}
      {requests.open === 0 ? null : (
        <a className="strip-way" href={hashOf('demandes')}>
          Demandes ouvertes <b>{requests.open}</b>
          <Late late={requests.late} />
        </a>
      )}
      {redirections.late === 0 ? null : (
        <a className="strip-way" href={hashOf('demandes', { vue: 'orientations' })}>
          Orientations <b className="strip-late">{redirections.late} en retard</b>
          <span className="strip-more">
            {' '}
            <CommandHint command="redirections" />
          </span>
        </a>
      )}
    </>
  );
};
