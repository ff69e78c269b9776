package vn.commendation.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.commendation.platform.EngineClassPath;

/** A method that was renamed must not mean that nobody is killed any more. */
class KillPointsTest {

  @ParameterizedTest
  @EnumSource
  void shouldBeAMethodOfTheEngine(KillPoint point) throws Exception {
    var classPath =
        Stream.of(EngineClassPath.text().split(File.pathSeparator))
            .map(KillPointsTest::url)
            .toArray(URL[]::new);
    try (var engine = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
      var type = Class.forName(point.type, false, engine);

      assertThat(Arrays.stream(type.getDeclaredMethods()))
          .as("methods of %s", point.type)
          .anyMatch(
              method ->
                  method.getName().equals(point.method)
                      && !method.isBridge()
                      && !java.lang.reflect.Modifier.isAbstract(method.getModifiers()));
    }
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(entry, e);
    }
  }
}
