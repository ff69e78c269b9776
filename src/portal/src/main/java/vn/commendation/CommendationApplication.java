package vn.commendation;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal and the workers of the commendation approval system. */
@SpringBootApplication
public class CommendationApplication {

  public static void main(String[] args) {
    var application = new SpringApplication(CommendationApplication.class);
    var once = Arrays.stream(args).anyMatch(argument -> argument.startsWith("--rebuild-engine"));
    if (once) {
      // beside a portal that may run
      System.setProperty("server.port", "0");
    }
    var context = application.run(args);
    if (once) {
      System.exit(SpringApplication.exit(context));
    }
  }
}
