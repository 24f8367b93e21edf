package io.dunwell.receivables.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.receivables.AgeingQuery;
import io.dunwell.receivables.AgeingRow;
import io.dunwell.shared.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Writes an ageing report as JSON, row by row. */
class AgeingJson implements AgeingWriter {

  private final JsonGenerator json;
  private final List<Integer> limits;
  private final List<Money> postDated;

  AgeingJson(OutputStream out, ObjectMapper mapper, AgeingQuery query, List<Money> postDated)
      throws IOException {
    this.postDated = postDated;
    json = mapper.getFactory().createGenerator(out);
    limits = query.limits();
    json.writeStartObject();
    json.writeStringField("asOf", query.asOf().toString());
    json.writeStringField("by", query.by().name().toLowerCase(Locale.ROOT));
    json.writeArrayFieldStart("rows");
  }

  @Override
  public void row(AgeingRow row) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", row.key());
    if (row.customer() != null) {
      json.writeStringField("customer", row.customer());
      json.writeStringField("name", row.name());
    }
    if (row.dueOn() != null) {
      json.writeStringField("dueOn", row.dueOn().toString());
    }
    json.writeStringField("currency", row.notDue().currency().getCurrencyCode());
    json.writeStringField("notDue", row.notDue().text());
    json.writeArrayFieldStart("buckets");
    for (int i = 0; i < row.buckets().size(); i++) {
      bucket(i, row.buckets().get(i));
    }
    json.writeEndArray();
    json.writeStringField("overdue", row.overdue().text());
    json.writeStringField("unapplied", row.unapplied().text());
    json.writeStringField("total", row.total().text());
    json.writeEndObject();
  }

  @Override
  public void end() throws IOException {
    json.writeEndArray();
    json.writeArrayFieldStart("postDated");
    for (Money each : postDated) {
      json.writeStartObject();
      json.writeStringField("currency", each.currency().getCurrencyCode());
      json.writeStringField("amount", each.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  private void bucket(int index, Money amount) throws IOException {
    json.writeStartObject();
    json.writeNumberField("from", index == 0 ? 1 : limits.get(index - 1) + 1);
    if (index < limits.size()) {
      json.writeNumberField("to", limits.get(index));
    } else {
      json.writeNullField("to");
    }
    json.writeStringField("amount", amount.text());
    json.writeEndObject();
  }
}
