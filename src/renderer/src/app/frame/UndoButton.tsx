import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/query.ts';
import { CommandHint } from '../shortcuts/CommandButton.tsx';
import { specOf } from '../shortcuts/commands.ts';
import { runCommand } from '../shortcuts/registry.ts';
import { useStation } from '../station.ts';
import { actionText } from './undo.ts';

const SHOWN_MS = 10_000;

/** Ten seconds to take back what was just done. Ctrl+Z goes on working after that. */
export const UndoButton = () => {
  const actorId = useStation(({ actorId }) => actorId);
  const { data } = useQuery(api.gate.undoable.queryOptions({ enabled: actorId !== null }));
  const [shown, setShown] = useState<string | null>(null);
  const known = useRef<number | undefined>(undefined);
  const at = data === undefined ? undefined : (data?.at ?? 0);
  const action = data?.action ?? null;
  useEffect(() => {
    if (at === undefined) return;
    const first = known.current === undefined;
    const changed = known.current !== at;
    known.current = at;
    // What stood there before this screen opened is not « what was just done ».
    if (!changed || first) return;
    setShown(action);
    const timer = setTimeout(() => setShown(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [at, action]);
  if (shown === null) return null;
  return (
    <Button
      size="sm"
      variant="light"
      rightSection={<CommandHint command="undo" />}
      title={specOf('undo').label}
      onClick={() => runCommand('undo')}
    >
      Annuler : {actionText(shown)}
    </Button>
  );
};
