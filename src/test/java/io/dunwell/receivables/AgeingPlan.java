package io.dunwell.receivables;

/** Lets the bench see the statement behind a report. */
public record AgeingPlan(AgeingQuery query) {

  public String text() {
    return new AgeingSql(query).text();
  }
}
