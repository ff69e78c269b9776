package vn.commendation.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;

/** Which failures end a delivery and which only delay it. */
class MailRefusalTest {

  @ParameterizedTest
  @CsvSource({"550, true", "553, true", "450, false", "421, false"})
  void shouldGiveUpOnAnAddressThatTheServerRefusesForGood(int code, boolean permanent) {
    SMTPAddressFailedException address = mock();
    given(address.getReturnCode()).willReturn(code);
    given(address.getMessage()).willReturn(code + " 5.1.1 User unknown\n");
    var failed = new SendFailedException("Invalid Addresses", address);
    var failure = new MailSendException(Map.of("message", failed));

    assertThat(MailRefusal.of(failure).map(MailRefusal::reason))
        .isEqualTo(permanent ? Optional.of(code + " 5.1.1 User unknown") : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"552, true", "554, true", "530, false", "535, false", "452, false"})
  void shouldGiveUpOnALetterThatTheServerRefusesButNotOnItsOwnLogIn(int code, boolean permanent) {
    SMTPSendFailedException sending = mock();
    given(sending.getReturnCode()).willReturn(code);

    assertThat(MailRefusal.of(new MailSendException(Map.of("message", sending))).isPresent())
        .isEqualTo(permanent);
  }

  @Test
  void shouldNotTryAnAddressThatCannotBe() {
    var failure = new MailParseException(new AddressException("Missing final '@domain'", "khong"));

    assertThat(MailRefusal.of(failure).orElseThrow().hopeless()).isTrue();
  }

  @Test
  void shouldTryOnWhenTheServerIsAway() {
    var away = new MessagingException("Could not connect", new IOException("refused"));

    assertThat(MailRefusal.of(new MailSendException("away", away))).isEmpty();
    assertThat(MailRefusal.of(new MailAuthenticationException("535"))).isEmpty();
  }
}
