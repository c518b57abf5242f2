import { Fragment } from 'react';

/** A text with its marked places shown as such, so that nobody takes them for words. */
export const MarkedText = ({ text }: { readonly text: string }) =>
  text.split(/(\{[^{}]*\})/u).map((part, index) => {
    const key = `${index} ${part}`;
    return part.startsWith('{') ? (
      <mark key={key} className="txt-place">
        {part.slice(1, -1)}
      </mark>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
