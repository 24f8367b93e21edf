package io.dunwell.einvoice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunwell.einvoice.EinvoiceDelivery.EinvoicePlace;
import io.dunwell.tax.GstState;
import org.jspecify.annotations.Nullable;

/**
 * Seller, buyer and places in INV-01. Names and addresses longer than their field are cut; numbers,
 * accounts and references are left out then, for a part of one is another one.
 */
final class Inv01Parties {

  /** An unregistered person, or one abroad. */
  private static final String UNREGISTERED = "URP";

  private static final int PIN_ABROAD = 999999;

  private final JsonNodeFactory json;
  private final EinvoiceDocument document;

  Inv01Parties(JsonNodeFactory json, EinvoiceDocument document) {
    this.json = json;
    this.document = document;
  }

  ObjectNode seller() {
    ObjectNode seller = json.objectNode();
    putWhole(seller, "Gstin", document.seller().taxNumber(), 1, 15);
    names(seller, document.seller());
    place(seller, document.seller().address());
    return seller;
  }

  ObjectNode buyer(boolean abroad) {
    ObjectNode buyer = json.objectNode();
    String number = document.buyer().taxNumber();
    buyer.put("Gstin", abroad || number == null ? UNREGISTERED : number);
    names(buyer, document.buyer());
    buyer.put("Pos", GstState.of(document.placeOfSupply()).code());
    place(buyer, document.buyer().address());
    return buyer;
  }

  void addPlaces(ObjectNode written) {
    EinvoicePlace from = document.delivery().dispatchFrom();
    if (from != null) {
      ObjectNode dispatch = written.putObject("DispDtls");
      putIf(dispatch, "Nm", from.name(), 3, 100);
      place(dispatch, from.address());
    }
    EinvoicePlace to = document.delivery().shipTo();
    if (to != null) {
      ObjectNode ship = written.putObject("ShipDtls");
      putWhole(ship, "Gstin", to.taxNumber(), 3, 15);
      putIf(ship, "LglNm", to.name(), 3, 100);
      place(ship, to.address());
    }
  }

  private static void names(ObjectNode written, EinvoiceParty party) {
    putIf(written, "LglNm", party.legalName(), 3, 100);
    putIf(written, "TrdNm", party.tradeName(), 3, 100);
    String phone = party.phone();
    putWhole(written, "Ph", phone == null ? null : phone.replaceAll("\\D", ""), 6, 12);
    putWhole(written, "Em", party.email(), 6, 100);
  }

  private static void place(ObjectNode written, EinvoiceAddress address) {
    putIf(written, "Addr1", address.line1(), 1, 100);
    putIf(written, "Addr2", address.line2(), 3, 100);
    putIf(written, "Loc", address.city(), 3, 50);
    String state = Inv01.state(address);
    String pin = address.postalCode();
    if (state.equals(GstState.ABROAD)) {
      written.put("Pin", PIN_ABROAD);
    } else if (pin != null && pin.replace(" ", "").matches("\\d{6}")) {
      written.put("Pin", Integer.parseInt(pin.replace(" ", "")));
    }
    written.put("Stcd", state);
  }

  /** Leaves out what is missing, too short or too long. */
  static void putWhole(ObjectNode written, String field, @Nullable String text, int min, int max) {
    if (text != null && text.strip().length() <= max) {
      putIf(written, field, text, min, max);
    }
  }

  /** Leaves out what is missing or too short. */
  static void putIf(ObjectNode written, String field, @Nullable String text, int min, int max) {
    if (text != null && text.strip().length() >= min) {
      String stripped = text.strip();
      written.put(field, stripped.substring(0, Math.min(max, stripped.length())));
    }
  }
}
