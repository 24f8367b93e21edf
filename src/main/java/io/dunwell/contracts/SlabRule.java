package io.dunwell.contracts;

/** What the price of a slab is for. */
public enum SlabRule {
  /** For the whole quantity, once it reaches the slab. */
  WHOLE,
  /** For that part of the quantity only that lies in the slab. */
  GRADUATED
}
