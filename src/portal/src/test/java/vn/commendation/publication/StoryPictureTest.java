package vn.commendation.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.storage.FileRefused;
import vn.commendation.storage.Upload;

class StoryPictureTest {

  private static final String PLACE = "GPS 11.31 106.09";

  @Test
  void shouldMakeALargeAndASmallPictureOfWhatWasSent() throws IOException {
    var picture = read("anh.png", image("png", 2400, 1200));

    assertThat(picture.width()).isEqualTo(1600);
    assertThat(picture.height()).isEqualTo(800);
    assertThat(size(picture.content())).isEqualTo("1600x800");
    assertThat(size(picture.thumbnail())).isEqualTo("640x320");
    assertThat(picture.sha256()).hasSize(64);
  }

  @Test
  void shouldNotMakeASmallPictureLarger() throws IOException {
    assertThat(size(read("anh.jpg", image("jpg", 300, 200)).content())).isEqualTo("300x200");
  }

  @Test
  void shouldKeepNothingOfTheFileButWhatOneSees() throws IOException {
    var file = withExif(image("jpg", 400, 200), 1);
    assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("Exif", PLACE);

    var picture = read("anh.jpg", file);

    assertThat(new String(picture.content(), StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif", PLACE);
    assertThat(new String(picture.thumbnail(), StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif", PLACE);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 400x200, true, true",
    "2, 400x200, false, true",
    "3, 400x200, false, false",
    "4, 400x200, true, false",
    "5, 200x400, true, true",
    "6, 200x400, false, true",
    "7, 200x400, false, false",
    "8, 200x400, true, false"
  })
  void shouldTurnAPictureAsTheCameraWasHeld(int orientation, String size, boolean left, boolean top)
      throws IOException {
    var picture = read("anh.jpg", withExif(image("jpg", 400, 200), orientation));

    var seen = ImageIO.read(new ByteArrayInputStream(picture.content()));
    assertThat(size(picture.content())).isEqualTo(size);
    var corner =
        new Color(seen.getRGB(left ? 8 : seen.getWidth() - 9, top ? 8 : seen.getHeight() - 9));
    assertThat(corner.getRed()).isGreaterThan(200);
    assertThat(corner.getBlue()).isLessThan(60);
  }

  @Test
  void shouldRefuseWhatIsNoPictureWhateverItsName() {
    refuses(
        "anh.jpg", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8), "content-mismatch");
    refuses("anh.svg", "<svg/>".getBytes(StandardCharsets.UTF_8), "type-not-allowed");
    refuses("anh.png", new byte[0], "empty");
  }

  @Test
  void shouldRefuseAPictureThatIsCutOff() throws IOException {
    var file = image("png", 400, 200);
    refuses("anh.png", Arrays.copyOf(file, 60), "unreadable");
    var photo = image("jpg", 400, 200);
    refuses("anh.jpg", Arrays.copyOf(photo, photo.length * 2 / 3), "unreadable");
  }

  @Test
  void shouldRefuseAPictureThatWouldFillTheMemoryBeforeItIsDecoded() throws IOException {
    refuses("anh.png", bomb(30_000, 30_000), "pixels");
    refuses("anh.png", bomb(15_000, 15_000), "pixels");
  }

  private static void refuses(String name, byte[] content, String code) {
    assertThatThrownBy(() -> read(name, content)).isInstanceOf(FileRefused.class).hasMessage(code);
  }

  private static StoryPicture read(String name, byte[] content) {
    return StoryPicture.of(new Upload(name, new ByteArrayInputStream(content)));
  }

  private static String size(byte[] content) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(content));
    return image.getWidth() + "x" + image.getHeight();
  }

  /** Blue, with a red corner at the top left. */
  private static byte[] image(String format, int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.BLUE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 4, height / 4);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private static byte[] withExif(byte[] jpeg, int orientation) {
    var tiff =
        ByteBuffer.allocate(26 + PLACE.length())
            .putShort((short) 0x4D4D)
            .putShort((short) 42)
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .putShort((short) 0)
            .putInt(0)
            .put(PLACE.getBytes(StandardCharsets.US_ASCII))
            .array();
    return ByteBuffer.allocate(jpeg.length + 10 + tiff.length)
        .put(jpeg, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) (8 + tiff.length))
        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
        .put(tiff)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** A PNG of a few bytes that claims to be as large as this. */
  private static byte[] bomb(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    var header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    chunk(bytes, "IHDR", header.array());
    var deflater = new Deflater();
    deflater.setInput(new byte[100_000]);
    deflater.finish();
    var packed = new byte[1000];
    chunk(bytes, "IDAT", Arrays.copyOf(packed, deflater.deflate(packed)));
    chunk(bytes, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream bytes, String type, byte[] data)
      throws IOException {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    bytes.write(ByteBuffer.allocate(4).putInt(data.length).array());
    bytes.write(name);
    bytes.write(data);
    bytes.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
