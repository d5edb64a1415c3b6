// A CONNECT proxy that leads every HTTPS connection to the practice server: Firefox's way to the real host names.
import { createServer } from "node:http";
import { connect } from "node:net";

/** @param {number} targetPort */
export async function startProxy(targetPort) {
  const sockets = new Set();
  const keep = (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
  };
  const proxy = createServer((_, response) => response.writeHead(405).end());
  proxy.on("connect", (_, client) => {
    const target = connect(targetPort, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      client.pipe(target).pipe(client);
    });
    keep(client);
    keep(target);
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", () => resolve(null)));
  return {
    port: /** @type {import("node:net").AddressInfo} */ (proxy.address()).port,
    close: () => new Promise((resolve) => {
      proxy.close(() => resolve(null));
      sockets.forEach((socket) => socket.destroy());
    }),
  };
}
