package vn.commendation.campaign.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import vn.commendation.campaign.CampaignConflict;
import vn.commendation.campaign.CampaignForbidden;
import vn.commendation.campaign.CampaignNotFound;

/** Turns what a service refused into a page that says why. */
@ControllerAdvice
class CampaignAdvice {

  @ExceptionHandler(CampaignNotFound.class)
  ModelAndView notFound() {
    return page(HttpStatus.NOT_FOUND, Map.of());
  }

  @ExceptionHandler(CampaignForbidden.class)
  ModelAndView forbidden() {
    return page(HttpStatus.FORBIDDEN, Map.of());
  }

  @ExceptionHandler(CampaignConflict.class)
  ModelAndView conflict(CampaignConflict conflict) {
    return page(HttpStatus.CONFLICT, Map.of("detail", "campaign-conflict." + conflict.code()));
  }

  private static ModelAndView page(HttpStatus status, Map<String, ?> model) {
    return new ModelAndView("error", model, status).addObject("status", status.value());
  }
}
