/**
 * One way to save in the settings: a visible success, or the error at the field that caused it, or what somebody else
 * changed meanwhile (R10). What was typed is kept in every case.
 */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ZodType } from 'zod';
import { isFailure } from '../../api/error-text.ts';
import { refresh } from '../../api/live.ts';
import { queryClient } from '../../api/query.ts';
import { showError, showNotice, showSuccess } from '../../app/notify.ts';
import { fieldTexts } from './field-text.ts';

/** The part of a Mantine form that saving needs. */
interface Fields {
  setErrors(errors: Record<string, string>): void;
  getInputNode(path: string): { focus(): void } | null;
}

interface SaveOptions<Sent, Saved> {
  readonly call: (sent: Sent) => Promise<Saved>;
  /** « Horaires enregistrés. » */
  readonly success: string;
  readonly form?: Fields;
  readonly onSaved?: (saved: Saved) => void;
}

export interface Save<Sent> {
  /** `shape`: the contract's own; mistakes show before anything is sent. */
  save(sent: Sent, shape?: ZodType): void;
  readonly saving: boolean;
  /** Fields that somebody else changed since this form was opened, or null. */
  readonly stale: readonly string[] | null;
}

export const useSave = <Sent, Saved>(options: SaveOptions<Sent, Saved>): Save<Sent> => {
  const { call, success, form, onSaved } = options;
  const [stale, setStale] = useState<readonly string[] | null>(null);

  const pointAt = (errors: Record<string, string>): void => {
    form?.setErrors(errors);
    // After the render that shows the message, so that a screen reader reads both.
    setTimeout(() => {
      const shown = Object.keys(errors).flatMap((path) => form?.getInputNode(path) ?? []);
      if (shown[0]) shown[0].focus();
      else if (document.querySelector('.set-form .mantine-InputWrapper-error') === null)
        showNotice(`Rien n’a été enregistré. ${Object.values(errors)[0] ?? ''}`);
    });
  };

  const mutation = useMutation({
    mutationFn: (sent: Sent) => call(sent),
    onSuccess: async (saved) => {
      setStale(null);
      await refresh(queryClient, [
        'practice',
        'people',
        'agenda',
        'refusals',
        'urgency',
        'directory',
        'unscheduled',
        'waitlist',
      ]);
      showSuccess(success);
      onSaved?.(saved);
    },
    onError: (error) => {
      const invalid = isFailure(error, 'INVALID_INPUT');
      const changed = isFailure(error, 'STALE_VERSION');
      const reason = isFailure(error, 'CONFLICT')?.reason;
      const overtaken = reason === 'policy-changed' || reason === 'card-changed';
      if (invalid && form) pointAt(fieldTexts(invalid.fields));
      else if (changed && form) setStale(changed.changed);
      else if (overtaken && form) setStale([]);
      else showError(error);
    },
  });

  return {
    save: (sent, shape) => {
      const wrong = shape?.safeParse(sent).error?.issues ?? [];
      if (wrong.length > 0)
        pointAt(fieldTexts(wrong.map(({ path, code }) => ({ path: path.map(String).join('.'), code }))));
      else mutation.mutate(sent);
    },
    saving: mutation.isPending,
    stale,
  };
};
