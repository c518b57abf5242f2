import { Button } from '@mantine/core';
import { Kbd } from '../../ui/Kbd.tsx';
import { openPlaces } from './open.ts';
import { useStanding } from './use-places.ts';
import './places.css';

/** Above the registration list: how many places are still to be offered, and the way to give some. */
export const PlacesButton = () => {
  const left = useStanding().reduce((sum, places) => sum + places.left, 0);
  return (
    <Button size="compact-md" variant="subtle" color="gray" rightSection={<Kbd>P</Kbd>} onClick={openPlaces}>
      Places{left === 0 ? null : <b className="given-left">{left}</b>}
    </Button>
  );
};
