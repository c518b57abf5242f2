import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { many } from '../../../../contract/exchange-report.ts';

interface CodesProps {
  readonly codes: readonly string[];
  /** Of what: « lignes », for whoever hears the button. */
  readonly of: string;
  readonly shown?: number;
}

/** The former software's own codes: what one looks up there. The first few, then all on demand. */
export const Codes = ({ codes, of, shown = 10 }: CodesProps) => {
  const [all, setAll] = useState(false);
  const visible = all ? codes : codes.slice(0, shown);
  const more = codes.length - visible.length;
  return (
    <p className="imp-codes">
      {visible.map((code, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one code may be refused on several lines.
        <code key={index}>{code === '' ? 'sans code' : code}</code>
      ))}
      {codes.length <= shown ? null : (
        <UnstyledButton
          className="imp-more"
          aria-expanded={all}
          aria-label={all ? `Montrer moins (${of})` : `Montrer les ${codes.length} (${of})`}
          onClick={() => setAll(!all)}
        >
          {all ? 'montrer moins' : `et ${many(more, 'autre')}`}
        </UnstyledButton>
      )}
    </p>
  );
};
