import { type ReactNode, useEffect, useRef } from 'react';

interface StepHeadProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** The title of a step takes the focus: whoever does not see the screen hears where they arrived. */
export const StepHead = ({ title, children }: StepHeadProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className="imp-step-head">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children === undefined ? null : <p>{children}</p>}
    </header>
  );
};
