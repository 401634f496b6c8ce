import type { Installation } from './processes.js';

type History = Awaited<ReturnType<ReturnType<Installation['client']['workflow']['getHandle']>['fetchHistory']>>;
type Event = NonNullable<History['events']>[number];

const eventsOf = async ({ client }: Installation, workflowId: string): Promise<Event[]> =>
  (await client.workflow.getHandle(workflowId).fetchHistory()).events ?? [];

/** How often the engine had to start each run of an activity: `[1, 2]` is one that was done at once and one at the second attempt. */
export async function attemptsOf(installation: Installation, workflowId: string, activity: string): Promise<number[]> {
  const events = await eventsOf(installation, workflowId);
  const scheduled = new Map(
    events.map((event) => [String(event.eventId), event.activityTaskScheduledEventAttributes?.activityType?.name]),
  );
  return events.flatMap(({ activityTaskStartedEventAttributes: started }) =>
    started && scheduled.get(String(started.scheduledEventId)) === activity ? [started.attempt ?? 0] : [],
  );
}

/** The instants of the timers that a workflow waits for. */
export async function timersOf(installation: Installation, workflowId: string): Promise<number[]> {
  const waiting = new Map<string, number>();
  for (const event of await eventsOf(installation, workflowId)) {
    const { timerStartedEventAttributes: started, eventTime } = event;
    const over = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
    if (started) waiting.set(String(event.eventId), millis(eventTime) + millis(started.startToFireTimeout));
    if (over) waiting.delete(String(over.startedEventId));
  }
  return [...waiting.values()];
}

interface Time {
  readonly seconds?: { toNumber(): number } | null;
  readonly nanos?: number | null;
}

const millis = (time: Time | null | undefined): number =>
  (time?.seconds?.toNumber() ?? 0) * 1000 + (time?.nanos ?? 0) / 1e6;
