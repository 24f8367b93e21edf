package io.dunwell.billing.process;

import java.util.Map;

/** What helps against what the Indian invoice registration portal says most often. */
final class PortalRemedy {

  private static final String OTHER =
      "Compare the invoice with what the portal says. What stands on the invoice itself never changes any more: then cancel it on its page and bill it anew.";

  private static final Map<String, String> BY_CODE =
      Map.of(
          "2176",
          "The HSN or SAC of a line is not the portal's: cancel the invoice on its page, correct the code in the contract, and bill it anew.",
          "2240",
          "The rate of a line is not the one notified for its HSN: correct the table of tax rates or the code, cancel the invoice on its page, and bill it anew.",
          "3028",
          "Ask the customer for its GSTIN and correct it among the customer's tax ids.",
          "3029",
          "The customer's GSTIN was cancelled or suspended: ask for the one that counts and correct it among the customer's tax ids.",
          "3038",
          "Correct the postal code in the customer's address.",
          "3039",
          "Postal code and state do not fit: correct the customer's address.");

  private PortalRemedy() {}

  /**
   * @param refusal the portal's code, a colon, its sentence
   */
  static String of(String refusal) {
    return BY_CODE.getOrDefault(refusal.split(":", 2)[0].strip(), OTHER);
  }
}
