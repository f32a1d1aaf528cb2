package io.linkspan.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between two ends of a connection, which can be cut or made to stall. */
final class Proxy implements AutoCloseable {
  private final ServerSocket listener;
  private final int to;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Object gate = new Object();
  private boolean stalled;

  private Proxy(ServerSocket listener, int to) {
    this.listener = listener;
    this.to = to;
  }

  /** Forwards a port of its own to this one of the loopback address. */
  static Proxy to(int port) throws IOException {
    Proxy proxy = new Proxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
    background(proxy::accept);
    return proxy;
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        connect(listener.accept());
      } catch (IOException e) {
        // The listener was closed, or this client went away.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    sockets.add(client);
    Socket server;
    try {
      server = new Socket(InetAddress.getLoopbackAddress(), to);
    } catch (IOException e) {
      drop(client);
      throw e;
    }
    sockets.add(server);
    background(() -> forward(client, server));
    background(() -> forward(server, client));
  }

  private void forward(Socket from, Socket into) {
    byte[] buffer = new byte[16_384];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = into.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        awaitOpenGate();
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // One of the ends has closed: so does the other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      drop(from);
      drop(into);
    }
  }

  private void awaitOpenGate() throws InterruptedException {
    synchronized (gate) {
      while (stalled) {
        gate.wait();
      }
    }
  }

  private void drop(Socket socket) {
    sockets.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed as far as it can be.
    }
  }

  private static void background(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  /** Closes every connection; new ones may be made at once. */
  void cut() {
    sockets.forEach(this::drop);
  }

  /** Lets nothing through until it is opened again; the connections stay. */
  void stall(boolean on) {
    synchronized (gate) {
      stalled = on;
      gate.notifyAll();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    stall(false);
    cut();
  }
}
