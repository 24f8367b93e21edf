package io.dunwell.tax;

/** A tax by whom it goes to. */
public enum TaxComponent {
  /** Central tax: CGST Act s. 9(1). */
  CGST,
  /** State tax: the state's GST Act s. 9(1). */
  SGST,
  /** Union territory tax, where there is no state tax: UTGST Act s. 7(1). */
  UTGST,
  /** Integrated tax: IGST Act s. 5(1). */
  IGST,
  /** Compensation cess in per cent: GST (Compensation to States) Act s. 8. */
  CESS,
  /** Compensation cess per unit of quantity: the same. */
  CESS_SPECIFIC,
  /** Value added tax: directive 2006/112/EC. */
  VAT
}
