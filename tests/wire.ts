/** Counts what really crosses the network, whichever thread of the browser asks for it. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that hands every request on and counts the bytes of each answer, headers included. */
export async function countingProxy(target: number) {
  let bytes = 0;
  let requests = 0;
  const server = createServer((asked, answer) => {
    requests += 1;
    const onward = request(
      { host: '127.0.0.1', port: target, path: asked.url, method: asked.method, headers: asked.headers },
      (reply) => {
        bytes += reply.rawHeaders.join('').length + 4 * reply.rawHeaders.length;
        answer.writeHead(reply.statusCode ?? 500, reply.headers);
        reply.on('data', (piece: Buffer) => {
          bytes += piece.length;
        });
        reply.pipe(answer);
      },
    );
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    bytes: () => bytes,
    requests: () => requests,
    close: () => server.close(),
  };
}
