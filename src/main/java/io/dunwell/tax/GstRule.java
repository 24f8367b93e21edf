package io.dunwell.tax;

/** The rules of Indian GST that decide about a document, each with its place in the law. */
enum GstRule {
  INTRA_STATE("gst.intra-state", "IGST Act 2017 s. 8; CGST Act 2017 s. 9(1); SGST Acts s. 9(1)"),
  UNION_TERRITORY("gst.union-territory", "IGST Act 2017 s. 8; UTGST Act 2017 s. 7(1)"),
  INTER_STATE("gst.inter-state", "IGST Act 2017 s. 5(1), 7(1), 7(3)"),
  ABROAD("gst.abroad", "IGST Act 2017 s. 7(5)(a)"),
  SEZ("gst.sez", "IGST Act 2017 s. 7(5)(b)"),
  EXPORT_WITH_TAX("gst.export-with-tax", "IGST Act 2017 s. 16(3)(b)"),
  EXPORT_WITHOUT_TAX("gst.export-lut", "IGST Act 2017 s. 16(3)(a); CGST Rules 2017 r. 96A"),
  SEZ_WITH_TAX("gst.sez-with-tax", "IGST Act 2017 s. 16(1)(b), 16(3)(b)"),
  SEZ_WITHOUT_TAX("gst.sez-lut", "IGST Act 2017 s. 16(1)(b), 16(3)(a); CGST Rules 2017 r. 96A"),
  DEEMED_EXPORT("gst.deemed-export", "CGST Act 2017 s. 147; Notification 48/2017-CT"),
  REVERSE_CHARGE("gst.reverse-charge", "CGST Act 2017 s. 9(3), 9(4); IGST Act 2017 s. 5(3), 5(4)"),
  COMPOSITION("gst.composition", "CGST Act 2017 s. 10(1), 10(4)"),
  EXEMPT("gst.exempt", "CGST Act 2017 s. 2(47), 11"),
  NON_TAXABLE("gst.non-taxable", "CGST Act 2017 s. 2(78), 9(2), Schedule III"),
  CESS("gst.cess", "GST (Compensation to States) Act 2017 s. 8"),
  ROUND_OFF("gst.round-off", "CGST Act 2017 s. 170");

  private final String key;
  private final String law;

  GstRule(String key, String law) {
    this.key = key;
    this.law = law;
  }

  TaxRule rule() {
    return new TaxRule(key, law);
  }
}
