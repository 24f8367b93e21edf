package io.dunwell.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A body that breaks off when it gets longer than is allowed. */
final class LimitedBody extends ServletInputStream {

  private final ServletInputStream body;
  private long left;

  LimitedBody(ServletInputStream body, long most) {
    this.body = body;
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int next = body.read();
    return next < 0 ? next : counted(1, next);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = body.read(bytes, offset, length);
    return read < 0 ? read : counted(read, read);
  }

  private int counted(int read, int answer) throws IOException {
    left -= read;
    if (left < 0) {
      throw new IOException("The body is longer than allowed");
    }
    return answer;
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
