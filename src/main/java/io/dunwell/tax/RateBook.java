package io.dunwell.tax;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Where schemes look up rates. */
interface RateBook {

  /**
   * What a scheme's table says for a day about codes: of each code and component the row of the
   * code itself, else of the longest code that it begins with.
   */
  Rates rates(String scheme, Collection<String> codes, LocalDate on);

  /** The taxes at source of those codes that are in force on a day. */
  List<WithholdingRate> withholdings(Collection<String> codes, LocalDate on);
}
