import { notifications } from '@mantine/notifications';
import { errorText } from '../api/error-text.ts';

/** Every save ends in one of these two, or in an error at the field that caused it (R10). */
export const showSuccess = (message: string): void => {
  notifications.show({ message, color: 'teal', autoClose: 4_000, withBorder: true });
};

export const showError = (error: unknown): void => {
  const { title, body } = errorText(error);
  notifications.show({
    title,
    message: body,
    color: 'red',
    autoClose: 12_000,
    withBorder: true,
    role: 'alert',
  });
};

export const showNotice = (message: string): void => {
  notifications.show({ message, color: 'gray', autoClose: 6_000, withBorder: true });
};
