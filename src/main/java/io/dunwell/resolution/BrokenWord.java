package io.dunwell.resolution;

import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Function;

/** Says in one sentence what was promised and what came instead. */
final class BrokenWord {

  private BrokenWord() {}

  static String of(PromiseView promise) {
    PromiseView.Part failed =
        promise.parts().stream()
            .filter(part -> !part.outcome().equals("KEPT"))
            .findFirst()
            .orElseThrow();
    Money promised = sum(promise, PromiseView.Part::amount);
    Money received = sum(promise, PromiseView.Part::received);
    String came = received.isZero() ? "nothing came" : "only " + Words.money(received) + " came";
    return Words.sentence("Promised %s by %s, %s. Call again.", promised, failed.payBy(), came);
  }

  private static Money sum(PromiseView promise, Function<PromiseView.Part, BigDecimal> what) {
    BigDecimal sum = promise.parts().stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    return Money.rounded(sum, Currency.getInstance(promise.currency()));
  }
}
