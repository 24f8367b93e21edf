package io.dunwell.einvoice;

/**
 * Where Peppol delivers.
 *
 * @param scheme code of the electronic address scheme list (EAS), for example {@code 0088} for GLN
 * @param id the address in it
 */
public record ElectronicAddress(String scheme, String id) {}
