package io.dunwell.tax;

/** How a party stands with its tax office. */
public enum Registration {
  REGULAR,
  /** Pays a levy on turnover and may not charge tax: CGST Act s. 10. */
  COMPOSITION,
  /** A unit or developer of a special economic zone: IGST Act s. 7(5)(b). */
  SEZ,
  UNREGISTERED,
  /** Outside the country. */
  OVERSEAS
}
