package dev.crosswalk.connectors.plugin.jdbc;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds a database's driver: among those of the program, otherwise in the jars of a folder. Drivers
 * whose licence does not let them travel with us come in that way.
 */
final class Drivers {
  private Drivers() {}

  /** The driver of this class, or empty where there is none. */
  static Optional<Driver> find(String driverClass, @Nullable Path folder) {
    Optional<Driver> own = among(Drivers.class.getClassLoader(), driverClass);
    if (own.isPresent() || folder == null || !Files.isDirectory(folder)) {
      return own;
    }
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        jars.add(url(jar));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    // Open for as long as the program runs: the driver loads its classes when it needs them.
    URLClassLoader loader =
        new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    return among(loader, driverClass);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Driver> among(ClassLoader loader, String driverClass) {
    return ServiceLoader.load(Driver.class, loader).stream()
        .filter(p -> p.type().getName().equals(driverClass))
        .findFirst()
        .map(ServiceLoader.Provider::get);
  }
}
