package vn.commendation.nomination.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.nomination.BulkAcceptances;
import vn.commendation.nomination.BulkLine;
import vn.commendation.nomination.BulkOutcome;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;

@PortalSlice
@WithMockUser(username = "office", roles = "OFFICE_OFFICER")
class BulkAcceptanceControllerTest {

  private static final String RUN = "6f1f2d3c-0000-4000-8000-0000000000f1";
  private static final BulkLine CLEAR =
      new BulkLine(Samples.summary(NominationStatus.OFFICE_REVIEW), List.of());
  private static final BulkLine FLAGGED =
      new BulkLine(
          Samples.summary(NominationStatus.OFFICE_REVIEW),
          List.of(
              new BulkLine.Obstacle("finding", "Chưa có <xếp loại> năm 2026"),
              new BulkLine.Obstacle("late", "Chờ kết luận")));

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired BulkAcceptances acceptances;

  @BeforeEach
  void logIn() {
    given(directory.account(any())).willReturn(Samples.account("office", Role.OFFICE_OFFICER));
  }

  @Test
  void shouldOfferWhatNothingStandsAgainstAndSayWhyNotTheRest() throws Exception {
    given(acceptances.waiting("office")).willReturn(List.of(CLEAR, FLAGGED));
    given(acceptances.recent("office"))
        .willReturn(
            List.of(new BulkAcceptances.Recent(RUN, Instant.parse("2026-11-25T03:00:00Z"), 12)));

    mvc.perform(get("/bulk-acceptances"))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("name=\"case\" id=\"case-" + Samples.ID),
                        containsString("Chưa có &lt;xếp loại&gt; năm 2026"),
                        containsString("Gửi muộn:"),
                        containsString("25/11/2026 10:00: 12 hồ sơ"))));
  }

  @Test
  void shouldShowWhatWillHappenBeforeAnythingHappens() throws Exception {
    given(acceptances.preview(List.of(Samples.ID), "office")).willReturn(List.of(CLEAR, FLAGGED));

    mvc.perform(post("/bulk-acceptances/preview").param("case", Samples.ID).with(csrf()))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Đồng ý 1 hồ sơ"),
                        containsString(
                            "<input type=\"hidden\" name=\"case\" value=\"" + Samples.ID),
                        containsString("Chưa có &lt;xếp loại&gt; năm 2026"))));
    then(acceptances).should(never()).accept(any(), any(), any());
  }

  @Test
  void shouldOfferNothingToConfirmWhenEveryChosenCaseNeedsALook() throws Exception {
    given(acceptances.preview(List.of(Samples.ID), "office")).willReturn(List.of(FLAGGED));

    mvc.perform(post("/bulk-acceptances/preview").param("case", Samples.ID).with(csrf()))
        .andExpect(content().string(not(containsString("bi-check2-all"))));
  }

  @Test
  void shouldAskForAChoice() throws Exception {
    mvc.perform(post("/bulk-acceptances/preview").with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Chưa chọn hồ sơ nào.")));
    mvc.perform(post("/bulk-acceptances/" + RUN).with(csrf()))
        .andExpect(status().isUnprocessableEntity());
    then(acceptances).should(never()).accept(any(), any(), any());
  }

  @Test
  void shouldRefuseMoreThanCanBeDoneAtOnce() throws Exception {
    var many = IntStream.rangeClosed(0, 200).mapToObj(n -> "c" + n).toArray(String[]::new);

    mvc.perform(post("/bulk-acceptances/" + RUN).param("case", many).with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("tối đa 200 hồ sơ")));
    then(acceptances).should(never()).accept(any(), any(), any());
  }

  @Test
  void shouldAcceptAndLeadToTheOutcome() throws Exception {
    mvc.perform(post("/bulk-acceptances/" + RUN).param("case", Samples.ID).with(csrf()))
        .andExpect(redirectedUrl("/bulk-acceptances/" + RUN));
    then(acceptances).should().accept(RUN, List.of(Samples.ID), "office");
  }

  @Test
  void shouldSayForEveryCaseWhatBecameOfIt() throws Exception {
    given(acceptances.outcome(RUN, "office"))
        .willReturn(
            new BulkOutcome(
                RUN,
                "Phạm Thị Minh Thư",
                Instant.parse("2026-11-26T03:00:00Z"),
                Arrays.stream(BulkOutcome.State.values())
                    .map(
                        state ->
                            new BulkOutcome.Line(
                                Samples.summary(NominationStatus.OFFICE_REVIEW),
                                state,
                                state == BulkOutcome.State.OVERTAKEN ? "Võ Thanh Sơn" : null,
                                state == BulkOutcome.State.NOT_SENT ? "moved-on" : null))
                    .toList()));

    for (var language : List.of("vi", "en")) {
      mvc.perform(get("/bulk-acceptances/" + RUN + "?lang=" + language))
          .andExpect(status().isOk())
          .andExpect(
              content()
                  .string(
                      allOf(
                          containsString("Võ Thanh Sơn"),
                          containsString("HTLTB-2022-0001"),
                          not(containsString("??")))));
    }
  }
}
