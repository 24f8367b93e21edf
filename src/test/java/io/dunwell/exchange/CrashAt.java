package io.dunwell.exchange;

import io.dunwell.receivables.events.OpenItemOpened;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Breaks down in the middle of a chunk, when so many items have been opened; asleep by default. */
@Component
class CrashAt {

  private final AtomicInteger left = new AtomicInteger(-1);

  void after(int items) {
    left.set(items);
  }

  void never() {
    left.set(-1);
  }

  @EventListener
  void on(OpenItemOpened opened) {
    if (left.get() >= 0 && left.decrementAndGet() < 0) {
      throw new IllegalStateException("the node dies");
    }
  }
}
