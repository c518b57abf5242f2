import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import 'dayjs/locale/fr';
import { queryClient } from '../api/query.ts';
import { UrgencyKeeper } from '../urgency/Keeper.tsx';
import { Gate } from './gate/Gate.tsx';
import { nonce } from './nonce.ts';
import { listenToKeys } from './shortcuts/registry.ts';
import { cssVariables, theme } from './theme.ts';

export const App = () => {
  useEffect(listenToKeys, []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(nonce === '' ? {} : { getStyleNonce: () => nonce })}
    >
      <DatesProvider settings={{ locale: 'fr', firstDayOfWeek: 1, weekendDays: [0] }}>
        <QueryClientProvider client={queryClient}>
          <ModalsProvider
            labels={{ confirm: 'Confirmer', cancel: 'Retour' }}
            modalProps={{ centered: true, closeButtonProps: { 'aria-label': 'Fermer' } }}
          >
            {/* Above the urgency card too: an answer that could not be written must be seen there. */}
            <Notifications position="bottom-center" limit={3} zIndex={600} />
            <Gate />
            <UrgencyKeeper />
          </ModalsProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
};
