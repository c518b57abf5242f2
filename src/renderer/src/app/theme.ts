import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { optionsFilter } from '../ui/options-filter.ts';

/** Stone greys and one teal. Shade 7 carries white text at 7:1, shade 2 dark text; checked for WCAG AA on screen. */
const teal: MantineColorsTuple = [
  '#e9f3f1',
  '#d3e7e4',
  '#a9d3cd',
  '#7bbfb6',
  '#55aca2',
  '#2f8f86',
  '#17736c',
  '#0d5f5a',
  '#0a4d49',
  '#063a37',
];

const stone: MantineColorsTuple = [
  '#faf9f7',
  '#f4f3ef',
  '#e9e7e0',
  '#dcd9d0',
  '#c3c1b9',
  '#9aa0a1',
  '#667176',
  '#4c575b',
  '#333d41',
  '#1d2528',
];

const night: MantineColorsTuple = [
  '#e8eceb',
  '#c7cfcf',
  '#a6b1b3',
  '#7f8b8e',
  '#465156',
  '#364146',
  '#242c2f',
  '#1c2326',
  '#14191b',
  '#0e1214',
];

/** Of what cannot be taken back lightly. Mantine’s own carries white text at 3.8:1 only. */
const red: MantineColorsTuple = [
  '#fdf0ef',
  '#fbdfdd',
  '#f6bdb9',
  '#f08a86',
  '#e26661',
  '#d2484a',
  '#c2373a',
  '#b3282d',
  '#962025',
  '#7a191d',
];

/** Mantine picks the text of a filled button for the light scheme alone: on the pale colours of the dark one it is unreadable. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return colors;
  if (input.color === 'red') return { ...colors, color: 'var(--pv-red-ink)' };
  const primary = input.color === undefined || input.color === input.theme.primaryColor;
  return primary ? { ...colors, color: 'var(--pv-brand-ink)' } : colors;
};

export const theme = createTheme({
  variantColorResolver: variantColors,
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  colors: { teal, red, gray: stone, dark: night },
  fontFamily: '"Inter Variable", Inter, system-ui, sans-serif',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    CloseButton: { defaultProps: { 'aria-label': 'Fermer' } },
    Modal: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Fermer' }, transitionProps: { duration: 0 } },
    },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Fermer' } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Fermer' } } },
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: {
      defaultProps: {
        size: 'sm',
        nothingFoundMessage: 'Aucun résultat',
        filter: optionsFilter,
        // The list itself scrolls, so that it is known as the list of its field.
        withScrollArea: false,
        styles: { options: { maxHeight: 260, overflowY: 'auto' } },
      },
    },
    Textarea: { defaultProps: { size: 'sm' } },
    // What a key closes is gone with that key, as a dialog is: while it fades, its field would take the next one.
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    NumberInput: { defaultProps: { size: 'sm' } },
  },
});

/** Mantine's own surfaces take Parvis's; the rest of the palette lives in theme.css. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1d2528',
    '--mantine-color-dimmed': '#5c676b',
    '--mantine-color-placeholder': '#6b7579',
    '--mantine-color-default-border': '#dcd9d0',
    '--mantine-color-error': '#b3282d',
  },
  dark: {
    '--mantine-primary-color-contrast': '#0e1a19',
    '--mantine-color-body': '#1c2326',
    '--mantine-color-text': '#e8eceb',
    '--mantine-color-dimmed': '#a6b1b3',
    '--mantine-color-placeholder': '#8d999c',
    '--mantine-color-default-border': '#364146',
    '--mantine-color-error': '#f08a86',
  },
});
