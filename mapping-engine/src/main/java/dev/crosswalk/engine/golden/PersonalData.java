package dev.crosswalk.engine.golden;

import java.util.regex.Matcher;

/** Tells personal data that nobody has masked, as far as a program can tell without the key. */
public final class PersonalData {
  private PersonalData() {}

  /** Whether a text holds an e-mail address that may be somebody's. */
  public static boolean holdsAddress(String text) {
    if (text.indexOf('@') < 0) {
      return false;
    }
    Matcher matcher = EmailMask.ADDRESS.matcher(text);
    while (matcher.find()) {
      if (!EmailMask.isFree(matcher.group("domain"))) {
        return true;
      }
    }
    return false;
  }
}
