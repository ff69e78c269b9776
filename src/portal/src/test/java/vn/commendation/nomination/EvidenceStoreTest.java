package vn.commendation.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Answers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import vn.commendation.storage.CheckedFile;
import vn.commendation.storage.FileRefused;

class EvidenceStoreTest {

  private static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};
  private static final byte[] JPG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16};
  private static final byte[] EXE = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0};

  private final EvidenceFileRepository files = mock(EvidenceFileRepository.class);
  private final EvidenceStore store =
      new EvidenceStore(
          files, mock(JdbcClient.class, Answers.RETURNS_DEEP_STUBS), Clock.systemUTC());

  @BeforeEach
  void saveGivesAnId() {
    when(files.save(any()))
        .thenAnswer(
            call -> {
              ReflectionTestUtils.setField(call.<Object>getArgument(0), "id", 7L);
              return call.getArgument(0);
            });
  }

  @Test
  void shouldTakeTheFourKindsByTheirContent() throws IOException {
    assertThat(add("Báo cáo.pdf", PDF).contentType()).isEqualTo("application/pdf");
    assertThat(add("ảnh.PNG", PNG).contentType()).isEqualTo("image/png");
    assertThat(add("ảnh.jpeg", JPG).contentType()).isEqualTo("image/jpeg");
    assertThat(add("báo cáo.docx", zip("[Content_Types].xml", "word/document.xml")).contentType())
        .endsWith("wordprocessingml.document");
  }

  @Test
  void shouldNoteTheChecksumAndDropAnyFolderFromTheName() {
    var file = add("C:\\Users\\Hoa\\..\\Báo cáo.pdf", PDF);

    assertThat(file.name()).isEqualTo("Báo cáo.pdf");
    assertThat(file.size()).isEqualTo(PDF.length);
    assertThat(file.sha256()).hasSize(64).matches("[0-9a-f]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"độc.exe", "bảng.xlsx", "trang.html", "khong-co-duoi", "pdf"})
  void shouldRefuseOtherKinds(String name) {
    assertRefused("type-not-allowed", name, PDF);
  }

  @Test
  void shouldRefuseADisguisedFile() throws IOException {
    assertRefused("content-mismatch", "báo cáo.pdf", EXE);
    assertRefused("content-mismatch", "báo cáo.pdf", PNG);
    assertRefused("content-mismatch", "ảnh.png", PDF);
    assertRefused("content-mismatch", "báo cáo.docx", zip("payload.exe"));
    assertRefused("content-mismatch", "báo cáo.docx", PDF);
  }

  @Test
  void shouldRefuseAnEmptyAndAnOversizeFile() {
    var tooLarge = new byte[CheckedFile.MOST_BYTES + 1];
    System.arraycopy(PDF, 0, tooLarge, 0, PDF.length);

    assertRefused("empty", "báo cáo.pdf", new byte[0]);
    assertRefused("too-large", "báo cáo.pdf", tooLarge);
    assertThat(add("báo cáo.pdf", Arrays.copyOf(tooLarge, CheckedFile.MOST_BYTES)).size())
        .isEqualTo(CheckedFile.MOST_BYTES);
  }

  @Test
  void shouldRefuseMoreFilesThanAnybodyReads() {
    var file = new EvidenceFileEntity("n", "a.pdf", "application/pdf", 1, "", "qlkh", null);
    ReflectionTestUtils.setField(file, "id", 1L);
    when(files.findByNominationIdAndRemovedAtIsNullOrderById(anyString()))
        .thenReturn(Collections.nCopies(EvidenceStore.MOST_FILES, file));

    assertRefused("too-many", "báo cáo.pdf", PDF);
  }

  private EvidenceFile add(String name, byte[] content) {
    return store.add("n", "qlkh", name, new ByteArrayInputStream(content));
  }

  private void assertRefused(String code, String name, byte[] content) {
    assertThatThrownBy(() -> add(name, content))
        .isInstanceOfSatisfying(
            FileRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    verify(files, never()).save(any());
  }

  private static byte[] zip(String... entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write("x".getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
