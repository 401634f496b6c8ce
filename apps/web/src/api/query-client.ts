import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem';
import { expiredQuery, sessionQuery } from './session';

/** One answer to an expired session, wherever it shows: the sign-in dialog comes up over the page, and nothing is lost. */
const onError = (error: unknown) => {
  if (problemOf(error)?.status === 401 && queryClient.getQueryData(sessionQuery.queryKey))
    queryClient.setQueryData(expiredQuery.queryKey, true);
};

const WORTH_ASKING_AGAIN = new Set([0, 502, 503, 504]);

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What was refused stays refused; a server that is down is asked again.
      retry: (count, error) => count < 2 && WORTH_ASKING_AGAIN.has(problemOf(error)?.status ?? 500),
    },
  },
});
