package io.guiyi.connectors.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/**
 * An answer's body that ends with an error when it grows too large or takes too long, while it is
 * read. A body that was given up is not read to its end on closing, as the client would do to keep
 * the connection: that end may never come.
 */
final class BoundedEntity extends HttpEntityWrapper {
  private final int maxBytes;
  private final long deadlineNanos;
  private final Duration timeout;
  private @Nullable BoundedStream stream;

  BoundedEntity(HttpEntity entity, int maxBytes, Duration timeout) {
    super(entity);
    this.maxBytes = maxBytes;
    this.timeout = timeout;
    this.deadlineNanos = System.nanoTime() + timeout.toNanos();
  }

  /** The body is larger than allowed. */
  static final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLarge(int maxBytes) {
      super("the answer has more than %d bytes".formatted(maxBytes));
    }
  }

  @Override
  public InputStream getContent() throws IOException {
    if (stream == null) {
      stream = new BoundedStream(super.getContent());
    }
    return stream;
  }

  private final class BoundedStream extends FilterInputStream {
    private long left = maxBytes;
    private boolean ended;

    BoundedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (System.nanoTime() - deadlineNanos > 0) {
        throw new SocketTimeoutException("the answer was not complete after " + timeout);
      }
      int read = super.read(into, offset, length);
      if (read < 0) {
        ended = true;
        return read;
      }
      left -= read;
      if (left < 0) {
        throw new BodyTooLarge(maxBytes);
      }
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      return read(new byte[(int) Math.min(Math.max(count, 0), 8192)]);
    }

    @Override
    public void close() throws IOException {
      if (ended) {
        super.close();
      }
    }
  }
}
