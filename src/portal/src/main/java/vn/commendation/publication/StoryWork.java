package vn.commendation.publication;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Account;
import vn.commendation.work.WaitingWork;
import vn.commendation.work.WorkSource;

/** Stories that wait for somebody who did not write them to publish them. */
@Component
class StoryWork implements WorkSource {

  private final Stories stories;

  StoryWork(Stories stories) {
    this.stories = stories;
  }

  @Override
  public List<WaitingWork> waitingFor(Account account) {
    if (!StoryAccess.mayPublish(account)) {
      return List.of();
    }
    return stories.readyFor(account).stream()
        .map(
            story ->
                new WaitingWork(
                    story.text().title(),
                    "publication.story.waiting",
                    null,
                    "/stories/manage/" + story.id(),
                    null))
        .toList();
  }
}
