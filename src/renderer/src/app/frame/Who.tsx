import { Menu, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/query.ts';
import { leaveDesk, lockDesk } from '../seat/take.ts';
import { CommandHint } from '../shortcuts/CommandButton.tsx';
import { useStation } from '../station.ts';
import { StationName } from './StationName.tsx';

/** Who is at the desk, and how to change: the picker by initials takes the whole screen when nobody is. */
export const Who = () => {
  const { actorId, station, beginSwitch } = useStation();
  const [naming, setNaming] = useState(false);
  const { data: staff = [] } = useQuery(api.people.list.queryOptions());
  const actor = staff.find(({ id }) => id === actorId);
  return (
    <>
      <Menu position="bottom-end" width={260} withinPortal>
        <Menu.Target>
          <UnstyledButton className="who">
            <span className="pv-sr-only">Au poste : {actor?.name ?? 'personne'}, </span>
            <span className="who-initials" aria-hidden="true">
              {actor?.initials ?? '?'}
            </span>
            <span className="who-station">{station}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{actor === undefined ? 'Personne n’est au poste' : actor.name}</Menu.Label>
          <Menu.Item onClick={() => beginSwitch()} rightSection={<CommandHint command="desk.switch" />}>
            Changer de personne
          </Menu.Item>
          <Menu.Item onClick={lockDesk} rightSection={<CommandHint command="desk.lock" />}>
            Verrouiller le poste
          </Menu.Item>
          <Menu.Item onClick={leaveDesk}>Quitter le poste</Menu.Item>
          <Menu.Item onClick={() => setNaming(true)}>Nommer ce poste</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <StationName opened={naming} onClose={() => setNaming(false)} />
    </>
  );
};
