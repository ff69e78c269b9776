package vn.commendation.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.ProcessMigration;
import vn.commendation.engine.ProcessMigrations;

/** Running instances of an older version of their process: checked, then moved to the newest. */
@Controller
@RequestMapping("/operations/migrations")
class MigrationController {

  private static final String PAGE = "/operations/migrations";
  private static final int MOST = 20;
  private static final int PAGE_SIZE = 50;

  private final ProcessMigrations migrations;
  private final Directory directory;

  MigrationController(ProcessMigrations migrations, Directory directory) {
    this.migrations = migrations;
    this.directory = directory;
  }

  @GetMapping
  String list(Principal user, Model model) {
    model.addAttribute("processes", ProcessMigrations.PROCESSES);
    model.addAttribute("migrations", migrations.latest(MOST));
    model.addAttribute("mayMove", account(user).has(Role.ADMIN));
    return "operations/migrations";
  }

  @PostMapping
  String check(
      @RequestParam String process,
      @RequestParam(defaultValue = "") String renamed,
      Principal user,
      RedirectAttributes redirect) {
    if (!ProcessMigrations.PROCESSES.contains(process)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    var elements = ProcessMigrations.renamed(renamed);
    if (elements.isEmpty()) {
      redirect.addFlashAttribute("refused", "migration.renamed.refused");
      redirect.addFlashAttribute("process", process);
      redirect.addFlashAttribute("renamed", renamed);
      return "redirect:" + PAGE;
    }
    var account = account(user);
    return "redirect:%s/%s"
        .formatted(
            PAGE,
            migrations.check(process, elements.get(), account.username(), account.displayName()));
  }

  @GetMapping("/{id:[0-9a-f-]{36}}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model,
      HttpServletResponse response) {
    var migration =
        migrations.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (migration.busy()) {
      response.setHeader("Refresh", "3");
    }
    var number = Math.clamp(page, 0, Integer.MAX_VALUE / PAGE_SIZE);
    model.addAttribute("migration", migration);
    model.addAttribute("number", number);
    model.addAttribute("last", Math.max(0, (total(migration) - 1) / PAGE_SIZE));
    model.addAttribute("instances", migrations.instances(id, number * PAGE_SIZE, PAGE_SIZE));
    model.addAttribute("mayMove", account(user).has(Role.ADMIN));
    return "operations/migration";
  }

  @PostMapping("/{id:[0-9a-f-]{36}}/move")
  String move(@PathVariable String id, Principal user) {
    var account = account(user);
    migrations.move(id, account.username(), account.displayName());
    return "redirect:%s/%s".formatted(PAGE, id);
  }

  private static long total(ProcessMigration migration) {
    return migration.counts().values().stream().mapToLong(Long::longValue).sum();
  }

  private Account account(Principal user) {
    return directory.account(user.getName());
  }
}
