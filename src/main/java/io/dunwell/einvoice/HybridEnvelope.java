package io.dunwell.einvoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a PDF keeps its side of Factur-X 1.0 §6: PDF/A-3, and metadata that name the invoice. */
final class HybridEnvelope {

  private static final Map<String, Set<String>> PROFILES =
      Map.of(
          "MINIMUM", Set.of("urn:factur-x.eu:1p0:minimum", "urn:zugferd.de:2p0:minimum"),
          "BASIC WL", Set.of("urn:factur-x.eu:1p0:basicwl", "urn:zugferd.de:2p0:basicwl"),
          "BASIC",
              Set.of(
                  "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic",
                  "urn:cen.eu:en16931:2017:compliant:factur-x.eu:1p0:basic",
                  "urn:cen.eu:en16931:2017#compliant#urn:zugferd.de:2p0:basic"),
          "EN 16931", Set.of("urn:cen.eu:en16931:2017"));

  private HybridEnvelope() {}

  static List<BrokenRule> check(HybridPdf.Contents contents, String guideline) {
    List<BrokenRule> broken = new ArrayList<>();
    String xmp = contents.xmp();
    if (!"3".equals(property(xmp, "part"))) {
      broken.add(new BrokenRule("FX-PDFA3", "The PDF has to call itself PDF/A-3.", true));
    }
    String named = property(xmp, "DocumentFileName");
    if (!contents.invoice().name().equals(named)) {
      broken.add(
          new BrokenRule(
              "FX-FILE-NAME",
              "The metadata name " + named + ", the file is " + contents.invoice().name() + ".",
              true));
    }
    if (contents.invoice().relationship() == null) {
      broken.add(
          new BrokenRule("FX-RELATIONSHIP", "The file has to say its AFRelationship.", true));
    }
    String profile = String.valueOf(property(xmp, "ConformanceLevel"));
    if (!PROFILES.getOrDefault(profile, Set.of(guideline)).contains(guideline)) {
      broken.add(
          new BrokenRule(
              "FX-PROFILE",
              "The metadata promise profile " + profile + ", the invoice says " + guideline + ".",
              true));
    }
    return broken;
  }

  private static @Nullable String property(String xmp, String name) {
    Matcher matcher =
        Pattern.compile("[\\w-]+:" + name + "(?:\\s*=\\s*[\"']([^\"']*)|[^>]*>\\s*([^<]*))")
            .matcher(xmp);
    if (!matcher.find()) {
      return null;
    }
    String value = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return value == null ? null : value.strip();
  }
}
