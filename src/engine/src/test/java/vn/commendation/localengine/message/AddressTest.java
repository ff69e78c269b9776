package vn.commendation.localengine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddressTest {

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  @Test
  void tellsNameKeyAndIdApart() {
    var address = new Address("ab", "c");
    assertThat(
            Stream.of(
                    address.hash(),
                    new Address("a", "bc").hash(),
                    new Address("abc", "").hash(),
                    new Address("", "abc").hash(),
                    new Address("AB", "c").hash(),
                    new Address("ab", "c ").hash(),
                    address.identity(""),
                    address.identity("1"),
                    new Address("ab", "c1").identity(""),
                    address.keyHash())
                .map(AddressTest::hex))
        .doesNotHaveDuplicates()
        .allMatch(hash -> hash.length() == 64);
    assertThat(address.hash()).isEqualTo(new Address("ab", "c").hash());
    assertThat(address.keyHash()).isEqualTo(new Address("other", "c").keyHash());
  }

  @Test
  void namesOfEventsFitTheirColumn() {
    var names =
        List.of(
            new Address("name", "key"),
            new Address("name", "key "),
            new Address("name", "key😀"),
            new Address("name", "key😁"),
            new Address("name", "ặ".repeat(5000)),
            new Address("n".repeat(256), "key"));
    assertThat(names.stream().map(Address::eventName))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.length() <= 255 && !name.endsWith(" "))
        .noneMatch(name -> name.chars().anyMatch(each -> Character.isSurrogate((char) each)));
  }
}
