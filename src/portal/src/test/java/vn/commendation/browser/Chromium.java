package vn.commendation.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.junit.Options;
import com.microsoft.playwright.junit.OptionsFactory;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine; Playwright is not to fetch one of its own. */
public final class Chromium implements OptionsFactory {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

  private static final List<String> USUAL_PLACES =
      List.of(
          "/usr/bin",
          "/snap/bin",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

  @Override
  public Options getOptions() {
    return new Options()
        .setPlaywrightCreateOptions(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
        .setLaunchOptions(
            new LaunchOptions()
                .setExecutablePath(find(System.getenv()))
                // quiet on a machine without a way out
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }

  static Path find(Map<String, String> environment) {
    var named = environment.get("CHROMIUM_PATH");
    var candidates =
        named != null
            ? Stream.of(Path.of(named))
            : Stream.concat(
                    Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator)),
                    USUAL_PLACES.stream())
                .map(Path::of)
                .flatMap(
                    place -> Stream.concat(Stream.of(place), NAMES.stream().map(place::resolve)));
    return candidates
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    ("No Chromium found%s. Install it (Debian, Ubuntu: apt-get install chromium),"
                            + " set CHROMIUM_PATH to a Chromium or Chrome, or leave the browser"
                            + " tests out with -Dbrowser=false.")
                        .formatted(named == null ? "" : " at CHROMIUM_PATH=" + named)));
  }
}
