package dev.crosswalk.app.studio;

import dev.crosswalk.connectors.auth.Browser;
import java.net.URI;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sign-in pages go to the system's browser, codes to be typed into the window. */
final class StudioBrowser implements Browser {
  private final Consumer<URI> pages;
  private volatile @Nullable DeviceCodes codes;

  StudioBrowser(Consumer<URI> pages) {
    this.pages = pages;
  }

  /** The window is there: codes are shown in it from now on. */
  void showCodesIn(DeviceCodes window) {
    codes = window;
  }

  @Override
  public void open(URI page) {
    pages.accept(page);
  }

  @Override
  public Shown show(URI page, String code, Instant until) {
    DeviceCodes window = codes;
    return window == null ? Browser.super.show(page, code, until) : window.show(page, code, until);
  }
}
