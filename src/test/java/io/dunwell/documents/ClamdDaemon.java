package io.dunwell.documents;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A virus scanner that speaks ClamAV's protocol and takes the word EICAR for a virus. */
public final class ClamdDaemon implements AutoCloseable {

  private final ServerSocket socket;

  /** How many bytes it was given last. */
  volatile int received;

  /** Whether it hangs up without an answer. */
  volatile boolean silent;

  ClamdDaemon() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "clamd");
    thread.setDaemon(true);
    thread.start();
  }

  String address() {
    return "clamd://127.0.0.1:" + socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept();
          DataInputStream in = new DataInputStream(caller.getInputStream())) {
        String answer = answer(in);
        caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      } catch (SocketException closed) {
        // the next turn asks whether it was us
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private String answer(DataInputStream in) throws IOException {
    String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
    StringBuilder content = new StringBuilder();
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
    }
    received = content.length();
    if (silent || !command.equals("zINSTREAM\0")) {
      return "";
    }
    return "stream: " + (content.indexOf("EICAR") < 0 ? "OK" : "Eicar-Test FOUND") + "\0";
  }

  /** Has the whole application ask this daemon. */
  public static class Installed
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      ClamdDaemon daemon = new ClamdDaemon();
      context.getBeanFactory().registerSingleton("clamdDaemon", daemon);
      TestPropertyValues.of("dunwell.documents.virus-scanner=" + daemon.address()).applyTo(context);
    }
  }
}
