package io.dunwell.exchange.web;

import io.dunwell.exchange.Profile;
import io.dunwell.exchange.Profiles;
import io.dunwell.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/import-profiles")
@Tag(name = "Import profiles", description = "How each layout of files is read")
class ImportProfilesController {

  private static final String YAML = "application/yaml";

  private static final String EXAMPLE =
      """
      {"kind":"ledger","description":"Export of the old system",
       "format":{"encoding":"ISO-8859-1","delimiter":";","dates":["dd.MM.yyyy"],
                 "decimal":",","grouping":"."},
       "columns":{"customerNumber":"Kunde","customerName":"Name","invoiceNumber":"Beleg",
                  "invoicedOn":"Datum","dueOn":{"column":"Faellig","optional":true},
                  "amount":"Betrag","disputed":"Strittig","settledOn":"Bezahlt am",
                  "settledAmount":"Bezahlt"},
       "defaults":{"currency":"EUR","country":"DE"},
       "disputedWords":["ja"],"terms":{"Z30":30},"partial":"QUARANTINE",
       "negative":"CREDIT_NOTE","createCustomers":true}""";

  private final Profiles profiles;

  ImportProfilesController(Profiles profiles) {
    this.profiles = profiles;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "All profiles, each in its newest version")
  List<Profile> all() {
    return profiles.all().stream().map(Profiles.Version::profile).toList();
  }

  @GetMapping(
      value = "/{name}",
      produces = {MediaType.APPLICATION_JSON_VALUE, YAML, "application/x-yaml", "text/yaml"})
  @Operation(summary = "A profile, as JSON or, with Accept: application/yaml, as YAML")
  ResponseEntity<?> get(
      @PathVariable String name,
      @org.springframework.web.bind.annotation.RequestHeader(
              name = "Accept",
              defaultValue = MediaType.APPLICATION_JSON_VALUE)
          String accept) {
    Profiles.Version found = profiles.get(name);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().header("Dunwell-Profile-Version", String.valueOf(found.version()));
    if (!accept.contains("yaml")) {
      return answer.contentType(MediaType.APPLICATION_JSON).body(found.profile());
    }
    return answer
        .contentType(MediaType.parseMediaType(YAML + ";charset=UTF-8"))
        .body(Profiles.yaml(found.profile()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @PutMapping("/{name}")
  @PreAuthorize("hasAnyRole('ADMIN','ACCOUNTS','MANAGER','BILLING')")
  @Operation(
      summary = "Create a profile or change it",
      description =
          "JSON or YAML, whichever is sent. A column is its title, `#3` for the third, or an"
              + " object with `column`, `optional`, `dates`, `decimal`, `grouping`, `transform`."
              + " Every version is kept.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(examples = @ExampleObject(EXAMPLE))))
  Profile put(@PathVariable String name, @RequestBody String written, Principal user) {
    return profiles.put(name, written, new Actor(user.getName())).profile();
  }
}
