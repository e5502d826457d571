package dev.crosswalk.connectors.real;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Says of a test that it tries a shipped definition on real answers, and on which. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Tries {
  String connector();

  String[] what();
}
