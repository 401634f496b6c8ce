import { type IncomingHttpHeaders, createServer as createHttpServer } from 'node:http';
import { type AddressInfo, type Server, createServer as createTcpServer } from 'node:net';

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
};

export interface WebhookReceiver {
  readonly url: string;
  readonly received: { readonly headers: IncomingHttpHeaders; readonly body: string }[];
  /** The status it answers with. */
  answer: number;
  close(): void;
}

/** Somebody's webhook endpoint that keeps what it is sent. */
export async function webhookReceiver(): Promise<WebhookReceiver> {
  const server = createHttpServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      receiver.received.push({ headers: request.headers, body });
      response.writeHead(receiver.answer).end();
    });
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  const receiver: WebhookReceiver = { url, received: [], answer: 204, close: () => server.close() };
  return receiver;
}

/** An SMTP server that takes a message and then says this, or hangs up. */
export async function smtpServer(afterwards: string | undefined): Promise<{ url: string; close(): void }> {
  const server = createTcpServer((socket) => {
    let inMessage = false;
    socket.on('error', () => undefined).write('220 test\r\n');
    socket.on('data', (data: Buffer) => {
      for (const line of data.toString().split('\r\n').slice(0, -1)) {
        if (!inMessage)
          socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
        if (inMessage && line === '.' && afterwards === undefined) socket.destroy();
        else if (inMessage && line === '.') socket.write(`${afterwards}\r\n`);
        inMessage = line === 'DATA' || (inMessage && line !== '.');
      }
    });
  });
  return { url: `smtp://127.0.0.1:${await listen(server)}`, close: () => server.close() };
}
