package io.dunwell.replay.web;

import io.dunwell.replay.People;
import io.dunwell.replay.ReplayId;
import io.dunwell.replay.ReplayReport;
import io.dunwell.replay.ReplayStatus;
import io.dunwell.replay.ReplayView;
import io.dunwell.replay.Replays;
import io.dunwell.replay.web.UploadedLedger.Wanted;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Starts, watches, stops and drops replays. */
@RestController
@RequestMapping("/api/replays")
class ReplayController {

  private final Replays replays;
  private final UploadedLedger uploads;

  ReplayController(Replays replays, UploadedLedger uploads) {
    this.replays = replays;
    this.uploads = uploads;
  }

  /** A replay as the API tells it. */
  record ReplayAnswer(
      String id,
      ReplayStatus status,
      String file,
      String profile,
      String policy,
      LocalDate from,
      LocalDate to,
      String people,
      Progress progress,
      int rows,
      int rejected,
      @Nullable String message,
      @Nullable ReplayReport report,
      String requestedBy,
      Instant requestedAt,
      @Nullable Instant endedAt) {

    static ReplayAnswer of(ReplayView view) {
      return new ReplayAnswer(
          view.id().value(),
          view.status(),
          view.fileName(),
          view.profile(),
          view.policy(),
          view.from(),
          view.to(),
          view.people().name().toLowerCase(Locale.ROOT),
          new Progress(view.day(), view.daysDone(), view.days(), view.percent()),
          view.rowsRead(),
          view.rowsRejected(),
          view.message(),
          view.report(),
          view.requestedBy(),
          view.requestedAt(),
          view.endedAt());
    }
  }

  /** How far a replay is. */
  record Progress(@Nullable LocalDate day, long daysDone, long days, int percent) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PreAuthorize("hasAnyRole('ADMIN','MANAGER')")
  @Operation(
      summary = "Feed a historic ledger through the engine day by day, in books of its own",
      description =
          "Answers at once; GET /api/replays/{id} tells the progress and, at the end, the report."
              + " people is answer (each task is answered the day it appears) or leave.")
  ReplayAnswer start(
      @RequestParam MultipartFile file,
      @RequestParam String profile,
      @RequestParam(defaultValue = "standard") String policy,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "answer") String people,
      Principal user)
      throws IOException {
    Wanted wanted = new Wanted(profile, policy, from, to, peopleOf(people));
    return ReplayAnswer.of(replays.view(uploads.replay(file, wanted, new Actor(user.getName()))));
  }

  @GetMapping
  Page<ReplayAnswer> list(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
    List<ReplayAnswer> content =
        replays.newestFirst(page, size).stream().map(ReplayAnswer::of).toList();
    return new Page<>(content, page, size, replays.count());
  }

  @GetMapping("/{id}")
  ReplayAnswer one(@PathVariable String id) {
    return ReplayAnswer.of(replays.view(new ReplayId(id)));
  }

  @PostMapping("/{id}/stop")
  @PreAuthorize("hasAnyRole('ADMIN','MANAGER')")
  @Operation(summary = "Stop a replay after the day it is at; its books stay readable")
  ReplayAnswer stop(@PathVariable String id) {
    replays.stop(new ReplayId(id));
    return one(id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('ADMIN','MANAGER')")
  @Operation(summary = "Drop a replay that has ended, with its books")
  void drop(@PathVariable String id, Principal user) {
    replays.drop(new ReplayId(id), new Actor(user.getName()));
  }

  private static People peopleOf(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "answer" -> People.ANSWER;
      case "leave" -> People.LEAVE;
      default ->
          throw new RuleViolation("replay.people", "people is answer or leave, not " + text + ".");
    };
  }
}
