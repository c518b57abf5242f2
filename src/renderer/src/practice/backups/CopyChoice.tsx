import { Radio, Stack } from '@mantine/core';
import type { CopyListed } from '../../../../contract/copy-listed.ts';
import { contentsText, momentText } from './copy-words.ts';

interface CopyChoiceProps {
  readonly label: string;
  readonly copies: readonly CopyListed[];
  readonly value: string;
  readonly onChange: (file: string) => void;
}

/** Copies by their date, each with what it holds. */
export const CopyChoice = ({ label, copies, value, onChange }: CopyChoiceProps) => (
  <Radio.Group label={label} value={value} onChange={onChange}>
    <Stack gap="xs" mt="xs">
      {copies.map((copy) => (
        <Radio
          key={copy.file}
          value={copy.file}
          label={momentText(copy.at)}
          description={`${contentsText(copy)}${copy.proven ? ' · éprouvée' : ''}`}
        />
      ))}
    </Stack>
  </Radio.Group>
);
