package vn.commendation.portal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import vn.commendation.award.Awards;
import vn.commendation.award.RuleSets;
import vn.commendation.award.Rules;
import vn.commendation.calendar.CalendarDays;
import vn.commendation.campaign.CampaignPlanning;
import vn.commendation.campaign.Campaigns;
import vn.commendation.campaign.GuidelineRevisions;
import vn.commendation.campaign.Inspections;
import vn.commendation.campaign.StudyLibrary;
import vn.commendation.dashboard.Dashboard;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Relatives;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.document.DocumentTemplates;
import vn.commendation.document.FormalDocuments;
import vn.commendation.document.NumberRegister;
import vn.commendation.dossier.Council;
import vn.commendation.dossier.Dossiers;
import vn.commendation.engine.EngineCommands;
import vn.commendation.engine.ProcessMigrations;
import vn.commendation.facts.AwardHistory;
import vn.commendation.facts.Concerns;
import vn.commendation.facts.Disciplines;
import vn.commendation.facts.Initiatives;
import vn.commendation.facts.Ratings;
import vn.commendation.facts.RegisterImports;
import vn.commendation.filter.SavedFilters;
import vn.commendation.nomination.BulkAcceptances;
import vn.commendation.nomination.Nominations;
import vn.commendation.notification.Bell;
import vn.commendation.notification.NoticeSettings;
import vn.commendation.notification.UndeliveredMails;
import vn.commendation.publication.DecisionPapers;
import vn.commendation.publication.Decisions;
import vn.commendation.publication.Disclosures;
import vn.commendation.publication.Figures;
import vn.commendation.publication.HonourRoll;
import vn.commendation.publication.Objections;
import vn.commendation.publication.PublicNews;
import vn.commendation.publication.PublicObjections;
import vn.commendation.publication.StartPage;
import vn.commendation.publication.Stories;
import vn.commendation.publication.Withholdings;
import vn.commendation.recovery.Recovery;
import vn.commendation.report.AwardClassifications;
import vn.commendation.report.ReportPeriods;
import vn.commendation.report.Results;
import vn.commendation.report.Statistics;
import vn.commendation.revocation.Revocations;
import vn.commendation.sheet.NominationSheets;

/** Every page with its real templates and security, over services that are mocked. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest(excludeAutoConfiguration = UserDetailsServiceAutoConfiguration.class)
@Import({SecurityConfiguration.class, FixedClock.class})
@MockitoBean(
    types = {
      AwardClassifications.class,
      AwardHistory.class,
      Awards.class,
      Bell.class,
      BulkAcceptances.class,
      CalendarDays.class,
      CampaignPlanning.class,
      Campaigns.class,
      Concerns.class,
      Council.class,
      Dashboard.class,
      Directory.class,
      Disciplines.class,
      Disclosures.class,
      Dossiers.class,
      DocumentTemplates.class,
      EngineCommands.class,
      ProcessMigrations.class,
      FormalDocuments.class,
      Initiatives.class,
      Inspections.class,
      NominationSheets.class,
      Nominations.class,
      NoticeSettings.class,
      NumberRegister.class,
      Objections.class,
      PublicObjections.class,
      Ratings.class,
      Recovery.class,
      RegisterImports.class,
      Relatives.class,
      ReportPeriods.class,
      Results.class,
      Revocations.class,
      RuleSets.class,
      StartPage.class,
      Figures.class,
      PublicNews.class,
      Stories.class,
      HonourRoll.class,
      Decisions.class,
      DecisionPapers.class,
      Withholdings.class,
      Rules.class,
      SavedFilters.class,
      SigningAssignments.class,
      Statistics.class,
      StudyLibrary.class,
      UndeliveredMails.class,
      GuidelineRevisions.class
    })
public @interface PortalSlice {}
