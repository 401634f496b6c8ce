import type { Parcel } from '@fundguard/persistence';

/** Nobody knows whether it arrived: it is left for a person, because nothing is sent twice. */
export class Uncertain extends Error {
  override readonly name = 'Uncertain';
}

/** The other side refused for good (a mailbox that does not exist): trying again would be noise. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

export interface MailChannel {
  /** Whether sending a parcel again does no harm, because its place is named after it. */
  readonly repeatable: boolean;
  send(parcel: Parcel): Promise<void>;
}

export interface WebhookChannel {
  send(parcel: Parcel): Promise<void>;
}

export interface Channels {
  readonly email: MailChannel;
  readonly webhook: WebhookChannel;
}
