package io.dunwell.replay.web;

import io.dunwell.replay.People;
import io.dunwell.replay.ReplayId;
import io.dunwell.replay.ReplayRequest;
import io.dunwell.replay.Replays;
import io.dunwell.shared.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Starts a replay of a ledger that somebody has sent, by page or by program. */
@Component
class UploadedLedger {

  /** What is to become of the file; see {@link ReplayRequest}. */
  record Wanted(String profile, String policy, LocalDate from, LocalDate to, People people) {}

  private final Replays replays;

  UploadedLedger(Replays replays) {
    this.replays = replays;
  }

  /**
   * Reads the file and starts the replay.
   *
   * @throws io.dunwell.shared.RuleViolation as {@link Replays#start}
   */
  ReplayId replay(MultipartFile file, Wanted wanted, Actor by) throws IOException {
    Path copy = Files.createTempFile("replay", ".upload");
    try {
      file.transferTo(copy);
      String name = file.getOriginalFilename();
      return replays.start(
          new ReplayRequest(
              copy,
              name == null || name.isBlank() ? "ledger" : name,
              wanted.profile(),
              wanted.policy(),
              wanted.from(),
              wanted.to(),
              wanted.people()),
          by);
    } finally {
      Files.deleteIfExists(copy);
    }
  }
}
