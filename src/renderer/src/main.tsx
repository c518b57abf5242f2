import './app/nonce.ts';
import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app/theme.css';
import { createRoot } from 'react-dom/client';
import { followInvitations, openSession } from './api/session.ts';
import { App } from './app/App.tsx';
import { startRouter } from './app/router.ts';
import { listenForUrgency } from './urgency/shown.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
// Before anything else listens to keys: F8 works wherever the page stands.
listenForUrgency();
// The token of the address comes first: no call may leave without the session that it buys.
await openSession();
followInvitations();
startRouter();
createRoot(root).render(<App />);
