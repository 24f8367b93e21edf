package io.dunwell.shared.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The file formats that tables are exported in. */
public enum TableFormat {
  CSV("text/csv", "csv"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

  private final String mediaType;
  private final String extension;

  TableFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** The media type without parameters, as it stands in {@code Accept}. */
  public String mediaType() {
    return mediaType;
  }

  /** The ending of file names, without the dot. */
  public String extension() {
    return extension;
  }

  /** Starts a table in this format. */
  public Table open(OutputStream out, String title, List<Column> columns) throws IOException {
    return this == CSV ? Table.csv(out, columns) : Table.xlsx(out, title, columns);
  }
}
