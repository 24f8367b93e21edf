package io.dunwell.access.web;

import io.dunwell.access.NewToken;
import io.dunwell.access.TokenView;
import io.dunwell.access.Tokens;
import io.dunwell.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own tokens for machines over HTTP. */
@RestController
@RequestMapping("/api/tokens")
@Tag(name = "Tokens")
class TokenController {

  private static final int USUAL_DAYS = 90;

  private final Tokens tokens;

  TokenController(Tokens tokens) {
    this.tokens = tokens;
  }

  record TokenRequest(@NotBlank @Size(max = 100) String label, @Nullable Integer days) {}

  @GetMapping
  @Operation(summary = "One's own tokens, the newest first")
  List<TokenView> own(Principal user) {
    return tokens.of(user.getName());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Issues a token to send as 'Authorization: Bearer …'",
      description =
          "It may do what its owner may. The secret is in this answer and nowhere else. Example:"
              + " {\"label\": \"nightly import\", \"days\": 90}")
  NewToken issue(@Valid @RequestBody TokenRequest request, Principal user) {
    int days = request.days() == null ? USUAL_DAYS : request.days();
    return tokens.issue(request.label(), Duration.ofDays(days), new Actor(user.getName()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Ends a token at once")
  void revoke(@PathVariable UUID id, Principal user) {
    tokens.revoke(id, new Actor(user.getName()));
  }
}
