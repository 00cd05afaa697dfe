import '../ui/style.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { restoreLanguage } from '../texts/load.ts';
import { isOnline, onConnection, watchConnection } from './connection.ts';
import { queries } from './data.ts';
import { router } from './router.tsx';
import { restoreTheme } from './theme.ts';

restoreTheme();
watchConnection();
// What could not be read without a network is read once it is back.
onConnection(() => isOnline() && queries.refetchQueries({ type: 'active', stale: true }));
await restoreLanguage();

const place = document.getElementById('app');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
