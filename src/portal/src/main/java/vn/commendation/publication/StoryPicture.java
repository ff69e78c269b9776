package vn.commendation.publication;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import vn.commendation.storage.CheckedFile;
import vn.commendation.storage.FileKind;
import vn.commendation.storage.FileRefused;
import vn.commendation.storage.Hashes;
import vn.commendation.storage.Upload;

/**
 * A picture for everybody: drawn anew, so that nothing of the file that was sent is left but what
 * one sees – no place, no camera, no hidden content.
 */
record StoryPicture(byte[] content, byte[] thumbnail, int width, int height, String sha256) {

  static final int LARGEST_SIDE = 1600;
  static final int THUMBNAIL_SIDE = 640;
  private static final int MOST_SIDE = 20_000;
  private static final long MOST_PIXELS = 60_000_000;
  private static final float QUALITY = 0.85f;

  /**
   * Reads what somebody sends. How large the picture is, is read before the picture itself, and
   * then no more of it than is needed.
   *
   * @throws FileRefused if it is no JPEG or PNG, too large, or cannot be read
   */
  static StoryPicture of(Upload upload) {
    var file = CheckedFile.of(upload, Set.of(FileKind.JPG, FileKind.PNG));
    var picture = upright(decode(file), orientation(file.content()));
    var large = scaled(picture, LARGEST_SIDE);
    var content = jpeg(large);
    return new StoryPicture(
        content,
        jpeg(scaled(large, THUMBNAIL_SIDE)),
        large.getWidth(),
        large.getHeight(),
        Hashes.sha256(content));
  }

  private static BufferedImage decode(CheckedFile file) {
    ImageReader reader = null;
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file.content()))) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext() || cutOff(file.content())) {
        throw new FileRefused("unreadable", file.name());
      }
      reader = readers.next();
      reader.setInput(input, true, true);
      var width = reader.getWidth(0);
      var height = reader.getHeight(0);
      if (width > MOST_SIDE || height > MOST_SIDE || (long) width * height > MOST_PIXELS) {
        throw new FileRefused("pixels", file.name());
      }
      var parameters = reader.getDefaultReadParam();
      var step = Math.max(1, Math.max(width, height) / (2 * LARGEST_SIDE));
      parameters.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, parameters);
    } catch (IOException | RuntimeException e) {
      if (e instanceof FileRefused refused) {
        throw refused;
      }
      throw new FileRefused("unreadable", file.name());
    } finally {
      if (reader != null) {
        reader.dispose();
      }
    }
  }

  private static BufferedImage scaled(BufferedImage picture, int side) {
    var factor = Math.min(1.0, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
    var width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
    var height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
    var canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = pen(canvas);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return canvas;
  }

  /** Turned as its EXIF says the camera was held: that note does not survive. */
  private static BufferedImage upright(BufferedImage picture, int orientation) {
    if (orientation < 2 || orientation > 8) {
      return picture;
    }
    var w = picture.getWidth();
    var h = picture.getHeight();
    var turned = orientation >= 5;
    var transform =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
    var canvas = new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_INT_RGB);
    var graphics = pen(canvas);
    graphics.drawImage(picture, transform, null);
    graphics.dispose();
    return canvas;
  }

  private static Graphics2D pen(BufferedImage canvas) {
    var graphics = canvas.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    return graphics;
  }

  private static byte[] jpeg(BufferedImage picture) {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      var parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Whether a JPEG lacks its end: readers fill the rest with grey and say nothing. */
  private static boolean cutOff(byte[] file) {
    if (!isJpeg(file)) {
      return false;
    }
    var end = file.length - 1;
    while (end > 0 && (file[end] != (byte) 0xD9 || file[end - 1] != (byte) 0xFF)) {
      end--;
    }
    return end < scan(file);
  }

  /** Where the first scan starts; behind the file if there is none. */
  private static int scan(byte[] file) {
    var data = ByteBuffer.wrap(file);
    var at = 2;
    while (at + 4 <= file.length && data.get(at) == (byte) 0xFF) {
      if (data.get(at + 1) == (byte) 0xDA) {
        return at;
      }
      at += 2 + (data.getShort(at + 2) & 0xFFFF);
    }
    return file.length;
  }

  private static boolean isJpeg(byte[] file) {
    return file.length >= 4 && file[0] == (byte) 0xFF && file[1] == (byte) 0xD8;
  }

  /** 1 to 8, as in EXIF; 1 if the file does not say. */
  static int orientation(byte[] file) {
    var data = ByteBuffer.wrap(file);
    if (!isJpeg(file)) {
      return 1;
    }
    try {
      for (var at = 2; data.get(at) == (byte) 0xFF; ) {
        var marker = data.get(at + 1) & 0xFF;
        var length = data.getShort(at + 2) & 0xFFFF;
        if (marker == 0xDA) {
          return 1;
        }
        if (marker == 0xE1
            && new String(file, at + 4, 4, StandardCharsets.US_ASCII).equals("Exif")) {
          return orientationIn(data.slice(at + 10, length - 8));
        }
        at += 2 + length;
      }
    } catch (IndexOutOfBoundsException broken) {
      return 1;
    }
    return 1;
  }

  private static int orientationIn(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    var directory = tiff.getInt(4);
    var entries = tiff.getShort(directory) & 0xFFFF;
    for (var n = 0; n < entries; n++) {
      var entry = directory + 2 + 12 * n;
      if (tiff.getShort(entry) == 0x0112) {
        return tiff.getShort(entry + 8);
      }
    }
    return 1;
  }
}
