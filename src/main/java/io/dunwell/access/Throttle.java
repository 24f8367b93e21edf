package io.dunwell.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Component;

/**
 * Makes whoever guesses passwords wait: after a few wrong ones in a row each further one doubles
 * the pause. It counts in the database, for all nodes, and by the database server's clock.
 */
@Component
class Throttle {

  private static final int LONGEST_PAUSE_SECONDS = 15 * 60;
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final JdbcTemplate jdbc;

  Throttle(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws TooManyAttempts if the name or the address has to wait
   */
  void check(String name, String address) {
    List<String> keys = List.copyOf(limits(name, address).keySet());
    Integer seconds =
        jdbc.queryForObject(
            "select coalesce(ceil(extract(epoch from max(locked_until) - clock_timestamp())), 0)"
                + " from access.failed_login where key in (?, ?, ?)",
            Integer.class,
            keys.get(0),
            keys.get(1),
            keys.get(2));
    if (seconds != null && seconds > 0) {
      throw new TooManyAttempts(Duration.ofSeconds(seconds));
    }
  }

  void failed(String name, String address) {
    limits(name, address).forEach(this::count);
    jdbc.update(
        "delete from access.failed_login where last_at < clock_timestamp() - interval '1 day'");
  }

  void succeeded(String name, String address) {
    jdbc.update("delete from access.failed_login where key = ?", pair(name, address));
  }

  /** A wrong password again and again by one, from everywhere for one name, from one address. */
  private static Map<String, Integer> limits(String name, String address) {
    return Map.of(pair(name, address), 5, "name " + name, 30, "address " + address, 100);
  }

  private static String pair(String name, String address) {
    return "pair " + name + " " + address;
  }

  private void count(String key, int limit) {
    jdbc.update(
        """
        insert into access.failed_login as f (key, failures, last_at)
        values (?, 1, clock_timestamp())
        on conflict (key) do update set
          failures = case when f.last_at < clock_timestamp() - make_interval(secs => ?)
                          then 1 else f.failures + 1 end,
          last_at = clock_timestamp()
        """,
        key,
        FORGOTTEN_AFTER.toSeconds());
    jdbc.update(
        """
        update access.failed_login
        set locked_until = clock_timestamp()
          + make_interval(secs => least(?, 15 * power(2, least(failures - ?, 20))))
        where key = ? and failures >= ?
        """,
        LONGEST_PAUSE_SECONDS,
        limit,
        key,
        limit);
  }

  /** Too many wrong passwords: come back later. */
  static class TooManyAttempts extends LockedException {

    private final transient Duration pause;

    TooManyAttempts(Duration pause) {
      super("Too many wrong passwords. Try again in " + pause.toSeconds() + " seconds.");
      this.pause = pause;
    }

    Duration pause() {
      return pause;
    }
  }
}
