package io.dunwell.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Draws pictures smaller, whatever size they claim to have. */
final class Picture {

  private static final long MOST_PIXELS = 100_000_000;

  private Picture() {}

  static Optional<Preview> of(byte[] content, int width) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return of(reader, width);
      } finally {
        reader.dispose();
      }
    }
  }

  static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static Optional<Preview> of(ImageReader reader, int width) throws IOException {
    int wide = reader.getWidth(0);
    int tall = reader.getHeight(0);
    if (wide <= 0 || tall <= 0 || (long) wide * tall > MOST_PIXELS) {
      return Optional.empty();
    }
    int every = Math.max(1, Math.min(wide / (2 * width), tall / 2));
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(every, every, 0, 0);
    BufferedImage read = reader.read(0, param);
    int shown = Math.min(width, wide);
    long height = Math.max(1L, (long) tall * shown / wide);
    return height > MOST_PIXELS / shown
        ? Optional.empty()
        : Optional.of(new Preview(png(scaled(read, shown, (int) height)), 1));
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = scaled.createGraphics();
    try {
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
      return scaled;
    } finally {
      pen.dispose();
    }
  }
}
