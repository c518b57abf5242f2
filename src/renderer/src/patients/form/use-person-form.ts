import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FieldError } from '../../../../contract/errors.ts';
import type { Patient } from '../../../../contract/patients.ts';
import { isFailure } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { showError } from '../../app/notify.ts';
import { useNow } from '../../app/now.ts';
import { dropFormDraft, type FormDraft, type FormKey, setFormDraft, useDrafts } from './drafts.ts';
import { draftOf, type FormValues, filledPhones, formOf, type Reconciled, reconcile } from './values.ts';
import { fieldOfPath, messageOf } from './words.ts';

interface Options {
  readonly key: FormKey;
  readonly start: FormValues;
  /** Null for somebody new. */
  readonly patient: Patient | null;
  readonly onSaved: (patient: Patient) => void;
}

export interface PersonForm {
  readonly values: FormValues;
  /** By field; a phone by its row, `phones.1`. */
  readonly errors: Readonly<Record<string, string>>;
  readonly saving: boolean;
  /** The desk knows somebody who resembles: look first, then create all the same. */
  readonly resembles: boolean;
  /** Somebody saved meanwhile: what was taken over from them, and what both changed. */
  readonly meanwhile: Reconciled | null;
  /** To be given to the element that holds the fields: the first wrong one gets the focus. */
  readonly holder: React.RefObject<HTMLFormElement | null>;
  set<K extends keyof FormValues>(field: K, value: FormValues[K]): void;
  save(confirmedNew?: boolean): void;
  drop(): void;
}

/** Errors speak of the draft's rows, the form may have blank ones between them. */
const byField = (errors: readonly FieldError[], values: FormValues): Record<string, string> => {
  const rows = filledPhones(values);
  return Object.fromEntries(
    errors.map((error) => {
      const field = fieldOfPath(error.path);
      const row = /^phones\.(\d+)/.exec(field)?.[1];
      return [row === undefined ? field : `phones.${rows[Number(row)] ?? 0}`, messageOf(error)];
    }),
  );
};

export const usePersonForm = ({ key, start, patient, onSaved }: Options): PersonForm => {
  const queryClient = useQueryClient();
  const { day } = useNow();
  const holder = useRef<HTMLFormElement>(null);
  const opened: FormDraft = { values: start, base: start, version: patient?.version ?? 0 };
  const draft = useDrafts(({ drafts }) => drafts.get(key)) ?? opened;
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [resembles, setResembles] = useState(false);
  const [meanwhile, setMeanwhile] = useState<Reconciled | null>(null);
  const [refused, setRefused] = useState(0);

  useEffect(() => {
    if (refused > 0) holder.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);

  const refuse = (wrong: readonly FieldError[]) => {
    setErrors(byField(wrong, draft.values));
    setRefused((times) => times + 1);
  };

  const catchUp = async () => {
    if (patient === null) return;
    const theirs = await queryClient.fetchQuery({
      ...api.patients.get.queryOptions({ input: { id: patient.id } }),
      staleTime: 0,
    });
    const both = reconcile(draft.base, draft.values, formOf(theirs));
    setFormDraft(key, { values: both.values, base: formOf(theirs), version: theirs.version });
    setMeanwhile(both);
  };

  const onError = (error: unknown) => {
    const fields = isFailure(error, 'INVALID_INPUT')?.fields;
    if (fields !== undefined && fields.length > 0) refuse(fields);
    else if (isFailure(error, 'RESEMBLES') !== null) setResembles(true);
    else if (isFailure(error, 'STALE_VERSION') !== null) void catchUp().catch(showError);
    else showError(error);
  };
  const onSuccess = (saved: Patient) => {
    dropFormDraft(key);
    queryClient.setQueryData(api.patients.get.queryKey({ input: { id: saved.id } }), saved);
    onSaved(saved);
  };
  const create = useMutation(api.patients.create.mutationOptions({ onError, onSuccess }));
  const update = useMutation(api.patients.update.mutationOptions({ onError, onSuccess }));

  return {
    values: draft.values,
    errors,
    saving: create.isPending || update.isPending,
    resembles,
    meanwhile,
    holder,
    set: (field, value) => {
      // From the store, not from this render: two fields may change in one gesture.
      const latest = useDrafts.getState().drafts.get(key) ?? opened;
      setFormDraft(key, { ...latest, values: { ...latest.values, [field]: value } });
      setResembles(false);
      setErrors((known) =>
        Object.fromEntries(Object.entries(known).filter(([path]) => path.split('.')[0] !== field)),
      );
    },
    save: (confirmedNew = false) => {
      if (create.isPending || update.isPending) return;
      const made = draftOf(draft.values, day);
      if (!made.ok) return refuse(made.errors);
      setErrors({});
      if (patient === null) create.mutate({ patient: made.draft, confirmedNew });
      else update.mutate({ id: patient.id, version: draft.version, patient: made.draft });
    },
    drop: () => dropFormDraft(key),
  };
};
