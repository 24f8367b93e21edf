package io.dunwell.correspondence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as it is told; an answer of "" hangs up. */
final class ScriptedMailServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, String> answers;
  final List<String> commands = new CopyOnWriteArrayList<>();

  /**
   * @param answers what to answer to a verb in place of consent; {@code .} is the end of the data
   */
  ScriptedMailServer(Map<String, String> answers) throws IOException {
    this.answers = answers;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "scripted-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  long mails() {
    return commands.stream().filter("."::equals).count();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        converse(client);
      } catch (IOException e) {
        // the client or the test has gone
      }
    }
  }

  private void converse(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    if (!answer(client, "CONNECT", "220 scripted")) {
      return;
    }
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (data && !line.equals(".")) {
        continue;
      }
      String verb =
          data
              ? "."
              : (line + " ").substring(0, (line + " ").indexOf(' ')).toUpperCase(Locale.ROOT);
      commands.add(verb);
      data = verb.equals("DATA") && !answers.containsKey("DATA");
      String consent = data ? "354 go on" : verb.equals("QUIT") ? "221 bye" : "250 fine";
      if (!answer(client, verb, consent)) {
        return;
      }
    }
  }

  private boolean answer(Socket client, String verb, String consent) throws IOException {
    String answer = answers.getOrDefault(verb, consent);
    if (answer.isEmpty()) {
      return false;
    }
    OutputStream out = client.getOutputStream();
    out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return true;
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
