import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/query.ts';
import { capitalised } from '../../ui/dates.ts';
import { useCurtain } from '../curtain.ts';
import { showError, showSuccess } from '../notify.ts';
import { navigate } from '../router.ts';
import { shell } from '../shell.ts';
import { runCommand, useCommand } from '../shortcuts/registry.ts';
import { actionText } from './undo.ts';

/** Commands that belong to no screen: the curtain, undo, and what the window's own menu asks for. */
export const GlobalCommands = () => {
  const toggleCurtain = useCurtain(({ toggle }) => toggle);
  useCommand('curtain', toggleCurtain);
  const undo = useMutation(
    api.gate.undo.mutationOptions({
      onSuccess: ({ action }) => showSuccess(`${capitalised(actionText(action))} : annulé`),
      onError: showError,
    }),
  );
  useCommand('absence', () => navigate('reglages/absences', { ajouter: '1' }));
  useCommand('redirections', () => navigate('demandes', { vue: 'orientations' }));
  useCommand('undo', () => {
    if (!undo.isPending) undo.mutate(undefined);
  });
  useEffect(
    () =>
      shell()?.onCommand((command) => {
        if (command === 'search') runCommand('search');
        if (command === 'print') runCommand('print');
        if (command === 'curtain') useCurtain.getState().draw();
      }),
    [],
  );
  return null;
};
