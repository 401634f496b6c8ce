import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const POLL = 15_000;

/** Follows a file: whenever its record grew, what the page shows of it is asked for again. */
export function useLive(file: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const refresh = () => void client.invalidateQueries();
    const stream = new EventSource(`/api/v1/live?file=${file}`);
    stream.addEventListener('grown', refresh);
    // A proxy that holds streams back: the page then asks by itself.
    const poll = setInterval(() => stream.readyState !== EventSource.OPEN && refresh(), POLL);
    return () => {
      clearInterval(poll);
      stream.close();
    };
  }, [client, file]);
}
