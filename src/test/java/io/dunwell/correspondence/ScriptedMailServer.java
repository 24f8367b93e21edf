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
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that answers as it is told; an answer of "" hangs up. */
public final class ScriptedMailServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final @Nullable SSLContext tls;
  final List<String> commands = new CopyOnWriteArrayList<>();
  final List<String> inTheClear = new CopyOnWriteArrayList<>();

  /**
   * @param answers what to answer to a verb in place of consent; {@code .} is the end of the data
   */
  public ScriptedMailServer(Map<String, String> answers) throws IOException {
    this(answers, null);
  }

  private ScriptedMailServer(Map<String, String> answers, @Nullable SSLContext tls)
      throws IOException {
    this.answers = answers;
    this.tls = tls;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "scripted-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** One that offers STARTTLS, with the keys to prove who it is. */
  static ScriptedMailServer withStartTls(KeyStore keys, char[] password) throws Exception {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    return new ScriptedMailServer(Map.of("EHLO", "250-scripted\r\n250 STARTTLS"), tls);
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
    speak(client, in);
  }

  private void speak(Socket client, BufferedReader in) throws IOException {
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
      if (!(client instanceof SSLSocket)) {
        inTheClear.add(verb);
      }
      if (verb.equals("STARTTLS") && tls != null) {
        answer(client, verb, "220 go on");
        secure(client, tls);
        return;
      }
      data = verb.equals("DATA") && !answers.containsKey("DATA");
      String consent = data ? "354 go on" : verb.equals("QUIT") ? "221 bye" : "250 fine";
      if (!answer(client, verb, consent)) {
        return;
      }
    }
  }

  private void secure(Socket client, SSLContext with) throws IOException {
    try (SSLSocket secured =
        (SSLSocket) with.getSocketFactory().createSocket(client, null, client.getPort(), true)) {
      secured.setUseClientMode(false);
      speak(
          secured,
          new BufferedReader(
              new InputStreamReader(secured.getInputStream(), StandardCharsets.ISO_8859_1)));
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
