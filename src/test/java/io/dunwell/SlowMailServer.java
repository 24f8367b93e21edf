package io.dunwell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes a whole mail and lets its sender wait for the answer, until told. */
final class SlowMailServer implements AutoCloseable {

  private final ServerSocket socket;
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private volatile String answer = "";

  SlowMailServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The Message-IDs of the mails it was given, answered or not. */
  List<String> mails() {
    return List.copyOf(mails);
  }

  /** From now on it answers at once, for example with {@code 250 fine}. */
  void answersWith(String text) {
    answer = text;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        start(() -> converse(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "slow-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void converse(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
      say(client, "220 slow");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        switch (line.toUpperCase(Locale.ROOT)) {
          case "DATA" -> {
            say(client, "354 go on");
            mails.add(read(in));
            if (answer.isEmpty()) {
              waitUntilItIsGone(in);
              return;
            }
            say(client, answer);
          }
          case "QUIT" -> {
            say(client, "221 bye");
            return;
          }
          default -> say(client, "250 fine");
        }
      }
    } catch (IOException gone) {
      // the client was killed
    }
  }

  private static String read(BufferedReader in) throws IOException {
    String id = "";
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (id.isEmpty() && line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
        id = line.substring("message-id:".length()).strip();
      }
    }
    return id;
  }

  private static void waitUntilItIsGone(BufferedReader in) throws IOException {
    while (in.readLine() != null) {
      // it has nothing to say while it waits
    }
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
