import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Kbd } from '../../ui/Kbd.tsx';
import { type CommandId, specOf } from './commands.ts';
import { keyCaption } from './keys.ts';
import { runCommand, useAvailable } from './registry.ts';

/** The key of a command, only while somebody answers it. */
export const CommandHint = ({ command }: { readonly command: CommandId }) => {
  const available = useAvailable(command);
  const [key] = specOf(command).keys;
  return available && key !== undefined ? <Kbd>{keyCaption(key)}</Kbd> : null;
};

interface CommandButtonProps extends Omit<ButtonProps, 'rightSection' | 'children'> {
  readonly command: CommandId;
  readonly children?: ReactNode;
}

/** A button that does exactly what its key does, and shows it. Absent while nobody answers the command. */
export const CommandButton = ({ command, children, ...button }: CommandButtonProps) => {
  const available = useAvailable(command);
  if (!available) return null;
  return (
    <Button {...button} rightSection={<CommandHint command={command} />} onClick={() => runCommand(command)}>
      {children ?? specOf(command).label}
    </Button>
  );
};
