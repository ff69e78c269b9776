package vn.commendation.portal;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.InstanceOwner;
import vn.commendation.engine.MigratedInstance;
import vn.commendation.engine.ProcessMigration;
import vn.commendation.engine.ProcessMigration.InstanceStatus;
import vn.commendation.engine.ProcessMigration.Problem;
import vn.commendation.engine.ProcessMigration.Status;
import vn.commendation.engine.ProcessMigrations;

@PortalSlice
@WithMockUser(username = "quantri", roles = "ADMIN")
class MigrationControllerTest {

  private static final String PAGE = "/operations/migrations";
  private static final String ID = "00000000-0000-4000-8000-00000000000a";
  private static final String ONE = PAGE + "/" + ID;

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired ProcessMigrations migrations;

  @BeforeEach
  void logIn() {
    given(directory.account(any())).willReturn(Samples.account("quantri", Role.ADMIN));
    given(migrations.instances(eq(ID), anyInt(), anyInt()))
        .willReturn(
            List.of(
                new MigratedInstance(
                    41,
                    1,
                    "OfficeReview",
                    InstanceStatus.BLOCKED,
                    Problem.MISSING,
                    "OfficeReview",
                    new InstanceOwner(41, "HTLTB-2022-0001", Samples.CASE)),
                new MigratedInstance(42, 1, "Hold", InstanceStatus.READY, null, null, null)));
  }

  private void stands(Status status, Map<InstanceStatus, Long> counts) {
    var migration =
        new ProcessMigration(
            ID,
            "nomination",
            Map.of("Hold", "OnHold"),
            status,
            2,
            null,
            "Trần Đức Quân",
            Instant.EPOCH,
            null,
            counts);
    given(migrations.find(ID)).willReturn(Optional.of(migration));
    given(migrations.latest(anyInt())).willReturn(List.of(migration));
  }

  @Test
  void shouldCheckAProcess() throws Exception {
    given(migrations.check(eq("nomination"), eq(Map.of("Hold", "OnHold")), any(), any()))
        .willReturn(ID);

    mvc.perform(
            post(PAGE)
                .param("process", "nomination")
                .param("renamed", "Hold = OnHold")
                .with(csrf()))
        .andExpect(redirectedUrl(ONE));
  }

  @Test
  void shouldRefuseRenamedElementsNobodyUnderstandsAndKeepWhatWasWritten() throws Exception {
    mvc.perform(post(PAGE).param("process", "nomination").param("renamed", "Hold").with(csrf()))
        .andExpect(redirectedUrl(PAGE))
        .andExpect(flash().attribute("refused", "migration.renamed.refused"))
        .andExpect(flash().attribute("renamed", "Hold"));
    then(migrations).should(never()).check(any(), any(), any(), any());
  }

  @Test
  void shouldRefuseAProcessThereIsNot() throws Exception {
    mvc.perform(post(PAGE).param("process", "payroll").with(csrf()))
        .andExpect(status().isBadRequest());
  }

  @Test
  void shouldTellWhatCannotBeMovedAndOfferTheRest() throws Exception {
    stands(Status.CHECKED, Map.of(InstanceStatus.BLOCKED, 1L, InstanceStatus.READY, 1L));

    mvc.perform(get(ONE))
        .andExpect(header().doesNotExist("Refresh"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("HTLTB-2022-0001"),
                        containsString("Phiên bản mới không có bước OfficeReview"),
                        containsString("Hold = OnHold"),
                        containsString(ONE + "/move"),
                        containsString("Chuyển 1 hồ sơ"))));
  }

  @Test
  void shouldWaitWhileItIsUnderWay() throws Exception {
    stands(Status.MOVING, Map.of(InstanceStatus.MOVED, 1L));

    mvc.perform(get(ONE))
        .andExpect(header().exists("Refresh"))
        .andExpect(content().string(not(containsString("/move"))));
  }

  @Test
  void shouldListWhatWasAsked() throws Exception {
    stands(Status.DONE, Map.of(InstanceStatus.MOVED, 3L));

    mvc.perform(get(PAGE))
        .andExpect(content().string(allOf(containsString(ONE), containsString("Đã chuyển: 3"))));
  }

  @Test
  void shouldMove() throws Exception {
    mvc.perform(post(ONE + "/move").with(csrf())).andExpect(redirectedUrl(ONE));
    then(migrations).should().move(eq(ID), any(), any());
  }

  @Test
  void shouldNotKnowWhatIsNot() throws Exception {
    given(migrations.find(ID)).willReturn(Optional.empty());

    mvc.perform(get(ONE)).andExpect(status().isNotFound());
  }

  @Test
  @WithMockUser(username = "office", roles = "OFFICE_OFFICER")
  void shouldLetTheOfficeLookOnly() throws Exception {
    given(directory.account(any())).willReturn(Samples.account("office", Role.OFFICE_OFFICER));
    stands(Status.CHECKED, Map.of(InstanceStatus.READY, 1L));

    mvc.perform(get(ONE)).andExpect(content().string(not(containsString("/move"))));
    mvc.perform(get(PAGE)).andExpect(content().string(not(containsString("name=\"process\""))));
    mvc.perform(post(PAGE).param("process", "nomination").with(csrf()))
        .andExpect(status().isForbidden());
    mvc.perform(post(ONE + "/move").with(csrf())).andExpect(status().isForbidden());
  }
}
