import { type ReactNode, useEffect, useRef } from 'react';
import { ShapeMark } from '../../ui/StatusChip.tsx';

export type Progress = 'later' | 'now' | 'done';

interface Props {
  readonly number: 1 | 2 | 3 | 4;
  readonly title: string;
  /** Beside the title, quiet: when, by whom, what was chosen. */
  readonly aside?: ReactNode;
  readonly progress: Progress;
  /** Comes back here from a later step, by the mouse. */
  readonly onOpen?: (() => void) | undefined;
  readonly children?: ReactNode;
}

/** One of the four steps of a refusal: all of them in sight, the present one open. */
export const StepBlock = ({ number, title, aside, progress, onOpen, children }: Props) => {
  const block = useRef<HTMLElement>(null);
  useEffect(() => {
    if (progress === 'now') block.current?.scrollIntoView({ block: 'nearest' });
  }, [progress]);
  return (
    <section
      ref={block}
      className="refusal-step"
      data-progress={progress}
      aria-label={title}
      aria-current={progress === 'now' ? 'step' : undefined}
    >
      <span className="refusal-step-mark" aria-hidden="true">
        {progress === 'done' ? <ShapeMark shape="check" /> : number}
      </span>
      <header>
        <span className="refusal-step-title">
          <h3>{title}</h3>
          {aside === undefined ? null : <span className="refusal-step-aside">{aside}</span>}
        </span>
        {progress === 'done' && onOpen !== undefined ? (
          <button type="button" className="refusal-step-open" onClick={onOpen}>
            Revenir
          </button>
        ) : null}
      </header>
      {children === undefined || children === null ? null : (
        <div className="refusal-step-body">{children}</div>
      )}
    </section>
  );
};
