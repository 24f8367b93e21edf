package io.dunwell.dunning.web;

/** Policies as the API's documentation shows them. */
final class PolicyExamples {

  static final String SHORT =
      """
      {"minimumInterval": 7,
       "levels": [
         {"level": 1, "stage": "REMINDER", "threshold": 5},
         {"level": 2, "stage": "SECOND_REMINDER", "threshold": 20},
         {"level": 3, "stage": "FINAL_NOTICE", "threshold": 40}]}""";

  static final String FULL =
      """
      {"description": "Key accounts", "effectiveOn": "2026-12-01", "minimumInterval": 5,
       "minimumAmounts": {"INR": "500.00", "EUR": "10.00"},
       "calendar": {"weekdays": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
                    "holidays": ["2027-01-26"]},
       "maxBankStatementAge": 4,
       "levels": [
         {"level": 0, "stage": "COURTESY_NOTE", "threshold": -5, "channel": "EMAIL",
          "template": "courtesy-note"},
         {"level": 1, "stage": "REMINDER", "threshold": 3, "channel": "EMAIL",
          "template": "reminder"},
         {"level": 2, "stage": "SECOND_REMINDER", "threshold": 10, "channel": "EMAIL",
          "template": "second-reminder", "fee": {"fixed": "100.00"}},
         {"level": 3, "stage": "CALL", "threshold": 17, "channel": "CALL",
          "minimumAmounts": {"INR": "5000.00"}},
         {"level": 4, "stage": "FINAL_NOTICE", "threshold": 30, "channel": "EMAIL",
          "template": "final-notice", "minimumInterval": 10,
          "fee": {"currency": "INR", "min": "100.00", "max": "5000.00", "accumulated": true,
                  "bands": [{"from": "0", "fixed": "50.00", "percent": "1"},
                            {"from": "10000", "percent": "0.5"}]},
          "interest": {"annualPercent": "12", "dayCount": "ACT/365"}},
         {"level": 5, "stage": "MANAGEMENT_ESCALATION", "threshold": 45, "channel": "EMAIL"},
         {"level": 6, "stage": "LEGAL_REFERRAL", "threshold": 60, "channel": "EMAIL"}]}""";

  private PolicyExamples() {}
}
