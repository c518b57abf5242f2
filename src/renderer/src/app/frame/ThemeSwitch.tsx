import { ActionIcon, type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react';
import { shell } from '../shell.ts';

const NEXT: Readonly<Record<MantineColorScheme, MantineColorScheme>> = {
  auto: 'light',
  light: 'dark',
  dark: 'auto',
};
const LABEL: Readonly<Record<MantineColorScheme, string>> = {
  auto: 'Apparence : comme le système',
  light: 'Apparence : claire',
  dark: 'Apparence : sombre',
};
const ICON = { auto: IconSunMoon, light: IconSun, dark: IconMoon } as const;

/** Follows the system until told otherwise. */
export const ThemeSwitch = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = ICON[colorScheme];
  const turn = () => {
    const next = NEXT[colorScheme];
    setColorScheme(next);
    void shell()?.setTheme(next === 'auto' ? 'system' : next);
  };
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      onClick={turn}
      title={LABEL[colorScheme]}
      aria-label={LABEL[colorScheme]}
    >
      <Icon size={19} stroke={1.7} />
    </ActionIcon>
  );
};
