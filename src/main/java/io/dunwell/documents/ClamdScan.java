package io.dunwell.documents;

import io.dunwell.shared.RuleViolation;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a ClamAV daemon, over its command INSTREAM. */
final class ClamdScan implements VirusScan {

  private static final Logger LOG = LoggerFactory.getLogger(ClamdScan.class);
  private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
  private static final int PART = 1 << 16;
  private static final int LONGEST_ANSWER = 4096;
  private static final int USUAL_PORT = 3310;

  private final InetSocketAddress address;
  private final int patience;

  ClamdScan(URI scanner, Duration patience) {
    this.address =
        InetSocketAddress.createUnresolved(
            scanner.getHost(), scanner.getPort() < 0 ? USUAL_PORT : scanner.getPort());
    this.patience = (int) patience.toMillis();
  }

  @Override
  public Optional<String> scan(byte[] content) {
    try {
      return verdict(ask(content));
    } catch (IOException silent) {
      LOG.warn("The virus scanner at {} gives no answer: {}", address, silent.toString());
      throw notScanned();
    }
  }

  private String ask(byte[] content) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), patience);
      socket.setSoTimeout(patience);
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      for (int at = 0; at < content.length; at += PART) {
        int length = Math.min(PART, content.length - at);
        out.writeInt(length);
        out.write(content, at, length);
      }
      out.writeInt(0);
      out.flush();
      byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
      return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
    }
  }

  private static Optional<String> verdict(String answer) {
    Matcher found = FOUND.matcher(answer);
    if (found.matches()) {
      return Optional.of(found.group(1));
    }
    if (answer.equals("stream: OK")) {
      return Optional.empty();
    }
    LOG.warn("The virus scanner does not scan: {}", answer);
    throw notScanned();
  }

  private static RuleViolation notScanned() {
    return new RuleViolation(
        "document.not-scanned",
        "The virus scanner does not answer, so this file was not taken. Try again in a while, or"
            + " tell the administrator.");
  }
}
