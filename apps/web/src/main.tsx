import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client';
import { sessionQuery } from './api/session';
import { startLanguages } from './locales';
import { router } from './routes';
import { Look } from './shell/Look';
import './styles.css';

// Beside the texts, not after them; the page for whoever brings a code is nobody's.
if (window.location.pathname !== '/standing') void queryClient.prefetchQuery(sessionQuery);
await startLanguages();
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Look>
        <RouterProvider router={router} />
      </Look>
    </QueryClientProvider>
  </StrictMode>,
);
