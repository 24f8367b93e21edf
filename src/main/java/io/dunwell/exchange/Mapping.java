package io.dunwell.exchange;

import io.dunwell.sheets.SheetRow;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A profile bound to one file: where its columns are, how its dates and amounts are written. */
final class Mapping {

  private final Profile profile;
  private final Layout layout;
  private final Map<ProfileField, DateColumn> dates = new EnumMap<>(ProfileField.class);
  private final Map<ProfileField, Amounts> amounts = new EnumMap<>(ProfileField.class);
  private final Map<String, Profile.PaidStatus> statusWords = new HashMap<>();
  private final Set<String> disputedWords = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  Mapping(Profile profile, List<String> titles) {
    this.profile = profile;
    this.layout = new Layout(profile, titles);
    ProfileFormat format = profile.format();
    for (ProfileField field : ProfileField.values()) {
      ProfileColumn column = profile.columns().get(field);
      if (field.type() == ProfileField.Type.DATE) {
        List<String> own = column == null ? null : column.dates();
        dates.put(field, new DateColumn(field, own == null ? format.dates() : own));
      } else if (field.type() == ProfileField.Type.AMOUNT) {
        amounts.put(field, amounts(column, profile));
      }
    }
    profile.status().forEach((word, status) -> statusWords.put(lower(word), status));
    disputedWords.addAll(profile.disputedWords());
  }

  Profile profile() {
    return profile;
  }

  Layout layout() {
    return layout;
  }

  void observe(SheetRow row) {
    dates.forEach((field, column) -> column.observe(layout.cell(row, field)));
  }

  /** Call it after every row was looked at and before the first is read. */
  void decide(@Nullable DateOrder told) {
    dates.values().forEach(column -> column.decide(told));
  }

  DateColumn dates(ProfileField field) {
    return get(dates, field);
  }

  Amounts amounts(ProfileField field) {
    return get(amounts, field);
  }

  Map<String, Profile.PaidStatus> statusWords() {
    return statusWords;
  }

  boolean disputed(@Nullable String word) {
    return word != null && disputedWords.contains(word);
  }

  /** Whether the file tells disputed invoices from others at all. */
  boolean tellsDisputes() {
    return layout.has(ProfileField.DISPUTED) && !disputedWords.isEmpty();
  }

  static String lower(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }

  private static Amounts amounts(@Nullable ProfileColumn column, Profile profile) {
    return column != null && column.decimal() != null
        ? new Amounts(column.decimal(), column.grouping(), profile.fractions())
        : new Amounts(profile.format().decimal(), profile.format().grouping(), profile.fractions());
  }

  private static <T> T get(Map<ProfileField, T> columns, ProfileField field) {
    T column = columns.get(field);
    if (column == null) {
      throw new IllegalArgumentException(field + " is of another type");
    }
    return column;
  }
}
