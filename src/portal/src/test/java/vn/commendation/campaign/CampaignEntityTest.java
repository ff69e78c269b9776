package vn.commendation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.commendation.campaign.Plans.CLOSES;
import static vn.commendation.campaign.Plans.OPENS;
import static vn.commendation.campaign.Plans.ZONE;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class CampaignEntityTest {

  private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");

  private CampaignEntity campaign;

  @BeforeEach
  void draft() {
    campaign = CampaignEntity.draft(Plans.plan(), ZONE);
    ReflectionTestUtils.setField(campaign, "id", 7L);
  }

  @Test
  void shouldTakeNoNominationAsADraft() {
    assertThat(openAt(at(OPENS.plusDays(1)))).isFalse();
    assertThat(campaign.toCampaign().closedAt(at(OPENS.plusDays(1)))).isFalse();
  }

  @Test
  void shouldNotOpenBeforeItsGuidelineIsPublished() {
    campaign.launch(NOW);

    assertThat(openAt(at(OPENS.plusDays(1)))).isFalse();
    assertThat(campaign.toCampaign().closedAt(at(OPENS.plusDays(1)))).isFalse();
  }

  @Test
  void shouldOpenWithItsWindowWhenTheGuidelineWasThereBefore() {
    campaign.launch(NOW);
    campaign.guidelinePublished(NOW.plusSeconds(60));

    assertThat(openAt(at(OPENS).minusNanos(1))).isFalse();
    assertThat(openAt(at(OPENS))).isTrue();
  }

  @Test
  void shouldOpenWithItsGuidelineWhenThatComesLate() {
    var published = at(OPENS.plusDays(3));
    campaign.launch(NOW);
    campaign.guidelinePublished(published);

    assertThat(openAt(published.minusNanos(1))).isFalse();
    assertThat(openAt(published)).isTrue();
  }

  @Test
  void shouldTakeNominationsUntilTheLastMomentBeforeTheWindowCloses() {
    campaign.launch(NOW);
    campaign.guidelinePublished(NOW);

    assertThat(openAt(at(CLOSES).minusNanos(1))).isTrue();
    assertThat(openAt(at(CLOSES))).isFalse();
  }

  @Test
  void shouldCloseWhenClosedByHandAndKeepThePlan() {
    var closed = at(CLOSES.minusDays(30));
    campaign.launch(NOW);
    campaign.guidelinePublished(NOW);
    campaign.close(closed);

    assertThat(openAt(closed)).isFalse();
    assertThat(campaign.toCampaign().closedAt(closed)).isTrue();
    assertThat(campaign.closesAt()).isEqualTo(at(CLOSES));
  }

  @Test
  void shouldCloseWhenCancelledEvenBeforeItOpened() {
    campaign.launch(NOW);
    campaign.cancel(NOW.plusSeconds(60));

    assertThat(campaign.toCampaign().closedAt(at(OPENS))).isTrue();
  }

  @Test
  void shouldGoByItsPlanAloneAsLongAsItHasNoProcess() {
    campaign.moveTo(CampaignStatus.OPEN);

    assertThat(openAt(at(OPENS))).isTrue();
    assertThat(campaign.startable(at(OPENS))).isTrue();
    assertThat(campaign.startable(at(CLOSES))).isFalse();
  }

  @Test
  void shouldBeStartedOnce() {
    campaign.moveTo(CampaignStatus.OPEN);
    campaign.start(NOW);

    assertThatThrownBy(() -> campaign.start(NOW)).isInstanceOf(CampaignConflict.class);
  }

  @Test
  void shouldBeCarriedByOneInstance() {
    campaign.carriedBy(11);
    campaign.carriedBy(11);

    assertThatIllegalStateException().isThrownBy(() -> campaign.carriedBy(12));
  }

  @Test
  void shouldNotBeEditedOnceLaunched() {
    campaign.launch(NOW);

    assertThatThrownBy(() -> campaign.edit(Plans.plan(), ZONE))
        .isInstanceOf(CampaignConflict.class);
  }

  @Test
  void shouldGiveBackThePlanAsItWasWritten() {
    assertThat(campaign.toForm(ZONE)).isEqualTo(Plans.plan());
  }

  private boolean openAt(Instant instant) {
    return campaign.toCampaign().openAt(instant);
  }

  private static Instant at(LocalDateTime time) {
    return time.atZone(ZONE).toInstant();
  }
}
