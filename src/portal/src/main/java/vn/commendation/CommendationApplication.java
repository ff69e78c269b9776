package vn.commendation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal and the workers of the commendation approval system. */
@SpringBootApplication
public class CommendationApplication {

  public static void main(String[] args) {
    SpringApplication.run(CommendationApplication.class, args);
  }
}
